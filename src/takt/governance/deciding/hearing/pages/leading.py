"""Ask the units, give them more time, take the hearing back or end it."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Unit
from takt.foundation.refusals import Refused, refuse_if
from takt.governance.clarifying.pages.deeds import person, sent
from takt.governance.deciding.hearing import queries, rules
from takt.governance.deciding.hearing.commands.call_hearing import call_hearing
from takt.governance.deciding.hearing.commands.close_hearing import close_hearing
from takt.governance.deciding.hearing.commands.prolong_hearing import prolong_hearing
from takt.governance.deciding.hearing.commands.withdraw_hearing import withdraw_hearing
from takt.governance.deciding.hearing.forms import HearingForm, ProlongForm, WithdrawForm
from takt.governance.deciding.hearing.models import Hearing
from takt.governance.deciding.hearing.pages.reading import show_hearing
from takt.governance.flow.models import Initiative

USUAL = timedelta(days=21)
"""Three weeks, which a unit can plan with."""


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, number: str) -> HttpResponse:
    initiative, by, today = sent(number), person(request), timezone.localdate()
    leads = queries.leads_hearings(initiative, by, today)
    refuse_if(rules.why_not_hear(initiative, queries.under_way(initiative, today), by, leads=leads))
    affected = [
        impact.unit for impact in initiative.impacts.select_related("unit").order_by("unit__sort_key")
    ]
    first = {
        "questions": _("Hvad betyder sagen for jer, og kan I bakke op om den?"),
        "due_date": today + USUAL,
        "units": [unit.pk for unit in affected],
    }
    form, refusal = HearingForm(request.POST or None, initial=first), None
    if request.method == "POST" and form.is_valid():
        try:
            hearing = call_hearing(
                initiative,
                form.asked(),
                list(form.cleaned_data["units"]),
                due_date=form.cleaned_data["due_date"],
                by=by,
                at=timezone.now(),
            )
        except Refused as refused:
            refusal = refused.refusal
        else:
            messages.success(request, _told(hearing))
            return redirect(hearing)
    context = {"form": form, "refusal": refusal, **_picks(initiative, form, affected)}
    status = refusal.status if refusal else 422 if request.method == "POST" else 200
    return render(request, "hearing/ask.html", context, status=status)


def _picks(initiative: Initiative, form: HearingForm, affected: list[Unit]) -> dict[str, object]:
    """Affected units first, each with the one who will be asked; the others below."""
    managers, chosen = Managers.now(), {str(pk) for pk in form["units"].value() or ()}
    known = {unit.pk for unit in affected}
    others = [unit for unit in Unit.objects.all() if unit.pk not in known]
    return {
        "initiative": initiative,
        "affected": [(unit, str(unit.pk) in chosen, managers.of(unit.pk)) for unit in affected],
        "others": [(unit, str(unit.pk) in chosen, managers.of(unit.pk)) for unit in others],
        "adds_others": any(str(unit.pk) in chosen for unit in others),
    }


def _told(hearing: Hearing) -> str:
    managers = Managers.now()
    led_by = [managers.of(unit) for unit in hearing.parties.values_list("unit", flat=True)]
    said = ngettext("Én enhed er spurgt.", "%(count)d enheder er spurgt.", len(led_by)) % {
        "count": len(led_by)
    }
    without = led_by.count(None)
    if not without:
        return said
    alone = ngettext(
        "Én af dem har ingen leder i Takt; konsulenten skriver dens svar.",
        "%(count)d af dem har ingen leder i Takt; konsulenten skriver deres svar.",
        without,
    ) % {"count": without}
    return f"{said} {alone}"


@require_POST
def prolong(request: HttpRequest, pk: int) -> HttpResponse:
    hearing, form = _led_by(request, pk), ProlongForm(request.POST, auto_id="prolong-%s")
    if not form.is_valid():
        return show_hearing(request, hearing, status=422, prolong_form=form)
    given = form.cleaned_data
    prolong_hearing(
        hearing,
        given["due_date"],
        given["reason"],
        edition=given["edition"],
        by=person(request),
        at=timezone.now(),
    )
    messages.success(request, _("Høringen er forlænget, og de, der mangler at svare, har fået besked."))
    return redirect(hearing)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    hearing, form = _led_by(request, pk), WithdrawForm(request.POST, auto_id="withdraw-%s")
    if not form.is_valid():
        return show_hearing(request, hearing, status=422, withdraw_form=form)
    given = form.cleaned_data
    withdraw_hearing(
        hearing, given["reason"], edition=given["edition"], by=person(request), at=timezone.now()
    )
    messages.success(request, _("Høringen er trukket tilbage, og enhederne har fået besked."))
    return redirect(hearing)


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    hearing = close_hearing(_led_by(request, pk), by=person(request), at=timezone.now())
    messages.success(request, _("Høringen er afsluttet."))
    return redirect(hearing)


def _led_by(request: HttpRequest, pk: int) -> Hearing:
    """Refused to those who hold no hearings, whatever they sent."""
    hearing = get_object_or_404(queries.hearings(), pk=pk)
    reader = person(request)
    leads = queries.leads_hearings(hearing.initiative, reader, timezone.localdate())
    refuse_if(rules.why_not_lead(reader, leads=leads))
    return hearing
