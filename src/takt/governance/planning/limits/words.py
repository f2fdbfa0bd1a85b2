"""The limits in sentences: findings for headings, and what is broken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import language
from takt.governance.planning.limits.addresses import limit_url
from takt.governance.planning.models import LimitKind

MOST_SHOWN = 50
"""So many broken limits are listed; the finding counts them all."""
SHOWN = 8
"""So many of those that use a broken limit are named."""


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """One broken limit, and the placements that use it."""

    sentence: str
    url: str
    """Of the limit."""
    users: Sequence[tuple[str, str, str]]
    """Number, title and how much, of the largest."""
    more: int


def broken_rows(broken: Sequence[Mapping[str, Any]]) -> list[BrokenRow]:
    return [
        BrokenRow(
            sentence=str(one["en" if language() == "en" else "da"]),
            url=limit_url(one["limit"]),
            users=[
                (user["number"], user["title"], _amount(one["kind"], user)) for user in one["used_by"][:SHOWN]
            ],
            more=max(0, len(one["used_by"]) - SHOWN),
        )
        for one in broken[:MOST_SHOWN]
    ]


def _amount(kind: str, user: Mapping[str, Any]) -> str:
    number = wording.number(user["amount"], 0, language())
    said = {
        "money": wording.kroner(user["amount"], language()),
        "staff": ngettext("%(n)s dag", "%(n)s dage", user["amount"]) % {"n": number},
        "load": ngettext("%(n)s time", "%(n)s timer", user["amount"]) % {"n": number},
    }.get(kind, "")
    under_way = _("i gang") if user["is_fixed"] else ""
    return ", ".join(one for one in (said, under_way) if one)


def change_finding(broken: Sequence[Mapping[str, Any]]) -> str:
    """Of a change that is not saved yet."""
    return broken_finding(broken) if broken else _("Ændringen bryder ingen placeringer i planen")


def broken_finding(broken: Sequence[Mapping[str, Any]]) -> str:
    """``2 grænser brydes, og 5 placeringer er berørt``."""
    if not broken:
        return _("Ingen placeringer brydes i planen")
    touched = {user["number"] for one in broken for user in one["used_by"] if not user["is_fixed"]}
    limits = ngettext("%(n)s grænse brydes", "%(n)s grænser brydes", len(broken))
    places = ngettext("%(n)s placering er berørt", "%(n)s placeringer er berørt", len(touched))
    return _("%(limits)s, og %(places)s") % {
        "limits": limits % {"n": wording.number(len(broken), 0, language())},
        "places": places % {"n": wording.number(len(touched), 0, language())},
    }


def title_of_change() -> dict[str, str]:
    """What one is about to do."""
    return {
        LimitKind.MONEY: _("Ret rammerne"),
        LimitKind.STAFF: _("Ret bemandingen"),
        LimitKind.CEILINGS: _("Ret lofterne"),
        LimitKind.FREEZES: _("Ret frysperioderne"),
    }


def what_it_is() -> dict[str, str]:
    """Each limit in one sentence."""
    return {
        LimitKind.MONEY: _("Rammer pr. år og udvalg, anlæg og drift, i faste priser."),
        LimitKind.STAFF: _("Årsværk pr. rolle, fravær og arbejdsdage: de dage, der er til initiativer."),
        LimitKind.CEILINGS: _("Hvor meget forandring en enhed må bære, og hvor meget der må gå i drift."),
        LimitKind.FREEZES: _("Måneder, hvor intet går i drift."),
    }
