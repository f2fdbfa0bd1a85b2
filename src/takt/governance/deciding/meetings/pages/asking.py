"""Whom and what a page is about."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from takt.foundation.people.models import Person
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.models import AgendaItem, Meeting
from takt.governance.deciding.meetings.standing import Standing


def person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 - every view here is behind the door
    return request.user


def meeting_of(pk: int) -> Meeting:
    return get_object_or_404(Meeting.objects.select_related("body__version"), pk=pk)


def item_of(pk: int, item: int) -> AgendaItem:
    return get_object_or_404(
        AgendaItem.objects.select_related("meeting__body__version", "initiative"), pk=item, meeting=pk
    )


def readable(meeting: Meeting, standing: Standing) -> Meeting:
    """Until its agenda is sent, a meeting is the body's own. Raises Http404."""
    if not rules.may_read_agenda(meeting, standing):
        raise Http404
    return meeting


def number(text: str | None) -> int:
    """A whole number that a form sent, or 0."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
