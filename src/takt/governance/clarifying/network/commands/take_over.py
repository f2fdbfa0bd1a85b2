"""Take a case over from a colleague, as their substitute or as coordinator; the colleague is told why."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from takt.foundation.people.commands.working import locked_people
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.commands.working import holder_of, locked
from takt.governance.clarifying.models import Assignment
from takt.governance.clarifying.network import rules
from takt.governance.clarifying.network.commands.assign_case import pass_on
from takt.governance.clarifying.network.queries import stands_in_for
from takt.governance.flow.models import Initiative


@transaction.atomic
def take_over(initiative: Initiative, reason: str, *, seen: int, by: Person, at: datetime) -> Assignment:
    """The reason is written to the colleague. ``seen`` as in assign_case."""
    [by] = locked_people(by)  # who may be leaving in this very moment
    case = locked(initiative)
    was = holder_of(case)
    stands_in = stands_in_for(by, was, timezone.localdate(at))
    refuse_if(
        rules.why_not_take_over(case, was, by, stands_in=stands_in)
        or rules.why_not_give_over(was, seen)
        or rules.why_not_reason(reason)
    )
    return pass_on(case, was, by, by=by, at=at, reason=reason.strip())
