"""Vote on one item of a written procedure."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.working import locked_item
from takt.governance.deciding.meetings.models import AgendaItem, Vote
from takt.governance.deciding.meetings.models.agenda import Choice
from takt.governance.deciding.meetings.standing import standing_at


@transaction.atomic
def vote_in_writing(item: AgendaItem, choice: Choice, *, comment: str = "", by: Person, at: datetime) -> Vote:
    """May be changed until the procedure closes; only the last one counts."""
    found = locked_item(item)
    meeting = found.meeting
    is_recused = found.recusals.filter(person=by).exists()
    refuse_if(
        rules.why_not_vote(meeting, standing_at(meeting, by, at), is_recused=is_recused, at=at)
        or rules.why_not_name_citizens(comment)
    )
    vote, _ = Vote.objects.update_or_create(
        item=found,
        person=by,
        defaults={"choice": choice, "comment": comment.strip()[:1_000], "voted_at": at},
    )
    meeting.attendance.filter(person=by).update(is_present=True)
    record("vote.given", about=meeting, by=by, at=at, item=found.pk, choice=str(choice))
    return vote
