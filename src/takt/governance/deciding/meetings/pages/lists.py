"""Møder: what comes, and what has been."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from takt.foundation.design.templatetags.takt import day
from takt.governance.deciding.meetings.models import Meeting, MeetingState
from takt.governance.deciding.meetings.pages.asking import person
from takt.governance.deciding.meetings.queries import coming_meetings, past_meetings
from takt.governance.deciding.meetings.standing import standings_of
from takt.governance.deciding.models import Body, SeatRole
from takt.governance.deciding.queries import in_force

PER_PAGE, COMING_SHOWN = 20, 30


@require_GET
def meetings(request: HttpRequest) -> HttpResponse:
    """``?forum=`` shows one body."""
    reader, now = person(request), timezone.now()
    standings = standings_of(reader, now)
    version = in_force(now)
    bodies = list(version.bodies.all()) if version else []
    chosen = next((body for body in bodies if body.key == request.GET.get("forum")), None)
    key = chosen.key if chosen else ""
    coming = [one for one in coming_meetings(key)[: COMING_SHOWN * 2] if _is_for(one, standings)]
    context: dict[str, Any] = {
        "bodies": bodies,
        "chosen": chosen,
        "coming": coming[:COMING_SHOWN],
        "page": Paginator(past_meetings(key), PER_PAGE).get_page(request.GET.get("side")),
        "runs": [body for body in bodies if _runs(body, standings) and (not key or body.key == key)],
        "headline": headline(coming),
        "today": timezone.localdate(now),
    }
    return render(request, "meetings/meetings.html", context)


def _is_for(meeting: Meeting, standings: Mapping[str, SeatRole]) -> bool:
    """A planned meeting is in everyone's calendar; a planned written procedure is the body's own."""
    return not meeting.is_written or meeting.state != MeetingState.PLANNED or meeting.body.key in standings


def _runs(body: Body, standings: Mapping[str, SeatRole]) -> bool:
    return standings.get(body.key) in (SeatRole.CHAIR, SeatRole.SECRETARY)


def headline(coming: list[Meeting]) -> str:
    called = [one for one in coming if one.state in (MeetingState.CALLED, MeetingState.IN_SESSION)]
    if not coming:
        return _("Der er ikke planlagt nogen møder")
    nearest = called[0] if called else coming[0]
    if nearest.state == MeetingState.IN_SESSION and not nearest.is_written:
        return _("%(body)s holder møde nu") % {"body": nearest.body.name}
    return _("%(body)s mødes næste gang %(day)s") % {
        "body": nearest.body.name,
        "day": day(nearest.starts_at),
    }
