"""Write down that a body has decided a plan: from now on it is the plan in force, and those it touches are told."""

from datetime import date, datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.publishing import rules
from takt.governance.planning.publishing.commands.working import deciding_body, locked, settle
from takt.governance.planning.publishing.models import Proposal, ProposalState, Publication
from takt.governance.planning.publishing.queries import publication_in_force
from takt.governance.planning.publishing.telling import tell_of_publication


@transaction.atomic
def publish_plan(
    proposal: Proposal, body_key: str, *, decided_on: date, minutes: str, by: Person, at: datetime
) -> Publication:
    """Raises Refused without a seat as chair or secretary, and when the mandate does not cover the plan."""
    held = locked(proposal)
    body = deciding_body(held, body_key, by=by, at=at)
    earlier = publication_in_force()
    refuse_if(
        rules.why_not_publish(
            held, in_force=earlier.run if earlier else None, decided_on=decided_on, minutes=minutes, at=at
        )
    )
    held.body, held.decided_on, held.minutes = body, decided_on, minutes.strip()
    settle(held, ProposalState.PUBLISHED, by=by, at=at)
    publication = Publication.objects.create(
        number=earlier.number + 1 if earlier else 1, proposal=held, run=held.run, published_at=at
    )
    told = tell_of_publication(publication, at=at)
    record(
        "plan.published",
        about=held.reference,
        by=by,
        at=at,
        plan=held.run.reference,
        publication=publication.number,
        body=body.key,
        decided_on=decided_on.isoformat(),
        moves=len(held.moves),
        told=told,
        plan_sha256=held.run.figures["plan_sha256"],
    )
    return publication
