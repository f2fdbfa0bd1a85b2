"""The wishes as other parts read them."""

from collections.abc import Mapping

from django.db.models import QuerySet

from takt.calculation.planner.problem import Month
from takt.governance.planning.limits.months import month_of
from takt.governance.planning.models import Placement, PlanRun
from takt.governance.planning.pinning.models import Pin


def active_pins() -> QuerySet[Pin]:
    """Those not withdrawn, the oldest first: of two that collide it is kept."""
    return Pin.objects.filter(withdrawn_at=None).select_related("initiative", "pinned_by")


def newest_starts(first_month: Month) -> Mapping[str, int]:
    """Where the newest plan starts each initiative, as offsets from ``first_month``; empty without a plan."""
    run = PlanRun.objects.filter(recorded_at__isnull=False).only("pk").first()
    if run is None:
        return {}
    places = Placement.objects.filter(run=run, start_month__isnull=False)
    return {
        number: month_of(start).minus(first_month)
        for number, start in places.values_list("initiative__number", "start_month")
        if start is not None
    }
