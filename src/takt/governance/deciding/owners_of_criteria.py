"""Tell the step before which bodies may own criteria for scoring: those of the model in force."""

from django.utils import timezone

from takt.governance.clarifying.scoring.owners import Owner, tells_owners
from takt.governance.deciding.models import SeatRole
from takt.governance.deciding.queries import bodies_of, in_force, voting_day
from takt.governance.deciding.terms import body_terms

KEEPERS = (SeatRole.CHAIR, SeatRole.SECRETARY)


@tells_owners
def owners_of_criteria() -> list[Owner]:
    now = timezone.now()
    version = in_force(now)
    if version is None:
        return []
    on = voting_day(version, timezone.localdate(now))
    return [
        Owner(
            body.key,
            body.name,
            frozenset(
                seat.person
                for seat in terms.seats
                if seat.person is not None and seat.role in KEEPERS and seat.is_taken(on)
            ),
        )
        for body, terms in ((body, body_terms(body)) for body in bodies_of(version))
    ]
