"""Close, approve, add to the minutes, and take a case up again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.governance.deciding.meetings.commands.add_to_minutes import add_to_minutes
from takt.governance.deciding.meetings.commands.approve_minutes import approve_minutes
from takt.governance.deciding.meetings.commands.close_meeting import close_meeting
from takt.governance.deciding.meetings.commands.reconsider import reconsider
from takt.governance.deciding.meetings.pages.asking import meeting_of, number, person
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = close_meeting(meeting_of(pk), by=person(request), at=timezone.now())
    messages.success(request, _("Mødet er lukket. Udfaldene gælder, og de berørte har fået besked."))
    return redirect(meeting)


@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_of(pk)
    seen = request.POST.get("seen", "")
    approve_minutes(meeting, seen=seen, by=person(request), at=timezone.now())
    messages.success(request, _("Referatet er godkendt og låst."))
    return redirect(meeting)


@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_of(pk)
    item = meeting.items.filter(pk=number(request.POST.get("item"))).first()
    add_to_minutes(
        meeting,
        request.POST.get("text", ""),
        reason=request.POST.get("reason", ""),
        item=item,
        by=person(request),
        at=timezone.now(),
    )
    messages.success(request, _("Tilføjelsen står nu under referatet."))
    return redirect(meeting)


@require_POST
def reconsider_case(request: HttpRequest, number: str) -> HttpResponse:
    case = get_object_or_404(Initiative.objects.exclude(stage=Stage.DRAFT), number=number)
    reconsider(case, request.POST.get("new_fact", ""), by=person(request), at=timezone.now())
    messages.success(request, _("Sagen er genoptaget og kvalificeres igen."))
    return redirect(case)
