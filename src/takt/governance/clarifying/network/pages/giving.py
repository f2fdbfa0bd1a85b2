"""Give a case to a member, or take it over; both come back to the case."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.foundation.people.models import Person
from takt.governance.clarifying.network.commands.assign_case import assign_case
from takt.governance.clarifying.network.commands.take_over import take_over
from takt.governance.clarifying.pages.deeds import person, sent


@require_POST
def give(request: HttpRequest, number: str) -> HttpResponse:
    """From the case, or from the load of a member (``next``)."""
    initiative, chosen = sent(number), request.POST.get("to", "")
    to = get_object_or_404(Person, pk=int(chosen) if chosen.isdecimal() and len(chosen) < 18 else 0)
    assign_case(initiative, to, by=person(request), at=timezone.now())
    messages.success(
        request, _("%(person)s har nu sag %(number)s og har fået besked.") % {"person": to, "number": number}
    )
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return redirect(back if is_ours else initiative.get_absolute_url())


@require_POST
def take_case_over(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    take_over(initiative, request.POST.get("reason", ""), by=person(request), at=timezone.now())
    messages.success(request, _("Du har nu sagen, og kollegaen har fået besked."))
    return redirect(initiative)
