"""Call the coming meetings of a body, or begin a written procedure."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from takt.calculation.working_days import meeting_days
from takt.foundation.design.templatetags.takt import day
from takt.foundation.refusals import Refusal, Refused, refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.call_meetings import call_meetings
from takt.governance.deciding.meetings.forms import CallForm, WrittenForm
from takt.governance.deciding.meetings.models import Meeting, MeetingState
from takt.governance.deciding.meetings.pages.asking import person
from takt.governance.deciding.meetings.standing import standing_in
from takt.governance.deciding.models import Body
from takt.governance.deciding.queries import in_force

PROPOSED = 8
WEEKS = 4
"""Between meetings, when the body has not said."""


@require_http_methods(["GET", "POST"])
def call(request: HttpRequest, key: str) -> HttpResponse:
    by, now, body = person(request), timezone.now(), _body(key)
    refuse_if(rules.why_not_run(standing_in(body, by, now)))
    days = proposed(body, timezone.localdate(now))
    choices = [(one.isoformat(), day(one)) for one in days]
    form = CallForm(request.POST or None, days=choices, initial={"days": [days[0].isoformat()]})
    refusal: Refusal | None = None
    if request.method == "POST" and form.is_valid():
        try:
            called = call_meetings(
                body,
                form.starts(),
                place=form.cleaned_data["place"],
                items_due_days=form.cleaned_data["items_due_days"],
                by=by,
                at=now,
            )
        except Refused as refused:
            refusal = refused.refusal
        else:
            messages.success(
                request,
                ngettext("Mødet er i kalenderen.", "%(count)d møder er i kalenderen.", len(called))
                % {"count": len(called)},
            )
            return redirect(called[0]) if len(called) == 1 else redirect(_list_of(key))
    context: dict[str, Any] = {"body": body, "form": form, "refusal": refusal, "written": WrittenForm()}
    return render(request, "meetings/call.html", context, status=_status(request, refusal))


@require_http_methods(["POST"])
def call_written(request: HttpRequest, key: str) -> HttpResponse:
    by, now, body = person(request), timezone.now(), _body(key)
    form = WrittenForm(request.POST)
    if not form.is_valid():
        refuse_if(rules.why_not_run(standing_in(body, by, now)))
        refuse_if(Refusal(_("Der mangler en frist for at stemme."), _("Vælg den sidste dag.")))
    called = call_meetings(body, [now], votes_due_at=form.votes_due_at(), by=by, at=now)
    messages.success(request, _("Den skriftlige behandling er klar til punkter."))
    return redirect(called[0])


def proposed(body: Body, today: date) -> list[date]:
    """From the rhythm: the weekday of the latest meeting, so many weeks on, holidays passed over."""
    weeks = body.weeks_between or WEEKS
    latest = (
        Meeting.objects.filter(body__key=body.key, is_written=False)
        .exclude(state=MeetingState.CANCELLED)
        .order_by("-starts_at")
        .first()
    )
    first = timezone.localdate(latest.starts_at) + timedelta(weeks=weeks) if latest else _in_two_weeks(today)
    while first < today:
        first += timedelta(weeks=weeks)
    return meeting_days(first, weeks_between=weeks, count=PROPOSED)


def _in_two_weeks(today: date) -> date:
    return today + timedelta(days=14)


def _body(key: str) -> Body:
    version = in_force(timezone.now())
    body = version.bodies.filter(key=key).first() if version else None
    if body is None:
        raise Http404
    return body


def _list_of(key: str) -> str:
    return f"{reverse('meetings')}?forum={key}"


def _status(request: HttpRequest, refusal: Refusal | None) -> int:
    if refusal:
        return refusal.status
    return 422 if request.method == "POST" else 200
