"""Ask several people to assess a case, each without seeing the others."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.working import locked_people
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.scoring import rules
from takt.governance.clarifying.scoring.commands.working import begin, locked_round
from takt.governance.clarifying.scoring.models import CriteriaVersion, Round
from takt.governance.flow.models import Initiative


@transaction.atomic
def ask_assessors(
    initiative: Initiative,
    people: Sequence[Person],
    *,
    criteria: CriteriaVersion | None,
    due_date: date | None,
    by: Person,
    at: datetime,
) -> Round:
    """The first round of a case. Each of the people gets a letter; the round keeps this version of the criteria."""
    people = locked_people(*people)  # some may be leaving in this very moment
    case, earlier = locked_round(initiative)
    refuse_if(
        rules.why_not_ask(case, criteria, earlier, by)
        or rules.why_not_these(people)
        or rules.why_not_due(due_date, timezone.localdate(at))
    )
    assert criteria is not None  # noqa: S101 - the rules have seen to it
    assert due_date is not None  # noqa: S101 - the rules have seen to it
    one = begin(case, criteria, people, number=1, due_date=due_date, reason="", by=by, at=at)
    record(
        "assessment.asked",
        about=case,
        by=by,
        at=at,
        round=1,
        criteria=str(criteria),
        assessors=sorted(str(person.pseudonym) for person in people),
    )
    return one
