"""Prepare the agenda: draft it, put items on, change, move and take them off."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from takt.foundation.refusals import Refusal, Refused, refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.change_item import change_item
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.put_on_agenda import put_on_agenda
from takt.governance.deciding.meetings.commands.reorder_agenda import reorder_agenda
from takt.governance.deciding.meetings.commands.take_off_agenda import take_off_agenda
from takt.governance.deciding.meetings.forms import ItemForm
from takt.governance.deciding.meetings.models import AgendaItem, ItemKind
from takt.governance.deciding.meetings.pages.asking import item_of, meeting_of, number, person
from takt.governance.deciding.meetings.pages.meeting import show_meeting
from takt.governance.deciding.meetings.standing import standing_at
from takt.governance.deciding.meetings.terms import ItemTerms, item_terms
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@require_POST
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = meeting_of(pk)
    items = draft_agenda(meeting, by=person(request), at=timezone.now())
    cases = sum(item.initiative_id is not None for item in items)
    messages.success(
        request,
        ngettext("Én sag er sat på dagsordenen.", "%(cases)d sager er sat på dagsordenen.", cases)
        % {"cases": cases},
    )
    return redirect(meeting)


@require_POST
def put_on(request: HttpRequest, pk: int) -> HttpResponse:
    """A case by its number, or a plain item by its title."""
    meeting, by = meeting_of(pk), person(request)
    refuse_if(rules.why_not_run(standing_at(meeting, by, timezone.now())))
    asked = request.POST.get("number", "").strip()
    if asked:
        case = get_object_or_404(Initiative.objects.exclude(stage=Stage.DRAFT), number=asked)
        kind = request.POST.get("kind", "")
        terms = ItemTerms(
            case.title, ItemKind(kind) if kind in ItemKind.values else ItemKind.DECISION, minutes=15
        )
        put_on_agenda(meeting, terms, initiative=case, by=by, at=timezone.now())
        return redirect(meeting)
    form = ItemForm(request.POST, auto_id="nyt-%s")
    if not form.is_valid():
        return show_meeting(request, meeting, item_form=form)
    put_on_agenda(meeting, form.terms(), by=by, at=timezone.now())
    return redirect(meeting)


@require_POST
def reorder(request: HttpRequest, pk: int) -> HttpResponse:
    """``order``: keys of all items as dragged; or ``move``: “up 12” or “down 12”, which needs no script."""
    meeting, by = meeting_of(pk), person(request)
    order = [number(one) for one in request.POST.get("order", "").split(",") if number(one)]
    if not order:
        now = list(meeting.items.values_list("pk", flat=True))
        order = moved(now, request.POST.get("move", ""))
    try:
        reorder_agenda(meeting, order, edition=number(request.POST.get("edition")), by=by, at=timezone.now())
    except Refused as refused:
        meeting.refresh_from_db()
        return show_meeting(request, meeting, refusal=refused.refusal)
    if request.htmx:  # type: ignore[attr-defined]  # the middleware adds it
        meeting.refresh_from_db()
        return show_meeting(request, meeting)
    return redirect(f"{meeting.get_absolute_url()}#dagsorden")


def moved(order: list[int], move: str) -> list[int]:
    """One place up or down; at the end it stays."""
    way, _space, key = move.partition(" ")
    item = number(key)
    if item not in order or way not in {"up", "down"}:
        return order
    place = order.index(item)
    other = place + (1 if way == "down" else -1)
    if 0 <= other < len(order):
        order[place], order[other] = order[other], order[place]
    return order


@require_http_methods(["GET", "POST"])
def item_page(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Two secretaries who change different fields both keep theirs; ``seen`` is the item as it was shown."""
    found, by, now = item_of(pk, item), person(request), timezone.now()
    standing = standing_at(found.meeting, by, now)
    refuse_if(rules.why_not_prepare(found.meeting, standing))
    is_recused = found.recusals.filter(person=by).exists()
    refuse_if(rules.why_not_read(found, standing, is_recused=is_recused))
    if request.method == "GET":
        return _item_form(request, found, ItemForm(initial=_values(item_terms(found))))
    form = ItemForm(request.POST)
    if not form.is_valid():
        return _item_form(request, found, form, status=422)
    seen = _unsigned(request.POST.get("seen", ""), found)
    try:
        change_item(found, form.terms(), seen=seen, by=by, at=now)
    except Refused as refused:
        found.refresh_from_db()
        return _item_form(request, found, form, refusal=refused.refusal, status=refused.refusal.status)
    messages.success(request, _("Punktet er gemt."))
    return redirect(found.meeting)


def _item_form(
    request: HttpRequest,
    item: AgendaItem,
    form: ItemForm,
    *,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    terms = item_terms(item)
    context: dict[str, Any] = {
        "item": item,
        "meeting": item.meeting,
        "form": form,
        "refusal": refusal,
        "stored": terms if refusal else None,
        "seen": signing.dumps(_values(terms), compress=True),
    }
    return render(request, "meetings/item.html", context, status=status)


def _values(terms: ItemTerms) -> dict[str, Any]:
    return {
        "title": terms.title,
        "kind": str(terms.kind),
        "minutes": terms.minutes,
        "is_closed": terms.is_closed,
        "presentation": terms.presentation,
    }


def _unsigned(seen: str, item: AgendaItem) -> ItemTerms:
    try:
        values = signing.loads(seen)
        return ItemTerms(**{**values, "kind": ItemKind(values["kind"])})
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return item_terms(item)


@require_POST
def take_off(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    found = item_of(pk, item)
    meeting = found.meeting
    take_off_agenda(found, edition=number(request.POST.get("edition")), by=person(request), at=timezone.now())
    messages.success(request, _("Punktet er taget af dagsordenen."))
    return redirect(meeting)
