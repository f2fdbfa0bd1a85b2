"""The coverage map, the members with their load, and one member."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Unit
from takt.governance.clarifying.network import queries, rules
from takt.governance.clarifying.network.coverage import coverage
from takt.governance.clarifying.network.findings import coverage_finding, members_finding
from takt.governance.clarifying.network.forms import (
    HandOverForm,
    SubstituteForm,
    TermsForm,
    initial_substitute,
    initial_terms,
)
from takt.governance.clarifying.network.handovers import left_by
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.pages.deeds import person
from takt.governance.clarifying.rules import NETWORK

ROWS = 25
CASES = 50
"""Nobody works on more at a time; the rest is counted."""


@require_GET
def coverage_map(request: HttpRequest) -> HttpResponse:
    """Which units have somebody, drawn by area, and what to do where nobody answers."""
    today, managers = timezone.localdate(), Managers.now()
    areas = coverage(list(Unit.objects.all()), list(queries.with_people(today)))
    context = {
        "areas": areas,
        "has_network": any(area.covered for area in areas),
        "headline": coverage_finding(areas),
        "silent": [(area, managers.of(area.area.unit.pk)) for area in areas if area.is_silent],
        "gaps": [(area, area.silent) for area in areas if area.silent and not area.is_silent],
        "why_not_lead": rules.why_not_lead(person(request)),
    }
    return render(request, "network/coverage.html", context)


@require_GET
def members(request: HttpRequest) -> HttpResponse:
    """Everyone with what they have on the table; narrowed to those who know about something."""
    today, key = timezone.localdate(), request.GET.get("viden", "").casefold()[:80]
    fields = list(queries.fields_in_use(today))
    field = next((one for one in fields if one.key == key), None)
    found = queries.knowing(queries.in_force(today), field.key if field else "")
    rows = queries.with_load(found, today)
    page = Paginator(rows, ROWS).get_page(request.GET.get("side"))
    context = {
        "page": page,
        "rows": [(one, one.is_away(today)) for one in page.object_list],
        "fields": fields,
        "field": field,
        "headline": members_finding(page.paginator.count, field, rows),
        "why_not_lead": rules.why_not_lead(person(request)),
    }
    return render(request, "network/members.html", context)


@require_GET
def member_page(request: HttpRequest, pk: int) -> HttpResponse:
    return show_member(request, get_object_or_404(queries.member(pk, timezone.localdate())))


def show_member(
    request: HttpRequest, membership: Membership, *, status: int = 200, **instead: Any
) -> HttpResponse:
    """``instead``: a form that was refused or mistaken, or the refusal, in the place of a fresh one."""
    reader, today = person(request), timezone.localdate()
    assert membership.person is not None  # noqa: S101 - the query has seen to it
    cases = list(queries.cases_of_those([membership.person])[: CASES + 1])
    history = list(queries.history_of(membership.person))
    context = {
        "membership": membership,
        "member": membership.person,
        "today": today,
        "in_force": membership.is_in_force(today),
        "is_away": membership.is_away(today),
        "fields": list(membership.fields.all()),
        "cases": cases[:CASES],
        "has_more_cases": len(cases) > CASES,
        "history": history,
        "since": history[-1].from_date,
        **_deeds(membership, reader, cases, today),
        **instead,
    }
    return render(request, "network/member.html", context, status=status)


def _deeds(membership: Membership, reader: Person, cases: Sequence[object], today: date) -> dict[str, Any]:
    """What the reader may do here; the forms are only laid out for those who may."""
    is_over = membership.handed_over_at is not None
    may_edit = not is_over and rules.why_not_edit(membership, reader) is None
    may_lead = not is_over and rules.may_lead(reader)
    assert membership.person is not None  # noqa: S101 - as above
    return {
        "may_edit": may_edit,
        "may_lead": may_lead,
        "may_give": rules.may_lead(reader) and bool(cases),
        "others": queries.people_besides(membership),
        "in_network": reader.holds(*NETWORK),
        "substitute_form": SubstituteForm(initial=initial_substitute(membership), membership=membership)
        if may_edit
        else None,
        "terms_form": TermsForm(initial=initial_terms(membership)) if may_lead else None,
        "hand_over_form": HandOverForm(initial={"edition": membership.edition}, membership=membership)
        if may_lead
        else None,
        "left": left_by(membership.person) if may_lead else (),
        "suggested": list(queries.fields_in_use(today)[:200]) if may_edit else (),
    }
