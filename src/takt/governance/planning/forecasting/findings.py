"""What the reckoned figures say in a line: the heading is the finding."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.calculation.forecast.summary import Summary
from takt.calculation.planner.problem import Problem
from takt.calculation.worth import BufferCost, More, MoreKind, Worth
from takt.governance.planning.findings import frame_name

SURE = 80
"""Chances in a hundred from which we say that something is fairly sure."""


def role_names(problem: Problem) -> dict[str, str]:
    return {role.id: role.name for role in problem.roles}


def unit_names(problem: Problem) -> dict[str, str]:
    return {unit.id: unit.name for unit in problem.units}


def risk_caption() -> str:
    return _("Chancer af 100 for, at grænsen ikke holder, den højeste i kvartalet")


def limit_word() -> str:
    return _("Grænse")


def surest(found: Summary) -> str:
    """The least sure frame, or that all are fairly sure. Never one chance of it all."""
    weak = [one for one in found.frames if one.percent < SURE]
    if weak:
        worst = min(weak, key=lambda one: one.percent)
        return _("%(frame)s %(year)s holder i %(percent)s af 100 tilfælde") % {
            "frame": frame_name(worst.id),
            "year": worst.when,
            "percent": worst.percent,
        }
    return _("Alle rammer holder i mindst %(percent)s af 100 tilfælde") % {"percent": SURE}


def frames_finding(found: Summary) -> str:
    sure = sum(one.percent >= SURE for one in found.frames)
    return _("%(sure)s af %(all)s rammer holder i mindst 80 af 100 tilfælde") % {
        "sure": sure,
        "all": len(found.frames),
    }


def duties_finding(found: Summary) -> str:
    dated = [one for one in found.go_lives if one.is_duty and one.deadline is not None]
    if not dated:
        return _("Ingen skal-opgaver i planen har en frist")
    return _("%(sure)s af %(all)s skal-opgaver når fristen i mindst 80 af 100 tilfælde") % {
        "sure": sum(one.percent >= SURE for one in dated),
        "all": len(dated),
    }


def slipping(found: Summary) -> str:
    late = sum(one.p80 > one.planned for one in found.go_lives)
    if not late:
        return _("Alle går i drift som planlagt i mindst 80 af 100 tilfælde")
    return ngettext(
        "Ét initiativ skal have mere tid, hvis vi vil være 80 % sikre",
        "%(count)s initiativer skal have mere tid, hvis vi vil være 80 %% sikre",
        late,
    ) % {"count": wording.count(late).capitalize()}


def buffer_finding(cost: BufferCost | None, language: wording.Language) -> list[str]:
    """Sentences: what it costs in value, and what happens to duties."""
    if cost is None:
        return [_("Med 10 % luft i alle grænser er der ingen lovlig plan.")]
    most = wording.number(max(0.0, cost.most_percent), 1, language)
    words = {"percent": cost.percent, "most": most}
    if cost.least_percent:
        words["least"] = wording.number(cost.least_percent, 1, language)
        said = [
            _("%(percent)s %% luft i alle grænser koster mellem %(least)s og %(most)s %% af planens værdi.")
            % words
        ]
    else:
        said = [_("%(percent)s %% luft i alle grænser koster højst %(most)s %% af planens værdi.") % words]
    if cost.more_months_late > 0:
        months = cost.more_months_late
        said.append(
            ngettext(
                "Men så bliver skal-opgaverne tilsammen %(months)s måned mere forsinkede.",
                "Men så bliver skal-opgaverne tilsammen %(months)s måneder mere forsinkede.",
                months,
            )
            % {"months": wording.number(months, 0, language)}
        )
    return said


def sources(told: Mapping[str, Any]) -> list[str]:
    """How many have estimates of their own, of what."""
    placed, own = told["placed"], told["own"]
    names = {"money": _("penge"), "staff": _("dage"), "change": _("forandringstimer")}
    return [
        _("%(own)s af %(placed)s initiativer har eget lavt og højt skøn for %(what)s.")
        % {"own": own[what], "placed": placed, "what": name}
        for what, name in names.items()
    ]


def more_in_words(more: More, problem: Problem, language: wording.Language) -> str:
    if more.kind is MoreKind.STAFF:
        return _("Ét årsværk mere: %(role)s") % {"role": role_names(problem)[more.id]}
    if more.kind is MoreKind.MONEY:
        return _("%(amount)s mere hvert år: %(frame)s") % {
            "amount": wording.mio_kroner(more.amount, language, 0),
            "frame": frame_name(more.id),
        }
    return _("%(percent)s %% højere loft over forandring i alle enheder") % {"percent": more.amount}


def worth_finding(rows: list[Worth], problem: Problem, language: wording.Language) -> str:
    """What gives most."""
    if rows and (rows[0].fewer_months_late or rows[0].least_twelfths or rows[0].up_to_twelfths):
        return _("Mest giver: %(what)s") % {"what": more_in_words(rows[0].more, problem, language)}
    return _("Intet af det, vi har prøvet, giver planen mere værdi")
