"""Reckonings, as pages read them."""

from takt.governance.planning.forecasting.models import Kind, Reckoning
from takt.governance.planning.models import PlanRun


def reckoning_of(run: PlanRun, kind: Kind) -> Reckoning | None:
    return Reckoning.objects.select_related("job", "requested_by").filter(run=run, kind=kind).first()
