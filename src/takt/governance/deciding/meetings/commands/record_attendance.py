"""Write down who is present."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.working import locked, touch
from takt.governance.deciding.meetings.models import Meeting
from takt.governance.deciding.meetings.standing import standing_at


@transaction.atomic
def record_attendance(
    meeting: Meeting, present: Collection[int], *, seen: Collection[int], by: Person, at: datetime
) -> Meeting:
    """Keys of people, of those on the list. ``seen``: those who stood as present when the person began.

    Who came or left meanwhile by another's hand stays so, for one only changes what one has touched.
    """
    held = locked(meeting)
    refuse_if(rules.why_not_attend(held, standing_at(held, by, at)))
    changed = set(present) ^ set(seen)
    rows = list(held.attendance.select_related("person"))
    for row in rows:
        if row.person_id in changed:
            row.is_present = row.person_id in present
            row.save(update_fields=["is_present"])
    touch(held)
    record(
        "attendance.recorded",
        about=held,
        by=by,
        at=at,
        present=[str(row.person.pseudonym) for row in rows if row.is_present and row.person],
    )
    return held
