"""The draft: begin it, see what it changes, adopt it or throw it away."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from takt.foundation.design.templatetags.takt import day
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, Refused, refuse_if
from takt.governance.asking.pages.reader import person
from takt.governance.deciding import rules
from takt.governance.deciding.commands.adopt_model import adopt_model
from takt.governance.deciding.commands.begin_draft import begin_draft
from takt.governance.deciding.commands.discard_draft import discard_draft
from takt.governance.deciding.forms import AdoptForm
from takt.governance.deciding.models import ModelVersion
from takt.governance.deciding.pages.reading import changes_since
from takt.governance.deciding.pages.showing import shown_model
from takt.governance.deciding.queries import areas, draft, latest


@require_GET
def draft_page(request: HttpRequest) -> HttpResponse:
    by, version = person(request), draft()
    refuse_if(rules.why_not_shape(by))
    if version is None:
        return redirect("governance")
    form = AdoptForm(initial={"in_force_from": timezone.localdate(), "edition": version.edition})
    return render(request, "deciding/draft.html", _context(version, by, form))


def _context(version: ModelVersion, by: Person, form: AdoptForm) -> dict[str, Any]:
    where, today, newest = areas(), timezone.localdate(), latest()
    shown = shown_model(version, where, today)
    changes = changes_since(version.based_on, shown["model"], where)
    why_not = rules.why_not_adopt(
        version, by, newest=newest, edition=version.edition, is_changed=bool(changes)
    ) or rules.why_not_whole(shown["model"], on=today)
    return {
        "changes": changes,
        "form": form,
        "why_not": why_not,
        "next_number": (newest.number or 0) + 1 if newest else 1,
        **shown,
    }


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    begin_draft(by=person(request))
    return redirect("governance_draft")


@require_POST
def discard(request: HttpRequest) -> HttpResponse:
    discard_draft(by=person(request))
    messages.success(request, _("Kladden er kasseret. Modellen er, som den var."))
    return redirect("governance")


@require_POST
def adopt(request: HttpRequest) -> HttpResponse:
    by, form = person(request), AdoptForm(request.POST)
    if not form.is_valid():
        return _again(request, by, form, None)
    try:
        version = adopt_model(**form.cleaned_data, by=by, at=timezone.now())
    except Refused as refused:
        if not rules.may_shape(by):
            raise
        return _again(request, by, form, refused.refusal)
    assert version.in_force_from is not None  # noqa: S101 - an adopted version has its day
    messages.success(
        request,
        _("Version %(number)d er vedtaget og gælder fra %(day)s.")
        % {"number": version.number, "day": day(version.in_force_from)},
    )
    return redirect("governance_version", number=version.number)


def _again(request: HttpRequest, by: Person, form: AdoptForm, refusal: Refusal | None) -> HttpResponse:
    """The draft as it stands now, with what was written kept and the reason why it was not adopted."""
    refuse_if(rules.why_not_change(version := draft(), by))
    assert version is not None  # noqa: S101 - why_not_change has seen to it
    kept = AdoptForm(dict(form.data.items()) | {"edition": version.edition})
    kept.is_valid()
    context = _context(version, by, kept) | {"refusal": refusal}
    return render(request, "deciding/draft.html", context, status=refusal.status if refusal else 422)
