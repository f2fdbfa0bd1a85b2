"""Give a case to a member, or take it over; both come back to the case."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, Refused, refuse_if
from takt.governance.clarifying.network import rules
from takt.governance.clarifying.network.commands.assign_case import assign_case
from takt.governance.clarifying.network.commands.take_over import take_over
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.pages.deeds import person, sent
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

MOST = 50
"""As many as the page shows."""


@require_POST
def give(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    refuse_if(rules.why_not_give_case(initiative, person(request)))
    to = _chosen(request)
    assign_case(initiative, to, seen=_key(request, "seen"), by=person(request), at=timezone.now())
    messages.success(
        request, _("%(person)s har nu sag %(number)s og har fået besked.") % {"person": to, "number": number}
    )
    return redirect(initiative)


@require_POST
def give_many(request: HttpRequest, pk: int) -> HttpResponse:
    """From the page of the one who has them; all or none."""
    membership = get_object_or_404(Membership, pk=pk, person__isnull=False)
    refuse_if(rules.why_not_lead(person(request)))
    to = _chosen(request)
    numbers = request.POST.getlist("number")[:MOST]
    cases = Initiative.objects.filter(number__in=numbers).exclude(stage=Stage.DRAFT)
    seen = membership.person_id or 0
    with transaction.atomic():
        for case in cases.order_by("pk"):
            assign_case(case, to, seen=seen, by=person(request), at=timezone.now())
    if numbers:
        messages.success(request, _("Sagerne er givet til %(person)s, der har fået besked.") % {"person": to})
    else:
        messages.warning(request, _("Ingen sag var valgt. Sæt flueben ved dem, der skal gives videre."))
    return redirect(membership)


@require_POST
def take_case_over(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    reason = request.POST.get("reason", "")
    take_over(initiative, reason, seen=_key(request, "seen"), by=person(request), at=timezone.now())
    messages.success(request, _("Du har nu sagen, og kollegaen har fået besked."))
    return redirect(initiative)


def _chosen(request: HttpRequest) -> Person:
    to = Person.objects.filter(pk=_key(request, "to")).first()
    if to is None:
        raise Refused(Refusal(_("Der er ikke valgt nogen at give til."), _("Vælg et medlem af netværket.")))
    return to


def _key(request: HttpRequest, name: str) -> int:
    """0: none, or nothing that can be a key."""
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else 0
