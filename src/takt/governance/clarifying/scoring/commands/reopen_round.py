"""Begin a new round, with a reason. The earlier round and its scores stay as they were."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.working import locked_people
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.rules import why_not_say
from takt.governance.clarifying.scoring import rules
from takt.governance.clarifying.scoring.commands.working import begin, locked_round
from takt.governance.clarifying.scoring.models import CriteriaVersion, Round
from takt.governance.clarifying.scoring.queries import assessors_of
from takt.governance.flow.models import Initiative


@transaction.atomic
def reopen_round(
    initiative: Initiative,
    people: Sequence[Person],
    reason: str,
    *,
    criteria: CriteriaVersion | None,
    due_date: date | None,
    by: Person,
    at: datetime,
) -> Round:
    """The new round follows the version of the criteria that is given; the value of the case stands until then."""
    people = locked_people(*people)  # some may be leaving in this very moment
    case, before = locked_round(initiative)
    refuse_if(
        rules.why_not_reopen(case, before, assessors_of(before) if before else [], by)
        or rules.why_not_ask(case, criteria, None, by)
        or rules.why_not_these(people)
        or rules.why_not_due(due_date, timezone.localdate(at))
        or why_not_say(reason)
    )
    assert before is not None  # noqa: S101 - the rules have seen to it
    assert criteria is not None  # noqa: S101 - the rules have seen to it
    assert due_date is not None  # noqa: S101 - the rules have seen to it
    if before.closed_at is None:
        before.closed_at, before.closed_by, before.close_reason = at, by, reason.strip()[:500]
        before.save()
    number = before.number + 1
    one = begin(
        case, criteria, people, number=number, due_date=due_date, reason=reason.strip()[:500], by=by, at=at
    )
    record(
        "assessment.reopened",
        about=case,
        by=by,
        at=at,
        round=number,
        criteria=str(criteria),
        reason=one.reason,
        assessors=sorted(str(person.pseudonym) for person in people),
    )
    return one
