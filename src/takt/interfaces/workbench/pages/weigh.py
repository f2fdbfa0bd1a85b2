"""Save options and risks, and name the benefit owner."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.foundation.people.naming import people_meant
from takt.governance.clarifying.commands.describe_risks import describe_risks
from takt.governance.clarifying.commands.name_benefit_owner import name_benefit_owner
from takt.governance.clarifying.commands.weigh_options import weigh_options
from takt.governance.clarifying.forms import whole
from takt.governance.clarifying.pages.deeds import sent
from takt.governance.clarifying.weighing import RiskTold, Weighed
from takt.interfaces.workbench.bench import Typed
from takt.interfaces.workbench.pages.save import refused, saved
from takt.interfaces.workbench.pages.show import for_the_network, person, show
from takt.interfaces.workbench.seen import read
from takt.interfaces.workbench.weighing import read_options, read_risks


@require_POST
@for_the_network
def save_options(request: HttpRequest, number: str) -> HttpResponse:
    form = read_options(request.POST)
    if form.errors:
        return show(
            request, number, Typed(rows={"options": form}, errors={"options": form.errors}, part="options")
        )
    seen = read(request.POST.get("seen", ""), Weighed, str)
    refusal = refused(
        lambda: weigh_options(sent(number), form.wanted, seen=seen, by=person(request), at=timezone.now())
    )
    if refusal is None:
        return saved(request, number, "muligheder")
    return show(request, number, Typed(rows={"options": form}, refusal=refusal, part="options"))


@require_POST
@for_the_network
def save_risks(request: HttpRequest, number: str) -> HttpResponse:
    form = read_risks(request.POST)
    if form.errors:
        return show(request, number, Typed(rows={"risks": form}, errors={"risks": form.errors}, part="risks"))
    seen = read(request.POST.get("seen", ""), RiskTold, str)
    refusal = refused(
        lambda: describe_risks(sent(number), form.wanted, seen=seen, by=person(request), at=timezone.now())
    )
    if refusal is None:
        return saved(request, number, "risici")
    return show(request, number, Typed(rows={"risks": form}, refusal=refusal, part="risks"))


@require_POST
@for_the_network
def name_owner(request: HttpRequest, number: str) -> HttpResponse:
    said = request.POST.get("person", "")
    meant = people_meant([said]).get(said)
    edition = whole(request.POST, "edition", most=10**6) or 0
    refusal = refused(
        lambda: name_benefit_owner(
            sent(number), meant, edition=edition, by=person(request), at=timezone.now()
        )
    )
    if refusal is not None:
        return show(request, number, Typed(refusal=refusal, part="owner", person=said))
    messages.success(request, _("%(person)s er spurgt og får en opgave og en e-mail.") % {"person": meant})
    return redirect(f"{reverse('workbench', args=[number])}#gevinstejer")
