"""Send, move, open and cancel."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.foundation.refusals import Refused, refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.cancel_meeting import cancel_meeting
from takt.governance.deciding.meetings.commands.open_meeting import open_meeting
from takt.governance.deciding.meetings.commands.open_written_procedure import open_written_procedure
from takt.governance.deciding.meetings.commands.reschedule_meeting import reschedule_meeting
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.forms import TimeForm
from takt.governance.deciding.meetings.pages.asking import meeting_of, person
from takt.governance.deciding.meetings.pages.meeting import show_meeting
from takt.governance.deciding.meetings.standing import standing_at


@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = send_agenda(meeting_of(pk), by=person(request), at=timezone.now())
    messages.success(request, _("Dagsordenen er sendt til medlemmerne."))
    return redirect(meeting)


@require_POST
def reschedule(request: HttpRequest, pk: int) -> HttpResponse:
    meeting, form = meeting_of(pk), TimeForm(request.POST, auto_id="tid-%s")
    refuse_if(rules.why_not_run(standing_at(meeting, person(request), timezone.now())))
    if not form.is_valid():
        return show_meeting(request, meeting, time_form=form)
    try:
        reschedule_meeting(
            meeting,
            form.starts_at(),
            place=form.cleaned_data["place"],
            edition=form.cleaned_data["edition"],
            by=person(request),
            at=timezone.now(),
        )
    except Refused as refused:
        meeting.refresh_from_db()
        kept = TimeForm(request.POST.dict() | {"edition": meeting.edition}, auto_id="tid-%s")
        return show_meeting(request, meeting, time_form=kept, refusal=refused.refusal)
    messages.success(request, _("Mødet er flyttet."))
    return redirect(meeting)


@require_POST
def open_it(request: HttpRequest, pk: int) -> HttpResponse:
    meeting, by, now = meeting_of(pk), person(request), timezone.now()
    if meeting.is_written:
        open_written_procedure(meeting, by=by, at=now)
        messages.success(request, _("Behandlingen er åben, og medlemmerne er bedt om at stemme."))
    else:
        open_meeting(meeting, by=by, at=now)
    return redirect("meeting_room", pk=pk)


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = cancel_meeting(
        meeting_of(pk), request.POST.get("reason", ""), by=person(request), at=timezone.now()
    )
    messages.success(request, _("Mødet er aflyst. Punkterne venter på det næste."))
    return redirect(meeting)
