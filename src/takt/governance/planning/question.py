"""The question to the planner, put together from the limits and the estimated initiatives of the house.

The number of queries is the same whatever the number of initiatives. Nothing is changed.
"""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from takt.calculation.change_load.hours import change_hours
from takt.calculation.money.price_level import at_prices_of
from takt.calculation.money.spreading import a_month_of, evenly
from takt.calculation.planner import problem as ask
from takt.calculation.planner.problem import Month, Problem
from takt.governance.clarifying.models import Dependency, Effort, Estimate, Impact
from takt.governance.clarifying.readiness.queries import Lowering, lowerings
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import IN_THE_PLAN, Stage
from takt.governance.planning.limits.asked import (
    INVESTMENT,
    RUNNING,
    Asked,
    has_committees,
    months_lowered,
    under,
)
from takt.governance.planning.limits.months import first_day_of, month_of, unit_id
from takt.governance.planning.limits.standing import limits_now
from takt.governance.planning.models import Frame, FrameKind
from takt.governance.planning.pinning.asking import with_pins
from takt.governance.planning.publishing.announced import announced_starts

MONTHS = 48
"""Budget year and three forecast years (overslagsår)."""
LEFT_OUT_MONTHS = 12
"""To leave out what has been announced costs as much as to move its start by so many months."""

__all__ = [
    "INVESTMENT",
    "MONTHS",
    "RUNNING",
    "Question",
    "default_first_month",
    "first_day_of",
    "month_of",
    "phases",
    "question",
    "question_with",
    "unit_id",
]

_ALREADY_THERE = {Stage.IN_USE, Stage.CLOSED}
_DECIDED = {Stage.APPROVED, Stage.REALISING}


@dataclass(frozen=True, slots=True)
class Question:
    problem: Problem
    without_estimate: tuple[str, ...]
    """Numbers of initiatives that have come far enough to be placed, but lack an estimate."""
    waiting_for: Mapping[str, str]
    """Initiatives left out because they require one (the value) that is not part of the question."""
    freeze_reasons: tuple[str, ...]
    """In the order of the problem's freezes."""
    lowered: tuple[Mapping[str, Any], ...] = ()
    """Units whose ceiling their own answer about readiness lowers: unit, percent, months and day of the answer."""
    pins: tuple[Mapping[str, Any], ...] = ()
    """What became of each wish for a start (see ``pinning.asking``)."""

    def notes(self) -> dict[str, Any]:
        """What is to be kept beside the problem, as JSON."""
        return {
            "without_estimate": list(self.without_estimate),
            "waiting_for": dict(self.waiting_for),
            "freeze_reasons": list(self.freeze_reasons),
            "lowered": [dict(one) for one in self.lowered],
            "pins": [dict(one) for one in self.pins],
        }


def default_first_month(today: date) -> Month:
    """Next month; or, when the first frame lies later, the January in which it begins.

    Before the first frame there is no limit on money, so nothing ought to be planned there.
    """
    next_month = month_of(today).plus(1)
    years = Frame.objects.filter(year__gte=today.year).order_by("year").values_list("year", flat=True)
    first_year = years.first()
    return max(next_month, Month(first_year, 1)) if first_year else next_month


def question(*, title: str, first_month: Month, months: int = MONTHS) -> Question:
    """Everything that could be placed, and every limit, as they stand now."""
    candidates = list(
        Initiative.objects.filter(stage__in=IN_THE_PLAN).select_related("estimate").order_by("number")
    )
    estimated = [one for one in candidates if hasattr(one, "estimate")]
    needs = _Needs.of(Initiative.objects.filter(stage__in=IN_THE_PLAN, estimate__isnull=False))
    begun = {one.pk for one in estimated if needs.begun(one, first_month)}
    waiting_for = _waiting_for_outsiders(estimated, needs.requires, begun)
    asked = {one.pk: one for one in estimated if one.number not in waiting_for}
    limits = limits_now(first_month=first_month, months=months)
    problem, pins = with_pins(
        Problem(
            title=title,
            first_month=first_month,
            months=months,
            units=limits.units,
            roles=limits.roles,
            frames=limits.frames,
            freezes=limits.freezes,
            initiatives=tuple(_initiative(one, needs, asked, first_month, limits) for one in asked.values()),
            move_penalty_points_per_month=settings.MOVE_PENALTY if needs.announced else 0,
            leave_out_penalty_points=LEFT_OUT_MONTHS * settings.MOVE_PENALTY if needs.announced else 0,
        )
    )
    return Question(
        problem=problem,
        without_estimate=tuple(one.number for one in candidates if not hasattr(one, "estimate")),
        waiting_for=waiting_for,
        freeze_reasons=limits.freeze_reasons,
        lowered=_lowered(lowerings(), first_month, months),
        pins=pins,
    )


