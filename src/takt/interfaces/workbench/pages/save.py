"""Save one part of the workbench. What is refused stands in the fields, with the reason above them."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.foundation.people.models import Unit
from takt.foundation.refusals import Refusal, Refused
from takt.governance.clarifying.commands.describe_effort import describe_effort
from takt.governance.clarifying.commands.describe_impact import describe_impact
from takt.governance.clarifying.commands.estimate_wish import estimate_wish
from takt.governance.clarifying.findings import Carried, Days
from takt.governance.clarifying.forms import GuessForm, read_guess, written
from takt.governance.clarifying.models import StaffRole
from takt.governance.clarifying.pages.deeds import sent
from takt.governance.deciding.commands.send_on import send_on
from takt.interfaces.workbench.bench import Typed, bench_of
from takt.interfaces.workbench.pages.show import for_the_network, person, show
from takt.interfaces.workbench.reading import read_days, read_impacts
from takt.interfaces.workbench.seen import read


@require_POST
@for_the_network
def save_guess(request: HttpRequest, number: str) -> HttpResponse:
    form = GuessForm(request.POST)
    if not form.is_valid():
        return show(request, number, Typed(guess=form, part="guess"))
    refusal = refused(
        lambda: estimate_wish(
            sent(number),
            form.guess(),
            seen=read_guess(form.cleaned_data["seen"]),
            by=person(request),
            at=timezone.now(),
        )
    )
    if refusal is None:
        return saved(request, number, "skoen")
    given = request.POST.copy()
    given["seen"] = written(bench_of(number, reader=person(request)).guess)
    return show(request, number, Typed(guess=GuessForm(given), refusal=refusal, part="guess"))


@require_POST
@for_the_network
def save_effort(request: HttpRequest, number: str) -> HttpResponse:
    roles = {role.pk: role for role in StaffRole.objects.all()}
    form = read_days(request.POST, roles)
    if form.errors:
        return show(request, number, Typed(days=form.raw, errors={"days": form.errors}, part="days"))
    seen = read(request.POST.get("seen", ""), Days, int)
    refusal = refused(
        lambda: describe_effort(sent(number), form.wanted, seen=seen, by=person(request), at=timezone.now())
    )
    if refusal is None:
        return saved(request, number, "roller")
    return show(request, number, Typed(days=form.raw, refusal=refusal, part="days"))


@require_POST
@for_the_network
def save_impact(request: HttpRequest, number: str) -> HttpResponse:
    form = read_impacts(request.POST, {unit.pk: unit for unit in Unit.objects.all()})
    typed = Typed(impacts=form.raw, wanted=form.wanted, errors={"impacts": form.errors}, part="impacts")
    if form.errors:
        return show(request, number, typed)
    seen = read(request.POST.get("seen", ""), Carried, int)
    refusal = refused(
        lambda: describe_impact(sent(number), form.wanted, seen=seen, by=person(request), at=timezone.now())
    )
    if refusal is None:
        return saved(request, number, "enheder")
    return show(request, number, Typed(impacts=form.raw, wanted=form.wanted, refusal=refusal, part="impacts"))


@require_POST
@for_the_network
def ready(request: HttpRequest, number: str) -> HttpResponse:
    send_on(sent(number), by=person(request), at=timezone.now())
    messages.success(request, _("Sagen er meldt klar. Den kan nu komme på dagsordenen."))
    return redirect("workbench", number)


def refused(deed: Callable[[], object]) -> Refusal | None:
    """Why the deed was refused; None when it was done."""
    try:
        deed()
    except Refused as no:
        return no.refusal
    return None


def saved(request: HttpRequest, number: str, part: str) -> HttpResponse:
    messages.success(request, _("Gemt."))
    return redirect(f"{reverse('workbench', args=[number])}#{part}")
