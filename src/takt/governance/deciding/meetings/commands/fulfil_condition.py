"""Show that a condition is fulfilled."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import outcome_rules
from takt.governance.deciding.meetings.commands.settling import locked_condition, settle
from takt.governance.deciding.meetings.models import Condition, ConditionState
from takt.governance.deciding.meetings.queries import manages
from takt.governance.deciding.meetings.rules import why_not_name_citizens
from takt.governance.deciding.meetings.standing import standing_in


@transaction.atomic
def fulfil_condition(condition: Condition, proof: str, *, by: Person, at: datetime) -> Condition:
    found = locked_condition(condition)
    standing = standing_in(found.outcome.item.meeting.body, by, at)
    manages_it = by.is_active and manages(by, found.owner_unit)
    refuse_if(
        outcome_rules.why_not_fulfil(found, by, standing, manages=manages_it, proof=proof)
        or why_not_name_citizens(proof)
    )
    settle(found, ConditionState.FULFILLED, proof, by=by, at=at)
    record(
        "condition.fulfilled", about=found.outcome.item.initiative or found, by=by, at=at, condition=found.pk
    )
    return found
