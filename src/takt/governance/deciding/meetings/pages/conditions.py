"""Opfølgning: conditions, whose they are, by when, and how they ended."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import language
from takt.foundation.people.models import Person
from takt.governance.deciding.meetings import outcome_rules
from takt.governance.deciding.meetings.commands.fulfil_condition import fulfil_condition
from takt.governance.deciding.meetings.commands.waive_condition import waive_condition
from takt.governance.deciding.meetings.models import Condition, ConditionState
from takt.governance.deciding.meetings.pages.asking import person
from takt.governance.deciding.meetings.queries import (
    conditions_in_effect,
    follow_up,
    manages,
    readable_conditions,
)
from takt.governance.deciding.meetings.standing import standing_in, standings_of

PER_PAGE = 25
SHOWN = ("aaben", "overskredet", "afsluttet", "alle")


@require_GET
def follow_up_page(request: HttpRequest) -> HttpResponse:
    """``?vis=`` aaben, overskredet, afsluttet or alle."""
    reader, now = person(request), timezone.now()
    today, bodies = timezone.localdate(now), list(standings_of(reader, now))
    asked = request.GET.get("vis", "")
    shown = asked if asked in SHOWN else SHOWN[0]
    late = follow_up(reader, bodies, shown="overskredet", today=today).count()
    found = Paginator(follow_up(reader, bodies, shown=shown, today=today), PER_PAGE)
    context: dict[str, Any] = {
        "page": found.get_page(request.GET.get("side")),
        "shown": shown,
        "choices": (
            ("aaben", _("Åbne")),
            ("overskredet", _("Over fristen")),
            ("afsluttet", _("Afsluttede")),
            ("alle", _("Alle")),
        ),
        "today": today,
        "headline": headline(late),
    }
    return render(request, "meetings/follow_up.html", context)


def headline(late: int) -> str:
    if not late:
        return _("Ingen betingelser er over fristen")
    said = ngettext("Én betingelse er over fristen", "%(late)s betingelser er over fristen", late) % {
        "late": wording.count(late, language())
    }
    return said[:1].upper() + said[1:]


@require_GET
def condition_page(request: HttpRequest, pk: int) -> HttpResponse:
    reader, now = person(request), timezone.now()
    condition = readable(pk, reader)
    item = condition.outcome.item
    standing = standing_in(item.meeting.body, reader, now)
    unit = manages(reader, condition.owner_unit)
    context = {
        "condition": condition,
        "item": item,
        "initiative": item.initiative,
        "today": timezone.localdate(now),
        "is_open": condition.state == ConditionState.OPEN,
        "why_not_fulfil": outcome_rules.why_not_fulfil(
            condition, reader, standing, manages=unit, proof=_("Der er skrevet et bevis.")
        ),
        "why_not_waive": outcome_rules.why_not_waive(condition, standing, _("Der er skrevet en grund.")),
    }
    return render(request, "meetings/condition.html", context)


@require_POST
def fulfil(request: HttpRequest, pk: int) -> HttpResponse:
    by = person(request)
    condition = fulfil_condition(readable(pk, by), request.POST.get("proof", ""), by=by, at=timezone.now())
    messages.success(request, _("Betingelsen er meldt opfyldt."))
    return redirect(condition)


@require_POST
def waive(request: HttpRequest, pk: int) -> HttpResponse:
    by = person(request)
    condition = waive_condition(readable(pk, by), request.POST.get("reason", ""), by=by, at=timezone.now())
    messages.success(request, _("Betingelsen er faldet."))
    return redirect(condition)


def readable(pk: int, reader: Person) -> Condition:
    """Of a closed item only its own people see that it exists; a manager reads what the unit owns."""
    now = timezone.now()
    bodies = list(standings_of(reader, now))
    mine = readable_conditions(reader, bodies).filter(pk=pk).first()
    if mine is None:
        mine = get_object_or_404(conditions_in_effect(), pk=pk)
        if not manages(reader, mine.owner_unit):
            raise Http404
    return mine
