"""Which body a case in clarification is sent to."""

from datetime import datetime

from takt.calculation.governance_path import Body, CaseFacts, Level, path_for
from takt.governance.clarifying.models import Estimate
from takt.governance.deciding import queries
from takt.governance.flow.models import Initiative


def receiving_body(initiative: Initiative, *, at: datetime) -> Body | None:
    """The first on its way that recommends or decides; the network itself qualifies. None: not known yet.

    The likely amounts and the units that must change lead the way, by the model in force.
    """
    version = queries.in_force(at)
    estimate = Estimate.objects.filter(initiative=initiative).first()
    units = list(initiative.impacts.values_list("unit", flat=True))
    if version is None or estimate is None or not units:
        return None
    touched = queries.areas().touched_by(units)
    if not touched:
        return None
    case = CaseFacts(touched, estimate.investment_dkk, estimate.running_dkk)
    path = path_for(case, queries.path_bodies_of(version))
    return next((step.body for step in path.steps if step.level is not Level.QUALIFY), None)
