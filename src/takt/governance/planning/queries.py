"""Plans, as other steps and pages read them. The large archived files are left in the database."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, QuerySet

from takt.foundation.jobs.models import State
from takt.governance.flow.models import Initiative
from takt.governance.planning.models import Placement, PlanRun
from takt.governance.planning.question import unit_id

UNFINISHED = (State.WAITING, State.RUNNING)


def runs() -> QuerySet[PlanRun]:
    """Newest first, without the archived problem and plan."""
    return PlanRun.objects.select_related("job", "requested_by").defer("problem", "plan")


def current_plan() -> PlanRun | None:
    """The plan in force, or while none has been published the newest; "the plan" for everybody who reads one.

    Its ``figures`` hold load, staff, money and go-lives.
    """
    recorded = runs().filter(recorded_at__isnull=False)
    return recorded.order_by(F("publications__number").desc(nulls_last=True), "-id").first()


def newest_plan() -> PlanRun | None:
    """That was recorded, in force or not; without its figures."""
    return runs().filter(recorded_at__isnull=False).defer("problem", "plan", "figures").first()


def unfinished_run(*, besides: PlanRun | None = None) -> PlanRun | None:
    """The run that waits or is under way; there is at most one."""
    waiting = runs().filter(job__state__in=UNFINISHED).defer("problem", "plan", "figures")
    return (waiting.exclude(pk=besides.pk) if besides else waiting).first()


def latest_durations() -> dict[str, timedelta]:
    """How long the latest finished plan of each effort took, from being asked for to being recorded."""
    done = PlanRun.objects.filter(job__state=State.DONE, job__cancel_requested=False)
    latest: dict[str, timedelta] = {}
    for effort, asked, finished in done.values_list("effort", "requested_at", "job__finished_at")[:20]:
        if finished is not None:
            latest.setdefault(effort, finished - asked)
    return latest


def placement_in_current_plan(initiative: Initiative) -> Placement | None:
    """Its place in the plan (``start_month`` None: asked about, but not in the plan), or None."""
    run = current_plan()
    return Placement.objects.filter(run=run, initiative=initiative).first() if run else None


@dataclass(frozen=True, slots=True)
class Place:
    """One initiative in one plan. Months are offsets from the plan's first; all None when it has no place."""

    number: str
    title: str
    obligation: str
    unit: str
    """As in the figures."""
    deadline_reason: str
    start: int | None
    roll_out: int | None
    go_live: int | None
    settled: int | None


def places(run: PlanRun) -> list[Place]:
    """Everything the plan was asked about, by start; those without a place last."""
    rows = (
        Placement.objects.filter(run=run)
        .order_by(F("start_month").asc(nulls_last=True), "initiative__number")
        .values_list(
            "initiative__number",
            "initiative__title",
            "initiative__obligation",
            "initiative__unit_id",
            "initiative__estimate__deadline_reason",
            "start_month",
            "roll_out_month",
            "go_live_month",
            "settled_month",
        )
    )
    return [_place(run, *row) for row in rows]


def _place(
    run: PlanRun,
    number: str,
    title: str,
    obligation: str,
    unit: int,
    reason: str | None,
    *months: date | None,
) -> Place:
    start, roll_out, go_live, settled = (_offset(month, run.first_month) for month in months)
    return Place(number, title, obligation, unit_id(unit), reason or "", start, roll_out, go_live, settled)


def _offset(month: date | None, first: date) -> int | None:
    return 12 * (month.year - first.year) + month.month - first.month if month else None
