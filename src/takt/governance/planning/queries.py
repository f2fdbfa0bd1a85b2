"""Plans, as other steps and pages read them. The large archived files are left in the database."""

from django.db.models import QuerySet

from takt.foundation.jobs.models import State
from takt.governance.flow.models import Initiative
from takt.governance.planning.models import Placement, PlanRun

UNFINISHED = (State.WAITING, State.RUNNING)


def runs() -> QuerySet[PlanRun]:
    """Newest first, without the archived problem and plan."""
    return PlanRun.objects.select_related("job", "requested_by").defer("problem", "plan")


def current_plan() -> PlanRun | None:
    """The newest plan that was recorded; its ``figures`` hold load, staff, money and go-lives."""
    return runs().filter(recorded_at__isnull=False).first()


def unfinished_run() -> PlanRun | None:
    """The run that waits or is under way; there is at most one."""
    return runs().filter(job__state__in=UNFINISHED).defer("problem", "plan", "figures").first()


def placement_in_current_plan(initiative: Initiative) -> Placement | None:
    """Its place in the newest plan (``start_month`` None: asked about, but not in the plan), or None."""
    run = current_plan()
    return Placement.objects.filter(run=run, initiative=initiative).first() if run else None
