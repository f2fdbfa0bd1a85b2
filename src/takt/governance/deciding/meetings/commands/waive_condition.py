"""Let a condition fall; only the body that set it can."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import outcome_rules
from takt.governance.deciding.meetings.commands.settling import locked_condition, settle
from takt.governance.deciding.meetings.models import Condition, ConditionState
from takt.governance.deciding.meetings.standing import standing_in


@transaction.atomic
def waive_condition(condition: Condition, reason: str, *, by: Person, at: datetime) -> Condition:
    found = locked_condition(condition)
    standing = standing_in(found.outcome.item.meeting.body, by, at)
    refuse_if(outcome_rules.why_not_waive(found, standing, reason))
    settle(found, ConditionState.WAIVED, reason, by=by, at=at)
    record("condition.waived", about=found.outcome.item.initiative or found, by=by, at=at, condition=found.pk)
    return found
