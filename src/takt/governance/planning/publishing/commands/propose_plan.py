"""Put a computed plan forward for publication, with what it would change."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.models import PlanRun
from takt.governance.planning.publishing import rules
from takt.governance.planning.publishing.models import Proposal
from takt.governance.planning.publishing.moves import moves_between
from takt.governance.planning.publishing.queries import open_proposal, publication_in_force


@transaction.atomic
def propose_plan(run: PlanRun, *, note: str = "", by: Person, at: datetime) -> Proposal:
    """Raises Refused when this person may not, the plan is in force already, or another proposal waits."""
    in_force = publication_in_force()
    against = in_force.run if in_force else None
    refuse_if(rules.why_not_propose(by, run, in_force=against, already=open_proposal(), note=note))
    proposal = Proposal.objects.create(
        run=run,
        against=against,
        moves=[move.as_json() for move in moves_between(against, run)],
        note=note.strip(),
        proposed_by=by,
        proposed_at=at,
    )
    record(
        "plan.proposed",
        about=proposal.reference,
        by=by,
        at=at,
        plan=run.reference,
        against=against.reference if against else "",
        moves=len(proposal.moves),
        plan_sha256=run.figures["plan_sha256"],
    )
    # the ledger lets writers in one at a time, so by now the second of two sees the first
    already = open_proposal(besides=proposal)
    refuse_if(rules.why_not_propose(by, run, in_force=None, already=already))
    return proposal
