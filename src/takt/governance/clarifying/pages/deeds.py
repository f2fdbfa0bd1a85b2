"""Buttons that stand on the case and among one's tasks, and come back to the case."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.foundation.people.models import Person
from takt.governance.clarifying.commands.accept_benefit import accept_benefit
from takt.governance.clarifying.commands.answer_question import answer_question
from takt.governance.clarifying.commands.ask_back import ask_back
from takt.governance.clarifying.commands.decline_benefit import decline_benefit
from takt.governance.clarifying.commands.decline_wish import decline_wish
from takt.governance.clarifying.commands.park_wish import park_wish
from takt.governance.clarifying.commands.reopen_wish import reopen_wish
from takt.governance.clarifying.commands.take_up import take_up
from takt.governance.clarifying.models import Question
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


def person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 - every view here is behind the door
    return request.user


def sent(number: str) -> Initiative:
    """Drafts do not exist for the network."""
    return get_object_or_404(Initiative.objects.exclude(stage=Stage.DRAFT), number=number)


@require_POST
def take(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    was_waiting = initiative.stage == Stage.SUBMITTED
    take_up(initiative, by=person(request), at=timezone.now())
    told = _("Du har nu sagen, og ønskeren har fået besked.")
    messages.success(request, told if was_waiting else _("Du har nu sagen."))
    return redirect("workbench", number)


@require_POST
def ask(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    ask_back(initiative, request.POST.get("text", ""), by=person(request), at=timezone.now())
    messages.success(request, _("Spørgsmålet er sendt. Ønskeren ser det under Mine opgaver."))
    return redirect(f"{initiative.get_absolute_url()}#samtale")


@require_POST
def answer(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    question = get_object_or_404(
        Question.objects.select_related("initiative"), pk=pk, initiative=sent(number)
    )
    answer_question(question, request.POST.get("text", ""), by=person(request), at=timezone.now())
    messages.success(request, _("Tak. Dit svar står nu på sagen."))
    return redirect(f"{question.initiative.get_absolute_url()}#samtale")


@require_POST
def accept(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    accept_benefit(initiative, by=person(request), at=timezone.now())
    messages.success(request, _("Tak. Du står nu som gevinstejer på sagen."))
    return redirect(f"{initiative.get_absolute_url()}#gevinstejer")


@require_POST
def refuse(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    decline_benefit(initiative, request.POST.get("reason", ""), by=person(request), at=timezone.now())
    messages.success(request, _("Tak for svaret. Den, der spurgte, får din begrundelse."))
    return redirect(f"{initiative.get_absolute_url()}#gevinstejer")


@require_POST
def decline(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    decline_wish(initiative, request.POST.get("reason", ""), by=person(request), at=timezone.now())
    messages.success(request, _("Svaret er givet. Ønskeren kan læse din begrundelse på sagen."))
    return redirect(initiative)


@require_POST
def park(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    park_wish(
        initiative,
        request.POST.get("reason", ""),
        reopen_date=_date(request.POST.get("reopen_date", "")),
        by=person(request),
        at=timezone.now(),
    )
    messages.success(request, _("Ønsket er udskudt. Det kommer tilbage blandt opgaverne på dagen."))
    return redirect(initiative)


@require_POST
def reopen(request: HttpRequest, number: str) -> HttpResponse:
    reopen_wish(sent(number), request.POST.get("reason", ""), by=person(request), at=timezone.now())
    messages.success(request, _("Ønsket er taget op igen, og du har sagen."))
    return redirect("workbench", number)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
