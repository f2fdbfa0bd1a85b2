"""Small deeds in the room, which come back to the item."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refused
from takt.governance.deciding.meetings.commands.declare_recusal import declare_recusal
from takt.governance.deciding.meetings.commands.lift_recusal import lift_recusal
from takt.governance.deciding.meetings.commands.note_minutes import note_minutes
from takt.governance.deciding.meetings.commands.record_attendance import record_attendance
from takt.governance.deciding.meetings.commands.vote_in_writing import vote_in_writing
from takt.governance.deciding.meetings.models.agenda import Choice
from takt.governance.deciding.meetings.pages.asking import item_of, meeting_of, number, person
from takt.interfaces.meeting_room.pages.room import back_to_item, show_room


@require_POST
def attendance(request: HttpRequest, pk: int) -> HttpResponse:
    record_attendance(
        meeting_of(pk),
        _keys(request.POST.getlist("present")),
        seen=_keys(request.POST.get("seen", "").split(",")),
        by=person(request),
        at=timezone.now(),
    )
    item = number(request.POST.get("item"))
    return back_to_item(pk, item) if item else redirect("meeting_room", pk=pk)


@require_POST
def notes(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    found = item_of(pk, item)
    written, seen = request.POST.get("notes", ""), request.POST.get("seen", "")
    try:
        note_minutes(found, written, seen=seen, by=person(request), at=timezone.now())
    except Refused as refused:
        return show_room(request, pk, item, refusal=refused.refusal)
    if found.meeting.is_over:
        return redirect(f"{found.meeting.get_absolute_url()}#punkt-{found.pk}")
    return back_to_item(pk, item)


@require_POST
def recuse(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Without a person: oneself."""
    found, by = item_of(pk, item), person(request)
    asked = number(request.POST.get("person"))
    whom = get_object_or_404(Person, pk=asked) if asked else by
    declare_recusal(found, whom, ground=request.POST.get("ground", ""), by=by, at=timezone.now())
    if whom == by:
        return redirect(found.meeting)
    return back_to_item(pk, item)


@require_POST
def lift(request: HttpRequest, pk: int, item: int, recusal: int) -> HttpResponse:
    found = item_of(pk, item)
    held = get_object_or_404(found.recusals.select_related("item__meeting__body", "person"), pk=recusal)
    lift_recusal(held, by=person(request), at=timezone.now())
    return back_to_item(pk, item)


@require_POST
def vote(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    found = item_of(pk, item)
    asked = request.POST.get("choice", "")
    choice = Choice(asked) if asked in Choice.values else Choice.NEITHER
    vote_in_writing(
        found, choice, comment=request.POST.get("comment", ""), by=person(request), at=timezone.now()
    )
    return back_to_item(pk, item)


def _keys(texts: list[str]) -> set[int]:
    return {number(one) for one in texts} - {0}
