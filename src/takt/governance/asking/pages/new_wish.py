"""Nyt ønske: three questions, two minutes. Similar wishes are shown while typing; the draft keeps itself."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, Refused
from takt.governance.asking.behalf import Behalf, behalf_of, circle_of
from takt.governance.asking.commands.save_draft import save_draft
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.forms import WishForm, answers_of
from takt.governance.asking.models import Wish
from takt.governance.asking.on_case import on_case
from takt.governance.asking.pages.attachments import keep_files
from takt.governance.asking.pages.reader import person
from takt.governance.asking.pages.receiving import takes_files
from takt.governance.asking.similar import existing
from takt.governance.flow.stages import Stage


@takes_files
@require_http_methods(["GET", "POST"])
def new_wish(request: HttpRequest) -> HttpResponse:
    draft = own_draft(request)
    if request.method == "GET":
        form = WishForm(initial=answers_of(draft) if draft else {})
        return show(request, form, draft, text=draft.trouble if draft else "")
    form = WishForm(request.POST)
    if not form.is_valid() or request.POST.get("action") == "look":
        return show(request, form, draft, text=form.data.get("trouble", ""))
    try:
        wish = keep(request, form, draft)
    except Refused as refused:
        return show(request, form, draft, text=form.data.get("trouble", ""), refusal=refused.refusal)
    if wish.initiative.stage == Stage.DRAFT:
        messages.success(request, _("Kladden er gemt. Kun du kan se den."))
        return redirect(f"{request.path}?kladde={wish.initiative.number}")
    messages.success(
        request,
        _(
            "Tak. Dit ønske har fået nummer %(number)s. Du får svar inden fire uger, og svaret har en begrundelse."
        )
        % {"number": wish.initiative.number},
    )
    return redirect(wish.initiative)


@transaction.atomic
def keep(request: HttpRequest, form: WishForm, draft: Wish | None) -> Wish:
    """Save the draft with its files, and send it when that was asked; everything or nothing."""
    by, at, seen = person(request), timezone.now(), version(request)
    behalf = behalf_in(form, by)
    is_sent = request.POST.get("action") == "send"
    if request.FILES or not is_sent:
        draft = save_draft(form.answers(), behalf=behalf, draft=draft, version=seen, by=by, at=at)
        keep_files(request, draft.initiative, by=by)
        seen = draft.initiative.version
    if is_sent:
        return submit_wish(form.answers(), behalf=behalf, draft=draft, version=seen, by=by, at=at)
    assert draft is not None  # noqa: S101 - it was saved above
    return draft


def behalf_in(form: WishForm, by: Person) -> Behalf | None:
    given = form.cleaned_data
    return behalf_of(given["wished_for"], given["unit"], by=by)


@require_POST
def keep_draft(request: HttpRequest) -> HttpResponse:
    """While typing: keep the draft, and say when. A refusal is said in the same place."""
    form = WishForm(request.POST)
    draft = own_draft(request)
    refusal = None
    if form.is_valid() and form.cleaned_data["trouble"].strip():
        try:
            draft = save_draft(
                form.answers(),
                behalf=behalf_in(form, person(request)),
                draft=draft,
                version=version(request),
                by=person(request),
                at=timezone.now(),
            )
        except Refused as refused:
            refusal = refused.refusal
    return render(request, "asking/draft_status.html", {"draft": draft, "refusal": refusal})


@require_POST
def similar(request: HttpRequest) -> HttpResponse:
    """While typing: what resembles the text."""
    text = request.POST.get("trouble", "")[:4_000]
    return render(
        request, "asking/similar.html", {"similar": existing(text, to=person(request)), "text": text}
    )


def show(
    request: HttpRequest, form: WishForm, draft: Wish | None, *, text: str, refusal: Refusal | None = None
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "draft": draft,
        "refusal": refusal,
        "text": text,
        "similar": existing(text, to=person(request)),
        "circle": circle_of(person(request)),
        "asked": on_case(draft.initiative, draft, reader=person(request)) if draft else None,
    }
    return render(request, "asking/new_wish.html", context, status=refusal.status if refusal else 200)


def own_draft(request: HttpRequest) -> Wish | None:
    """The draft that the form or the address names; others' drafts do not exist for you."""
    number = request.POST.get("draft") or request.GET.get("kladde")
    if not number:
        return None
    drafts = Wish.objects.filter(wished_by=person(request), initiative__stage=Stage.DRAFT)
    return get_object_or_404(drafts.select_related("initiative", "wished_for"), initiative__number=number)


def version(request: HttpRequest) -> int:
    """Of the draft as this window last saw it."""
    given = request.POST.get("version", "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0
