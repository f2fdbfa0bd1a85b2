"""One's calendar: make its address, close it, and the calendar itself, which asks for no sign-in but its secret."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_POST, require_safe

from takt.foundation.people.models import Person
from takt.interfaces.my_tasks.calendar import calendar_of
from takt.interfaces.my_tasks.commands.close_calendar import close_calendar
from takt.interfaces.my_tasks.commands.make_calendar import hash_of, make_calendar
from takt.interfaces.my_tasks.gathering import tasks_of
from takt.interfaces.my_tasks.models import Subscription
from takt.interfaces.my_tasks.sittings import sittings_of


def person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 - every view here is behind the door
    return request.user


@require_GET
def calendar_settings(request: HttpRequest) -> HttpResponse:
    subscription = Subscription.objects.filter(person=person(request)).first()
    return render(request, "my_tasks/keeping_up.html", {"subscription": subscription})


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """The address is shown on this answer and never again."""
    key = make_calendar(by=person(request), at=timezone.now())
    address = request.build_absolute_uri(reverse("calendar_feed", args=[key]))
    subscription = Subscription.objects.get(person=person(request))
    answer = render(request, "my_tasks/keeping_up.html", {"subscription": subscription, "address": address})
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def close(request: HttpRequest) -> HttpResponse:
    close_calendar(by=person(request), at=timezone.now())
    messages.success(request, _("Kalenderen er lukket. Adressen virker ikke længere."))
    return redirect("keeping_up")


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, key: str) -> HttpResponse:  # noqa: ARG001 - the secret says who asks
    subscription = (
        Subscription.objects.select_related("person")
        .filter(calendar_key_hash=hash_of(key), person__is_active=True)
        .first()
    )
    if subscription is None:
        raise Http404
    reader, at = subscription.person, timezone.now()
    with override(reader.language):
        body = calendar_of(
            tasks_of(reader, today=timezone.localdate(at)),
            sittings_of(reader, at),
            name=_("Takt: mine møder og frister"),
            at=at,
        )
    return HttpResponse(
        body,
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"},
    )
