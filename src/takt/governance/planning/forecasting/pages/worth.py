"""Hvad er det værd? More of each limit, and the cheapest change that would let each wish in."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from takt.calculation import wording
from takt.calculation.planner.problem import Problem
from takt.calculation.worth import More, Worth
from takt.calculation.worth.answer import read_worth
from takt.foundation.design.charts.sureness import range_bar, range_key
from takt.foundation.design.templatetags.takt import language
from takt.governance.planning.forecasting import findings
from takt.governance.planning.forecasting.models import Kind
from takt.governance.planning.forecasting.pages.reckoning import page_of
from takt.governance.planning.kept import situation_of
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pages.request import SignedInRequest

PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class WorthRow:
    name: str
    points: str
    """As a range."""
    most: str
    first: str
    """What it does to duties, when it does something to them; that comes before all value."""
    lets_in: list[tuple[str, str]]
    """(number, title)."""
    leaves: str
    bar: SafeString


@require_safe
def worth(request: SignedInRequest, pk: int) -> HttpResponse:
    return page_of(request, pk, Kind.WORTH, _told)


def _told(request: SignedInRequest, run: PlanRun, told: dict[str, Any]) -> dict[str, Any]:
    problem = situation_of(run).problem
    rows = [read_worth(one) for one in told["worth"]]
    most = max((one.up_to_twelfths for one in rows), default=0)
    page = Paginator(told["ways"], PER_PAGE).get_page(request.GET.get("side"))
    page.object_list = [
        (way["id"], problem.initiative[way["id"]].title, way["title"][language()], way["lines"][language()])
        for way in page.object_list
    ]
    return {
        "finding": findings.worth_finding(rows, problem, language()),
        "rows": [worth_row(one, problem, most) for one in rows],
        "room": [findings.more_in_words(More.read(one), problem, language()) for one in told["room"]],
        "page": page,
        "key": range_key(),
    }


def worth_row(one: Worth, problem: Problem, scale: int) -> WorthRow:
    return WorthRow(
        name=findings.more_in_words(one.more, problem, language()),
        points=_range(one),
        most=_points(one.most_twelfths),
        first=_first(one),
        lets_in=[(id_, problem.initiative[id_].title) for id_ in one.comes_in],
        leaves=wording.join_list([problem.initiative[id_].title for id_ in one.leaves], language()),
        bar=range_bar(one.least_twelfths, one.up_to_twelfths, scale),
    )


def _range(one: Worth) -> str:
    least, up_to = _points(one.least_twelfths), _points(one.up_to_twelfths)
    if least == up_to:
        return least
    return _("%(least)s til %(most)s") % {"least": least, "most": up_to}


def _points(twelfths: int) -> str:
    return wording.number(Fraction(twelfths, 12), 0, language())


def _first(one: Worth) -> str:
    if one.fewer_months_late > 0:
        return ngettext(
            "Skal-opgaverne bliver tilsammen %(months)s måned mindre forsinkede",
            "Skal-opgaverne bliver tilsammen %(months)s måneder mindre forsinkede",
            one.fewer_months_late,
        ) % {"months": one.fewer_months_late}
    if one.less_goal_shortfall > 0:
        return _("Planen kommer nærmere sine mål")
    return ""