def _lowered(
    lowering: Mapping[int, Lowering], first_month: Month, months: int
) -> tuple[Mapping[str, Any], ...]:
    """As it is kept with the plan, so that the page can say which answer lowered which ceiling."""
    found = ((unit, one, months_lowered(one, first_month, months)) for unit, one in sorted(lowering.items()))
    return tuple(
        {
            "unit": unit_id(unit),
            "percent": one.percent,
            "first": inside.start,
            "latest": inside.stop - 1,
            "answered": one.answered_at.isoformat(),
        }
        for unit, one, inside in found
        if inside
    )


def question_with(problem: Problem, initiative: Initiative) -> tuple[Problem, tuple[str, ...]]:
    """An earlier question under today's limits, with one initiative as it is estimated today.

    And the numbers of what it requires that was not part of that question. Units and roles that are gone
    since stay, for the sake of the others. Raises Estimate.DoesNotExist when it is not estimated.
    """
    first_month, months = problem.first_month, problem.months
    needs = _Needs.of(Initiative.objects.filter(pk=initiative.pk))
    required = {
        dependency.requires_id: dependency.requires.number for dependency in needs.requires[initiative.pk]
    }
    asked = {pk for pk, number in required.items() if number in problem.initiative}
    limits = limits_now(first_month=first_month, months=months)
    today = _initiative(initiative, needs, asked, first_month, limits)
    others = tuple(one for one in problem.initiatives if one.id != today.id)
    earlier = replace(problem, initiatives=others)
    now = under(earlier, limits, units_of(earlier, limits))
    missing = tuple(number for pk, number in required.items() if pk not in asked)
    return replace(now, initiatives=(*now.initiatives, today)), missing


def units_of(problem: Problem, limits: Asked) -> dict[str, int]:
    """The key of each initiative's unit, by its number; empty where no committee has frames of its own."""
    if not (limits.has_committees or has_committees(problem)):
        return {}
    numbers = [one.id for one in problem.initiatives]
    return dict(Initiative.objects.filter(number__in=numbers).values_list("number", "unit_id"))


@dataclass(frozen=True, slots=True)
class _Needs:
    """What the initiatives take and what must come before them, by the key of the initiative."""

    efforts: Mapping[int, Sequence[tuple[str, int]]]
    impacts: Mapping[int, Sequence[Impact]]
    requires: Mapping[int, Sequence[Dependency]]
    announced: Mapping[int, date]
    """Starts of the plan in force."""

    def begun(self, one: Initiative, first_month: Month) -> date | None:
        """When it started, if it has: no plan can move it.

        Besides what is written down as started: what was decided, and announced to start before the plan begins.
        """
        announced = self.announced.get(one.pk)
        is_under_way = announced and one.stage in _DECIDED and month_of(announced) < first_month
        return one.estimate.fixed_start_month or (announced if is_under_way else None)

    @classmethod
    def of(cls, there: QuerySet[Initiative]) -> "_Needs":
        efforts: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for pk, role, days in (
            Effort.objects.filter(initiative__in=there, days__gt=0)
            .order_by("role_id")
            .values_list("initiative_id", "role__key", "days")
        ):
            efforts[pk].append((role, days))
        impacts: dict[int, list[Impact]] = defaultdict(list)
        for impact in Impact.objects.filter(initiative__in=there).order_by("unit_id"):
            impacts[impact.initiative_id].append(impact)
        requires: dict[int, list[Dependency]] = defaultdict(list)
        for dependency in (
            Dependency.objects.filter(initiative__in=there)
            .exclude(requires__stage__in=_ALREADY_THERE)
            .select_related("requires")
            .order_by("requires__number")
        ):
            requires[dependency.initiative_id].append(dependency)
        return cls(efforts, impacts, requires, announced_starts())


