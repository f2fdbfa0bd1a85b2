"""What the overview shows, in a number of queries that does not depend on how much there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, Sum, Window

from takt.calculation.planner.problem import Month
from takt.governance.asking.models import Wish
from takt.governance.clarifying.models import Estimate, Impact
from takt.governance.deciding.meetings.models import Meeting
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import IN_THE_PLAN, Stage
from takt.governance.planning.models import Frame, Placement, PlanRun
from takt.governance.planning.question import month_of
from takt.interfaces.overview.seats import Waiting, meetings_of


@dataclass(frozen=True, slots=True)
class Decision:
    """A case that waits for a body of the reader's, with what is to be known at a glance."""

    waiting: Waiting
    estimate: Estimate | None
    placement: Placement | None
    meeting: Meeting | None
    """On whose agenda it stands."""

    @property
    def initiative(self) -> Initiative:
        return self.waiting.initiative

    @property
    def start(self) -> Month | None:
        """In the newest plan."""
        start = self.placement.start_month if self.placement else None
        return month_of(start) if start else None


def decisions(waiting: Sequence[Waiting], run: PlanRun | None) -> list[Decision]:
    """In the order given, in three queries."""
    if not waiting:
        return []
    cases = [one.initiative for one in waiting]
    estimates = {one.initiative_id: one for one in Estimate.objects.filter(initiative__in=cases)}
    places, meetings = _places(run, cases), meetings_of(waiting)
    return [
        Decision(one, estimates.get(case.pk), places.get(case.pk), meetings.get(case.pk))
        for one, case in zip(waiting, cases, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Answers:
    """Wishes that nobody has taken up yet."""

    number: int
    overdue: int
    first: Sequence[Wish]
    """Those that are due first."""


def answers_due(today: date, *, most: int) -> Answers:
    """Numbers and first keys come of one reading; only then are the wishes read, without carrying them through it."""
    waiting = Wish.objects.filter(initiative__stage=Stage.SUBMITTED)
    late = Count("pk", filter=Q(answer_due_date__lt=today))
    counted = list(
        waiting.annotate(number=Window(Count("pk")), overdue=Window(late))
        .order_by(F("answer_due_date").asc(nulls_last=True), "pk")
        .values_list("pk", "number", "overdue")[:most]
    )
    if not counted:
        return Answers(0, 0, ())
    wishes = Wish.objects.select_related("initiative__unit").in_bulk([pk for pk, _number, _late in counted])
    _first, number, overdue = counted[0]
    return Answers(number, overdue, [wishes[pk] for pk, _number, _late in counted])


@dataclass(frozen=True, slots=True)
class Deadline:
    estimate: Estimate
    placement: Placement | None

    @property
    def is_met(self) -> bool:
        """Whether the newest plan is in time."""
        latest = self.estimate.latest_go_live_month
        go_live = self.placement.go_live_month if self.placement else None
        return bool(latest and go_live and go_live <= latest)


def deadlines(run: PlanRun | None, *, first: date, before: date) -> list[Deadline]:
    """Of what is not yet in use, from ``first`` until ``before``, soonest first."""
    found = list(
        Estimate.objects.filter(
            latest_go_live_month__gte=first,
            latest_go_live_month__lt=before,
            initiative__stage__in=IN_THE_PLAN,
        )
        .select_related("initiative")
        .order_by("latest_go_live_month", "initiative__number")[:50]
    )
    places = _places(run, [estimate.initiative for estimate in found])
    return [Deadline(estimate, places.get(estimate.initiative_id)) for estimate in found]


def next_go_lives(run: PlanRun, *, first: date, most: int) -> list[Placement]:
    return list(
        Placement.objects.filter(run=run, go_live_month__gte=first)
        .select_related("initiative__unit")
        .order_by("go_live_month", "initiative__number")[:most]
    )


@dataclass(frozen=True, slots=True)
class RollOut:
    number: str
    title: str
    month: date
    people: int


def largest_roll_out(run: PlanRun, *, first: date, before: date) -> RollOut | None:
    """The one that touches most employees, of those whose roll-out begins in the months given."""
    found = (
        Impact.objects.filter(
            initiative__placements__run=run,
            initiative__placements__roll_out_month__gte=first,
            initiative__placements__roll_out_month__lt=before,
        )
        .order_by()
        .values_list("initiative__number", "initiative__title", "initiative__placements__roll_out_month")
        .annotate(touched=Sum("people"))
        .order_by("-touched", "initiative__number")
        .first()
    )
    return RollOut(*found) if found else None


def frame_source() -> str:
    """Where the frames come from; empty when none are set."""
    return Frame.objects.values_list("source", flat=True).first() or ""


def _places(run: PlanRun | None, initiatives: Sequence[Initiative]) -> dict[int, Placement]:
    if run is None or not initiatives:
        return {}
    found = Placement.objects.filter(run=run, initiative__in=initiatives)
    return {placement.initiative_id: placement for placement in found}
