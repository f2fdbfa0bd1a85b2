"""What must be there before a case is ready for the council, and who can supply what is missing. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.governance.asking.models import Wish
from takt.governance.clarifying.models import Effort, Estimate, Impact, Question
from takt.governance.flow.models import Initiative, Obligation


@dataclass(frozen=True, slots=True)
class Item:
    key: str
    is_done: bool
    title: str
    """What is there, or what is missing."""
    who: str
    """Of a missing item: who can supply it. Of one that is done: what it rests on."""


def checklist(
    initiative: Initiative,
    *,
    wish: Wish | None,
    estimate: Estimate | None,
    efforts: Sequence[Effort],
    impacts: Sequence[Impact],
    questions: Sequence[Question],
) -> list[Item]:
    """In the order in which the network works. Every item concerns every case, but for the deadline."""
    items = [
        _need(wish),
        _questions(questions),
        _money(estimate),
        _value(estimate),
        _effort(efforts),
        _units(impacts),
    ]
    if initiative.obligation == Obligation.MUST:
        items.append(_deadline(estimate))
    return items


def missing(items: Sequence[Item]) -> list[str]:
    """What is missing, as the middle of a sentence."""
    return [item.title[:1].lower() + item.title[1:] for item in items if not item.is_done]


def _need(wish: Wish | None) -> Item:
    if wish is not None and wish.trouble.strip():
        return Item("need", True, _("Behovet er beskrevet"), _("Ønskeren har skrevet det"))
    return Item("need", False, _("Behovet er ikke beskrevet"), _("Lederen af enheden kan fortælle om det"))


def _questions(questions: Sequence[Question]) -> Item:
    waiting = sum(question.answered_at is None for question in questions)
    if waiting:
        title = ngettext("Ét spørgsmål er ikke besvaret", "%(count)d spørgsmål er ikke besvaret", waiting) % {
            "count": waiting
        }
        return Item("questions", False, title, _("Ønskeren kan svare på sagens side"))
    done = _("Ønskeren har svaret") if questions else _("I har ikke spurgt om noget")
    return Item("questions", True, _("Ingen spørgsmål venter"), done)


def _money(estimate: Estimate | None) -> Item:
    if estimate is None:
        return Item(
            "money", False, _("Økonomi og tid er ikke skønnet"), _("Netværket skønner; økonomen kan hjælpe")
        )
    return Item("money", True, _("Økonomi og tid har tre tal og en kilde"), estimate.source)


def _value(estimate: Estimate | None) -> Item:
    if estimate is None or estimate.points_per_year <= 0:
        return Item("value", False, _("Værdien mangler point"), _("Netværket sætter point pr. år"))
    return Item("value", True, _("Værdien har point"), _("Sat af netværket"))


def _effort(efforts: Sequence[Effort]) -> Item:
    if not any(effort.days for effort in efforts):
        return Item(
            "effort",
            False,
            _("Ingen roller har fået dage"),
            _("Digitaliseringsafdelingen kender sine roller"),
        )
    days = sum(effort.days for effort in efforts)
    return Item(
        "effort",
        True,
        _("Rollerne har fået dage"),
        ngettext("%(count)d dag i alt", "%(count)d dage i alt", days) % {"count": days},
    )


def _units(impacts: Sequence[Impact]) -> Item:
    if not impacts:
        return Item(
            "units", False, _("Ingen enheder er beskrevet"), _("Superbrugerne ved, hvem der skal ændre sig")
        )
    return Item(
        "units",
        True,
        _("Berørte enheder er beskrevet"),
        ngettext("%(count)d enhed", "%(count)d enheder", len(impacts)) % {"count": len(impacts)},
    )


def _deadline(estimate: Estimate | None) -> Item:
    if estimate is None or estimate.latest_go_live_month is None:
        return Item(
            "deadline",
            False,
            _("Opgaven er et skal, men har ingen frist"),
            _("Juristen eller databeskyttelsesrådgiveren kender fristen"),
        )
    return Item("deadline", True, _("Fristen har en grund"), estimate.deadline_reason)
