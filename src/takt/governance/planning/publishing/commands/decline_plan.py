"""Write down that a body has said no to a proposed plan: the plan in force stays."""

from datetime import date, datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.publishing import rules
from takt.governance.planning.publishing.commands.working import deciding_body, locked, settle
from takt.governance.planning.publishing.models import Proposal, ProposalState


@transaction.atomic
def decline_plan(
    proposal: Proposal, body_key: str, *, decided_on: date, reason: str, by: Person, at: datetime
) -> Proposal:
    """Raises Refused as ``publish_plan`` does, and without a reason that others can understand."""
    held = locked(proposal)
    body = deciding_body(held, body_key, by=by, at=at)
    refuse_if(rules.why_not_decline(held, decided_on=decided_on, reason=reason, at=at))
    held.body, held.decided_on, held.settled_reason = body, decided_on, reason.strip()
    settle(held, ProposalState.DECLINED, by=by, at=at)
    record("plan.declined", about=held.reference, by=by, at=at, reason=held.settled_reason, body=body.key)
    return held
