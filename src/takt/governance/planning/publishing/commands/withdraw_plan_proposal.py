"""Take a proposal back, for example because a better plan has been computed."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.publishing import rules
from takt.governance.planning.publishing.commands.working import locked, settle
from takt.governance.planning.publishing.models import Proposal, ProposalState


@transaction.atomic
def withdraw_plan_proposal(proposal: Proposal, *, by: Person, at: datetime) -> Proposal:
    held = locked(proposal)
    refuse_if(rules.why_not_withdraw(by, held))
    settle(held, ProposalState.WITHDRAWN, by=by, at=at)
    record("plan.proposal_withdrawn", about=held.reference, by=by, at=at)
    return held
