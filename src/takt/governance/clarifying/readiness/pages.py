"""Parathed: what units say of themselves, the five questions, and asking on behalf of a case."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Role, Unit
from takt.foundation.refusals import Refusal, Refused
from takt.governance.clarifying.pages.deeds import person, sent
from takt.governance.clarifying.readiness import rules
from takt.governance.clarifying.readiness.block import lowers_in_words, named_answers
from takt.governance.clarifying.readiness.commands.answer_readiness import answer_readiness
from takt.governance.clarifying.readiness.commands.ask_readiness import ask_readiness
from takt.governance.clarifying.readiness.models import FIELDS, Readiness
from takt.governance.clarifying.readiness.queries import newest_of, newest_of_each, unanswered
from takt.governance.clarifying.readiness.questions import QUESTIONS

UNITS, ANSWERS, CASES = 40, 10, 20


@require_GET
def readiness(request: HttpRequest) -> HttpResponse:
    """Every unit, those that the reader leads first, with the answer that holds."""
    reader, managers = person(request), Managers.now()
    mine = set(managers.units_of(reader)) if reader.holds(Role.UNIT_MANAGER) else set()
    units = sorted(Unit.objects.all(), key=lambda unit: (unit.pk not in mine, unit.sort_key))
    page = Paginator(units, UNITS).get_page(request.GET.get("side"))
    newest = newest_of_each(unit.pk for unit in page.object_list)
    today = timezone.localdate()
    rows = [
        {
            "unit": unit,
            "is_mine": unit.pk in mine,
            "manager": managers.of(unit.pk),
            "answer": (answer := newest.get(unit.pk)),
            "lowers": lowers_in_words(answer) if answer and _holds(answer, today) else "",
        }
        for unit in page.object_list
    ]
    return render(request, "readiness/overview.html", {"rows": rows, "page": page})


def _holds(answer: Readiness, today: date) -> bool:
    return answer.latest_month >= today.replace(day=1)


@require_GET
def unit_readiness(request: HttpRequest, pk: int) -> HttpResponse:
    return _show(request, get_object_or_404(Unit, pk=pk), None)


@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit, pk=pk)
    try:
        given = answer_readiness(
            unit,
            {field: _scale(request, field) for field in FIELDS},
            request.POST.get("note", ""),
            on_behalf_of=request.POST.get("on_behalf_of", ""),
            seen=_whole(request.POST.get("seen", "")),
            by=person(request),
            at=timezone.now(),
        )
    except Refused as no:
        if no.refusal.status == 403:
            raise
        return _show(request, unit, no.refusal)
    messages.success(request, _("Tak for svaret. %(lowers)s.") % {"lowers": lowers_in_words(given)})
    return redirect("unit_readiness", unit.pk)


@require_POST
def ask(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    try:
        due_date = date.fromisoformat(request.POST.get("due_date", ""))
    except ValueError:
        due_date = None
    asked = ask_readiness(initiative, due_date=due_date, by=person(request), at=timezone.now())
    said = ngettext("Lederen af én enhed er spurgt.", "Lederne af %(count)d enheder er spurgt.", len(asked))
    messages.success(request, said % {"count": len(asked)})
    return redirect(f"{initiative.get_absolute_url()}#parathed")


def _show(request: HttpRequest, unit: Unit, refusal: Refusal | None) -> HttpResponse:
    reader, manager, standing = person(request), Managers.now().of(unit.pk), newest_of(unit)
    earlier = Readiness.objects.filter(unit=unit).select_related("answered_by")
    page = Paginator(earlier, ANSWERS).get_page(request.GET.get("side"))
    context: dict[str, Any] = {
        "unit": unit,
        "manager": manager,
        "standing": standing,
        "holds": standing is not None and _holds(standing, timezone.localdate()),
        "page": page,
        "shown": [(one, named_answers(one), lowers_in_words(one)) for one in page.object_list],
        "waiting": unanswered().filter(unit=unit)[:CASES],
        "why_not": rules.why_not_answer(unit, manager, reader),
        "is_manager": manager is not None and manager.pk == reader.pk,
        "refusal": refusal,
        "rows": _rows(request, standing if refusal is None else None),
        "note": request.POST.get("note", ""),
        "on_behalf_of": request.POST.get("on_behalf_of", ""),
    }
    status = refusal.status if refusal else 200
    return render(request, "readiness/unit.html", context, status=status)


def _rows(request: HttpRequest, standing: Readiness | None) -> list[tuple[Any, str]]:
    """Each question, and what is chosen: what was just written, else what stands."""
    saved = dict(zip(FIELDS, standing.answers, strict=True)) if standing else {}
    return [
        (asked, request.POST.get(asked.field, "") or str(saved.get(asked.field, ""))) for asked in QUESTIONS
    ]


def _scale(request: HttpRequest, field: str) -> int | None:
    text = request.POST.get(field, "")
    return int(text) if text in {"1", "2", "3", "4", "5"} else None


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else 0
