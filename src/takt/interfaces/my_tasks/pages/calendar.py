"""One's calendar: make its address, close it, and the calendar itself, which asks for no sign-in but its secret."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_POST, require_safe

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Unit
from takt.governance.planning.publishing.calendar import entries_of_person, entries_of_unit
from takt.interfaces.my_tasks.calendar import calendar_of
from takt.interfaces.my_tasks.commands.close_calendar import close_calendar
from takt.interfaces.my_tasks.commands.make_calendar import hash_of, make_calendar
from takt.interfaces.my_tasks.gathering import tasks_of
from takt.interfaces.my_tasks.models import Subscription
from takt.interfaces.my_tasks.sittings import sittings_of

UNITS_OFFERED = 20
LONGEST_KEY = 10


def person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 - every view here is behind the door
    return request.user


@require_GET
def calendar_settings(request: HttpRequest) -> HttpResponse:
    subscription = Subscription.objects.filter(person=person(request)).first()
    units = Unit.objects.order_by("sort_key")
    return render(request, "my_tasks/keeping_up.html", {"subscription": subscription, "units": units})


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """The address is shown on this answer and never again."""
    key = make_calendar(by=person(request), at=timezone.now())
    address = request.build_absolute_uri(reverse("calendar_feed", args=[key]))
    subscription = Subscription.objects.get(person=person(request))
    units = Unit.objects.order_by("sort_key")
    near = units.filter(pk__in=[person(request).unit_id, *Managers.now().units_of(person(request))])
    context = {
        "subscription": subscription,
        "address": address,
        "unit_addresses": [
            (unit, request.build_absolute_uri(reverse("unit_calendar_feed", args=[key, unit.pk])))
            for unit in near[:UNITS_OFFERED]
        ],
        "units": units,
    }
    answer = render(request, "my_tasks/keeping_up.html", context)
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
    reader, at = _owner(key), timezone.now()
    with override(reader.language):
        body = calendar_of(
            tasks_of(reader, today=timezone.localdate(at)),
            sittings_of(reader, at),
            entries_of_person(reader),
            name=_("Takt: mine møder og frister"),
            at=at,
        )
    return _kept_secret(body)


@login_not_required
@require_safe
def unit_calendar_feed(request: HttpRequest, key: str, pk: int) -> HttpResponse:  # noqa: ARG001 - as above
    """What the plan in force has in store for a unit; closed with the person's own calendar."""
    reader, unit = _owner(key), get_object_or_404(Unit, pk=pk)
    with override(reader.language):
        return _kept_secret(_of_unit(unit))


@require_safe
def plan_calendar(request: HttpRequest) -> HttpResponse:
    """To download: of a unit (``enhed``), or one's own."""
    asked = request.GET.get("enhed", "")
    if asked:
        unit = get_object_or_404(Unit, pk=int(asked) if asked.isdecimal() and len(asked) < LONGEST_KEY else 0)
        body = _of_unit(unit)
    else:
        entries = entries_of_person(person(request))
        body = calendar_of((), (), entries, name=_("Takt: planen for mig"), at=timezone.now())
    return HttpResponse(
        body,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="takt-plan.ics"'},
    )


def _of_unit(unit: Unit) -> bytes:
    name = _("Takt: planen for %(unit)s") % {"unit": unit.name}
    return calendar_of((), (), entries_of_unit(unit), name=name, at=timezone.now())


def _owner(key: str) -> Person:
    """Whose secret it is. Raises Http404 when it is nobody's."""
    subscription = (
        Subscription.objects.select_related("person")
        .filter(calendar_key_hash=hash_of(key), person__is_active=True)
        .first()
    )
    if subscription is None:
        raise Http404
    return subscription.person


def _kept_secret(body: bytes) -> HttpResponse:
    return HttpResponse(
        body,
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"},
    )
