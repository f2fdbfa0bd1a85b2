"""What every command on a meeting does first and last."""

from datetime import datetime

from django.db.models import Q

from takt.governance.deciding.meetings.models import AgendaItem, Meeting
from takt.governance.deciding.meetings.queries import COMING
from takt.governance.deciding.meetings.standing import body_in_force


def locked(meeting: Meeting) -> Meeting:
    """The meeting as it is now, kept from others until the transaction ends."""
    return (
        Meeting.objects.select_for_update(of=("self",), no_key=True).select_related("body").get(pk=meeting.pk)
    )


def locked_with_coming(meeting: Meeting) -> Meeting:
    """Together with every other coming meeting of the body, in one order: two agendas never take the same case."""
    theirs = Meeting.objects.filter(
        Q(pk=meeting.pk) | Q(body__key=meeting.body.key, state__in=COMING)
    ).select_for_update(of=("self",), no_key=True)
    list(theirs.order_by("pk"))
    return locked(meeting)


def locked_item(item: AgendaItem) -> AgendaItem:
    """The item as it is now. The meeting is locked first, so two who meet never wait for each other."""
    meeting = locked(item.meeting)
    found = (
        AgendaItem.objects.select_for_update(of=("self",), no_key=True)
        .select_related("initiative")
        .get(pk=item.pk)
    )
    found.meeting = meeting
    return found


def touch(meeting: Meeting) -> None:
    """Others who have the meeting open see that it has changed."""
    meeting.edition += 1
    meeting.save()


def follow_model(meeting: Meeting, at: datetime) -> None:
    """Until it has begun, a meeting follows the model that is in force."""
    meeting.body = body_in_force(meeting.body, at)


def number_items(items: list[AgendaItem]) -> None:
    """Positions from 1 in this order."""
    for position, item in enumerate(items, start=1):
        if item.position != position:
            item.position = position
            AgendaItem.objects.filter(pk=item.pk).update(position=position)
