"""Tell the step before which bodies may own criteria for scoring: those of the model in force."""

from django.utils import timezone

from takt.governance.clarifying.scoring.owners import Owner, tells_owners
from takt.governance.deciding.models import Body, SeatRole
from takt.governance.deciding.queries import in_force, voting_day
from takt.governance.deciding.terms import body_terms

KEEPERS = (SeatRole.CHAIR, SeatRole.SECRETARY)


@tells_owners
def owners_of_criteria() -> list[Owner]:
    now = timezone.now()
    version = in_force(now)
    if version is None:
        return []
    on = voting_day(version, timezone.localdate(now))
    bodies = version.bodies.prefetch_related("mandates__areas", "seats__person")
    return [Owner(body.key, body.name, _keepers(body, on)) for body in bodies]