def _waiting_for_outsiders(
    estimated: Sequence[Initiative], requires: Mapping[int, Sequence[Dependency]], begun: Container[int]
) -> dict[str, str]:
    """Those that cannot be placed because what they require is not in the question, and what that is.

    What has already started is placed all the same. One left out may leave out those that require it.
    """
    there = {one.pk for one in estimated}
    waiting: dict[str, str] = {}
    while True:
        lost = {
            one.pk: (one.number, dependency.requires.number)
            for one in estimated
            if one.pk in there and one.pk not in begun
            for dependency in requires[one.pk]
            if dependency.requires_id not in there
        }
        if not lost:
            return waiting
        there -= lost.keys()
        waiting |= dict(lost.values())


def _initiative(
    one: Initiative, needs: _Needs, asked: Container[int], first_month: Month, limits: Asked
) -> ask.Initiative:
    """``asked``: the keys of all in the question; only what has started may lack what it required."""
    estimate = one.estimate

    def offset(first_day: date | None) -> int | None:
        return month_of(first_day).minus(first_month) if first_day else None

    prepare, roll_out, settle = phases(estimate)
    return ask.Initiative(
        id=one.number,
        title=one.title,
        obligation=ask.Obligation(one.obligation),
        prepare=prepare,
        roll_out=roll_out,
        settle=settle,
        earliest_start=max(0, offset(estimate.earliest_start_month) or 0),
        latest_go_live=offset(estimate.latest_go_live_month),
        fixed_start=offset(needs.begun(one, first_month)),
        announced_start=offset(needs.announced.get(one.pk)),
        points_per_year=estimate.points_per_year,
        points_at_go_live=0,
        money=limits.counted_in(
            _spending(estimate, prepare + roll_out, limits, prices_of=first_month.year), one.unit_id
        ),
        staff={role: evenly(days, prepare + roll_out) for role, days in needs.efforts[one.pk]},
        change=_change(needs.impacts[one.pk], prepare, roll_out, settle),
        requires=tuple(
            ask.Requirement(dependency.requires.number, dependency.lag_months)
            for dependency in needs.requires[one.pk]
            if dependency.requires_id in asked
        ),
    )


def phases(estimate: Estimate) -> tuple[int, int, int]:
    """Months of preparation, roll-out and settling-in; what goes live was rolled out in some month."""
    roll_out = estimate.roll_out_months if estimate.prepare_months else max(1, estimate.roll_out_months)
    return estimate.prepare_months, roll_out, estimate.settle_months


def _spending(
    estimate: Estimate, lead_time: int, limits: Asked, *, prices_of: int
) -> tuple[ask.Spending, ...]:
    """The likely amounts, as with days: low and high say how sure they are, and are shown to those who decide.

    In the prices of the year in which the question begins, as the frames are. Benefits are not here: a frame is
    not raised by what somebody hopes to save.
    """

    def priced(dkk: int, kind: FrameKind) -> int:
        return at_prices_of(dkk, limits.rises[kind], of_year=estimate.price_year, to_year=prices_of)

    spending = []
    if investment := priced(estimate.investment_dkk, FrameKind.INVESTMENT):
        spending.append(ask.Spending(INVESTMENT, evenly(investment, lead_time), 0))
    if per_month := a_month_of(priced(estimate.running_dkk, FrameKind.RUNNING)):
        spending.append(ask.Spending(RUNNING, (), per_month))
    return tuple(spending)


def _change(impacts: Sequence[Impact], prepare: int, roll_out: int, settle: int) -> tuple[ask.Change, ...]:
    changes = (
        ask.Change(
            unit_id(impact.unit_id),
            change_hours(
                people=impact.people,
                training_hours=impact.training_hours,
                adaptation_hours=impact.adaptation_hours,
                intensity=impact.intensity,
                prepare=prepare,
                roll_out=roll_out,
                settle=settle,
            ),
        )
        for impact in impacts
    )
    return tuple(change for change in changes if any(change.hours))
