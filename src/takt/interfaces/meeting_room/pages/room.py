"""Mødelokalet: readable on a projector, and run by keyboard alone."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from takt.foundation.refusals import Refusal
from takt.governance.deciding.meetings.pages.asking import meeting_of, person
from takt.interfaces.meeting_room.view import context_of, enter


@require_GET
def room(request: HttpRequest, pk: int, item: int | None = None) -> HttpResponse:
    return show_room(request, pk, item)


def back_to_item(pk: int, item: int) -> HttpResponse:
    """To its heading, so that Tab goes on from there and not from the top of the page."""
    return redirect(f"{reverse('meeting_room_item', args=[pk, item])}#punkt")


def show_room(
    request: HttpRequest, pk: int, item: int | None, *, refusal: Refusal | None = None, **written: Any
) -> HttpResponse:
    """``written``: forms that were refused, kept beside what now stands."""
    now = timezone.now()
    inside = enter(meeting_of(pk), item, reader=person(request), at=now)
    context = context_of(inside, now, **written) | {"refusal": refusal}
    status = refusal.status if refusal else 422 if written else 200
    return render(request, "meeting_room/room.html", context, status=status)
