"""Ask one more to assess, for example the fourth when three disagree."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.working import locked_people
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.scoring import rules
from takt.governance.clarifying.scoring.commands.working import ask, locked_round
from takt.governance.clarifying.scoring.models import Assessor
from takt.governance.clarifying.scoring.queries import assessors_of
from takt.governance.flow.models import Initiative


@transaction.atomic
def add_assessor(initiative: Initiative, person: Person, *, by: Person, at: datetime) -> Assessor:
    """The new one sees nobody's scores before having answered; what the others have said stays as it is."""
    [person] = locked_people(person)  # who may be leaving in this very moment
    case, one = locked_round(initiative)
    refuse_if(rules.why_not_add(case, one, by))
    assert one is not None  # noqa: S101 - why_not_add has seen to it
    refuse_if(rules.why_not_add_this(person, assessors_of(one), one, by))
    answer = ask(person, one, by=by, at=at)
    record(
        "assessment.assessor_added",
        about=case,
        by=by,
        at=at,
        round=one.number,
        assessor=str(person.pseudonym),
    )
    return answer
