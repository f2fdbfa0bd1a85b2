"""Put the coming meetings of a body in the calendar, or open the way for a written procedure."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.models import Meeting, MeetingState
from takt.governance.deciding.meetings.standing import standing_in
from takt.governance.deciding.models import Body

ITEMS_DUE_DAYS = 8


@transaction.atomic
def call_meetings(
    body: Body,
    starts: Sequence[datetime],
    *,
    place: str = "",
    items_due_days: int = ITEMS_DUE_DAYS,
    votes_due_at: datetime | None = None,
    by: Person,
    at: datetime,
) -> list[Meeting]:
    """One meeting for each start. ``votes_due_at`` makes it a written procedure, which has no place.

    Members are told when the agenda is sent, not before.
    """
    days = [timezone.localdate(one) for one in starts]
    Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    refuse_if(rules.why_not_call(standing_in(body, by, at), days, timezone.localdate(at)))
    is_written = votes_due_at is not None
    if not is_written:
        refuse_if(rules.why_not_clash(_first_taken(body, days)))
    meetings = [
        Meeting.objects.create(
            body=body,
            starts_at=start,
            place="" if is_written else place.strip()[:120],
            items_due_date=max(timezone.localdate(at), day - timedelta(days=items_due_days)),
            is_written=is_written,
            votes_due_at=votes_due_at,
        )
        for start, day in zip(starts, days, strict=True)
    ]
    for meeting in meetings:
        record(
            "meeting.planned",
            about=meeting,
            by=by,
            at=at,
            body=body.key,
            starts_at=meeting.starts_at.isoformat(),
            is_written=is_written,
        )
    return meetings


def _first_taken(body: Body, days: Sequence[date]) -> date | None:
    """The first of the days on which the body meets already, or that stands twice."""
    held = Meeting.objects.filter(body__key=body.key, is_written=False).exclude(state=MeetingState.CANCELLED)
    taken = {timezone.localdate(one) for one in held.values_list("starts_at", flat=True)}
    return next((day for number, day in enumerate(days) if day in taken or day in days[:number]), None)
