"""Kriterier: what cases are assessed by, who decided it, and the draft of the next version."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from takt.foundation.refusals import Refusal, Refused, refuse_if
from takt.governance.clarifying.pages.deeds import person
from takt.governance.clarifying.scoring import criteria, criteria_rules
from takt.governance.clarifying.scoring.commands.adopt_criteria import adopt_criteria
from takt.governance.clarifying.scoring.commands.begin_criteria import begin_criteria
from takt.governance.clarifying.scoring.commands.discard_criteria import discard_criteria
from takt.governance.clarifying.scoring.commands.save_criteria import save_criteria
from takt.governance.clarifying.scoring.forms import read_terms, typed
from takt.governance.clarifying.scoring.models import CriteriaVersion
from takt.governance.clarifying.scoring.owners import Owner, owner_of, owners
from takt.governance.clarifying.scoring.terms import terms_of

PER_PAGE = 10


@require_GET
def criteria_overview(request: HttpRequest) -> HttpResponse:
    """Every body, and the criteria it has adopted."""
    newest = {version.body_key: version for version in criteria.newest_of_each()}
    bodies = [(owner, newest.get(owner.key)) for owner in owners()]
    return render(request, "scoring/criteria_overview.html", {"bodies": bodies})


@require_GET
def criteria_of_body(request: HttpRequest, key: str) -> HttpResponse:
    owner, by = _owner(key), person(request)
    page = Paginator(criteria.adopted(key), PER_PAGE).get_page(request.GET.get("side"))
    context = {
        "owner": owner,
        "page": page,
        "newest": criteria.newest(key),
        "has_draft": criteria.draft_of(key) is not None,
        "why_not": criteria_rules.why_not_keep_criteria(owner, by),
    }
    return render(request, "scoring/criteria.html", context)


@require_POST
def begin(request: HttpRequest, key: str) -> HttpResponse:
    begin_criteria(key, by=person(request))
    return redirect("edit_criteria", key)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, key: str) -> HttpResponse:
    owner, by = _owner(key), person(request)
    refuse_if(criteria_rules.why_not_keep_criteria(owner, by))
    if request.method == "POST":
        try:
            save_criteria(key, read_terms(request.POST), edition=_edition(request), by=by)
        except Refused as no:
            return _show_draft(request, owner, no.refusal, keeps_fields=True)
        messages.success(request, _("Kladden er gemt."))
        return redirect("edit_criteria", key)
    return _show_draft(request, owner, None)


@require_POST
def discard(request: HttpRequest, key: str) -> HttpResponse:
    discard_criteria(key, edition=_edition(request), by=person(request))
    messages.success(request, _("Kladden er kasseret. De kriterier, der gælder, er uændrede."))
    return redirect("body_criteria", key)


@require_POST
def adopt(request: HttpRequest, key: str) -> HttpResponse:
    owner, by = _owner(key), person(request)
    refuse_if(criteria_rules.why_not_keep_criteria(owner, by))
    try:
        version = adopt_criteria(
            key, edition=_edition(request), reason=request.POST.get("reason", ""), by=by, at=timezone.now()
        )
    except Refused as no:
        return _show_draft(request, owner, no.refusal)
    messages.success(
        request, _("Version %(number)d er vedtaget. Nye runder følger den.") % {"number": version.number or 0}
    )
    return redirect("body_criteria", key)


def _show_draft(
    request: HttpRequest, owner: Owner, refusal: Refusal | None, *, keeps_fields: bool = False
) -> HttpResponse:
    """``keeps_fields``: show what was written, so that it is not lost; it can be saved over what stands now."""
    draft = criteria.draft_of(owner.key)
    if draft is None:
        if refusal:
            raise Refused(refusal)
        return redirect("body_criteria", owner.key)
    context: dict[str, Any] = {
        "owner": owner,
        "draft": draft,
        "refusal": refusal,
        "now": _now(draft) if keeps_fields else None,
        "form": typed(read_terms(request.POST) if keeps_fields else terms_of(draft)),
        "reason": request.POST.get("reason", ""),
    }
    status = refusal.status if refusal else 200
    return render(request, "scoring/edit_criteria.html", context, status=status)


def _now(draft: CriteriaVersion) -> list[tuple[str, int]]:
    return [(one.name, one.weight) for one in draft.criteria.all()]


def _owner(key: str) -> Owner:
    owner = owner_of(key)
    if owner is None:
        raise Http404
    return owner


def _edition(request: HttpRequest) -> int:
    text = request.POST.get("edition", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0
