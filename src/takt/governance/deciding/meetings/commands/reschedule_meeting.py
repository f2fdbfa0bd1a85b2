"""Move a meeting to another time or place."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from takt.foundation.design.templatetags.takt import clock, day
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.working import locked, touch
from takt.governance.deciding.meetings.models import Meeting, MeetingState
from takt.governance.deciding.meetings.standing import standing_at
from takt.governance.deciding.meetings.telling import tell_members, texts


@transaction.atomic
def reschedule_meeting(
    meeting: Meeting, starts_at: datetime, *, place: str, edition: int, by: Person, at: datetime
) -> Meeting:
    """Those who have been called are told. ``edition``: of the meeting as it was seen."""
    held = locked(meeting)
    refuse_if(rules.why_not_prepare(held, standing_at(held, by, at)))
    now = _("Mødet er nu %(day)s %(clock)s. %(place)s") % {
        "day": day(held.starts_at),
        "clock": clock(held.starts_at),
        "place": held.place,
    }
    refuse_if(rules.why_not_overwrite(held.edition, edition, now))
    refuse_if(rules.why_not_date(starts_at, at))
    held.starts_at, held.place = starts_at, place.strip()[:120]
    touch(held)
    record("meeting.rescheduled", about=held, by=by, at=at, starts_at=starts_at.isoformat())
    if held.state == MeetingState.CALLED:
        tell_members(held, *texts.RESCHEDULED, at=at)
    return held
