"""Save the law screening, the inclusion of citizens and the goals of strategies."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from takt.governance.clarifying.commands.link_goals import link_goals
from takt.governance.clarifying.pages.deeds import sent
from takt.governance.clarifying.screening.commands.answer_screening import answer_screening
from takt.governance.clarifying.screening.commands.assess_inclusion import assess_inclusion
from takt.governance.clarifying.screening.forms import InclusionForm
from takt.interfaces.workbench.bench import Typed
from takt.interfaces.workbench.pages.save import refused, saved
from takt.interfaces.workbench.pages.show import for_the_network, person, show
from takt.interfaces.workbench.screening import read_answers, read_goals, seen_inclusion
from takt.interfaces.workbench.seen import read_plain


@require_POST
@for_the_network
def save_answers(request: HttpRequest, number: str) -> HttpResponse:
    wanted = read_answers(request.POST)
    seen = read_plain(request.POST.get("seen", ""), str)
    refusal = refused(
        lambda: answer_screening(sent(number), wanted, seen=seen, by=person(request), at=timezone.now())
    )
    if refusal is None:
        return saved(request, number, "lov")
    return show(request, number, Typed(answered=wanted, refusal=refusal, part="answers"))


@require_POST
@for_the_network
def save_inclusion(request: HttpRequest, number: str) -> HttpResponse:
    form = InclusionForm(request.POST)
    if not form.is_valid():
        return show(request, number, Typed(inclusion=form, part="inclusion"))
    seen = seen_inclusion(request.POST.get("seen", ""))
    refusal = refused(
        lambda: assess_inclusion(sent(number), form.told(), seen=seen, by=person(request), at=timezone.now())
    )
    if refusal is None:
        return saved(request, number, "borgere")
    return show(request, number, Typed(inclusion=form, refusal=refusal, part="inclusion"))


@require_POST
@for_the_network
def save_goals(request: HttpRequest, number: str) -> HttpResponse:
    given = read_goals(request.POST)
    wanted = {int(key): words for key, words in given.items() if words or key == request.POST.get("goal-new")}
    seen = read_plain(request.POST.get("seen", ""), int)
    refusal = refused(
        lambda: link_goals(sent(number), wanted, seen=seen, by=person(request), at=timezone.now())
    )
    if refusal is None:
        return saved(request, number, "strategi")
    return show(request, number, Typed(goals=given, refusal=refusal, part="goals"))
