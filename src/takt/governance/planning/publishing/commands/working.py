"""What every command on a proposal does first and last."""

from datetime import datetime

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.models import Body
from takt.governance.planning.publishing import rules
from takt.governance.planning.publishing.models import Proposal, ProposalState
from takt.governance.planning.publishing.queries import deciders, facts_of, may_run


def locked(proposal: Proposal) -> Proposal:
    """The proposal as it is now, kept from others until the transaction ends."""
    return (
        Proposal.objects.select_for_update(of=("self",), no_key=True)
        .select_related("run", "against")
        .get(pk=proposal.pk)
    )


def deciding_body(proposal: Proposal, key: str, *, by: Person, at: datetime) -> Body:
    """The body in which this person writes a decision on the plan down. Raises Refused when they may not."""
    everybody = deciders(facts_of(proposal.run), at)
    refuse_if(rules.why_not_decide(proposal, may_run(by, at), everybody, key))
    return next(one.body for one in everybody if one.body.key == key)


def settle(proposal: Proposal, state: ProposalState, *, by: Person, at: datetime) -> None:
    proposal.state, proposal.settled_by, proposal.settled_at = state, by, at
    proposal.save()
