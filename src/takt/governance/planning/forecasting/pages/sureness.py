"""Hvor sikkert? Limit by limit and initiative by initiative, never as one chance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from takt.calculation import wording
from takt.calculation.forecast.summary import GoingLive, Holding, Summary, read_summary
from takt.calculation.planner.problem import Month, Problem
from takt.calculation.worth.answer import read_buffer
from takt.foundation.design.charts.heatmap import Axis, HeatRow, load_heatmap
from takt.foundation.design.charts.sureness import go_live_key, go_live_ticks, spread_bar, spread_key
from takt.foundation.design.templatetags.takt import language
from takt.governance.planning.findings import frame_name
from takt.governance.planning.forecasting import findings
from takt.governance.planning.forecasting.models import Kind
from takt.governance.planning.forecasting.pages.reckoning import page_of
from takt.governance.planning.kept import situation_of
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.question import month_of

Sure = TypeVar("Sure", Holding, GoingLive)
PER_PAGE = 25
UNITS_SHOWN = 12
MONTHS_IN_A_CELL = 3


@dataclass(frozen=True, slots=True)
class HoldingRow:
    name: str
    when: str
    there_is: str
    p50: str
    p80: str
    percent: int
    overrun: str
    """Empty: none to be expected."""
    bar: SafeString


@dataclass(frozen=True, slots=True)
class LiveRow:
    one: GoingLive
    title: str
    planned: str
    p80: str
    deadline: str
    ticks: SafeString


@require_safe
def sureness(request: SignedInRequest, pk: int) -> HttpResponse:
    return page_of(request, pk, Kind.SURENESS, _told)


def _told(request: SignedInRequest, run: PlanRun, told: dict[str, Any]) -> dict[str, Any]:
    found, problem, first = read_summary(told), situation_of(run).problem, month_of(run.first_month)
    shown = _Shown(found, problem, first, run.months)
    lives = sorted(found.go_lives, key=lambda one: (one.planned, one.id))
    page = Paginator(lives, PER_PAGE).get_page(request.GET.get("side"))
    buffer = read_buffer(told["buffer"]) if told["buffer"] else None
    return {
        "finding": findings.surest(found),
        "frames": [shown.frame_row(one) for one in found.frames],
        "frames_finding": findings.frames_finding(found),
        "roles": [shown.role_row(one) for one in found.roles],
        "roles_heat": shown.heat(found.roles, findings.role_names(problem)),
        "units": [shown.unit_row(one) for one in least_sure(found.units)[:UNITS_SHOWN]],
        "units_more": max(0, len(found.units) - UNITS_SHOWN),
        "units_heat": shown.heat(least_sure(found.units)[:UNITS_SHOWN], findings.unit_names(problem)),
        "duties": [shown.live_row(one) for one in least_sure(one for one in found.go_lives if one.is_duty)],
        "duties_finding": findings.duties_finding(found),
        "page": page,
        "lives": [shown.live_row(one) for one in page.object_list],
        "slipping": findings.slipping(found),
        "buffer": findings.buffer_finding(buffer, language()),
        "buffer_leaves": len(buffer.leaves) if buffer else 0,
        "sources": findings.sources(told),
        "draws": found.draws,
        "spread_key": spread_key(),
        "go_live_key": go_live_key(),
    }


def least_sure(rows: Iterable[Sure]) -> list[Sure]:
    return sorted(rows, key=lambda one: (one.percent, one.id))


@dataclass(frozen=True, slots=True)
class _Shown:
    """Figures as they are read, in the language that is active."""

    found: Summary
    problem: Problem
    first: Month
    months: int

    def frame_row(self, one: Holding) -> HoldingRow:
        def said(dkk: int) -> str:
            return wording.mio_kroner(dkk, language())

        return _row(one, f"{frame_name(one.id)} {one.when}", "", said)

    def role_row(self, one: Holding) -> HoldingRow:
        name = findings.role_names(self.problem)[one.id]
        return _row(one, name, self._month(one.when), lambda days: wording.number(days, 0, language()))

    def unit_row(self, one: Holding) -> HoldingRow:
        unit = self.problem.unit[one.id]
        per = unit.headcount or 1
        return _row(
            one, unit.name, self._month(one.when), lambda hours: wording.number(hours / per, 1, language())
        )

    def live_row(self, one: GoingLive) -> LiveRow:
        return LiveRow(
            one=one,
            title=self.problem.initiative[one.id].title,
            planned=self._month(one.planned),
            p80=self._month(one.p80),
            deadline="" if one.deadline is None else self._month(one.deadline),
            ticks=go_live_ticks(one.planned, one.p80, one.deadline, self.months),
        )

    def heat(self, rows: Sequence[Holding], names: dict[str, str]) -> SafeString:
        """Chances in a hundred that it does not hold, the highest of each quarter."""
        return load_heatmap(
            [
                HeatRow(names[one.id], [100 - percent for percent in one.by_month], [100] * self.months)
                for one in rows
            ],
            [self.first.plus(month) for month in range(self.months)],
            caption=findings.risk_caption(),
            first_column=findings.limit_word(),
            axis=Axis.NAMES,
            step=MONTHS_IN_A_CELL,
            decimals=0,
            language=language(),
        )

    def _month(self, offset: int) -> str:
        return wording.month_name(self.first.plus(offset), language())


def _row(one: Holding, name: str, when: str, said: Any) -> HoldingRow:
    return HoldingRow(
        name=name,
        when=when,
        there_is=said(one.there_is),
        p50=said(one.p50),
        p80=said(one.p80),
        percent=one.percent,
        overrun="" if said(one.expected_overrun) == said(0) else said(one.expected_overrun),
        bar=spread_bar(one.p50, one.p80, one.there_is),
    )
