"""The checklist of a body, under Styring: everyone reads it, its secretary changes it."""

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, Refused
from takt.governance.clarifying.pages.deeds import person
from takt.governance.deciding.checklists import rules
from takt.governance.deciding.checklists.commands.require_items import require_items
from takt.governance.deciding.checklists.gathering import PROVIDERS, all_names, required_keys
from takt.governance.deciding.checklists.models import Checklist
from takt.governance.deciding.checklists.queries import Change, changes, is_secretary
from takt.governance.deciding.models import Body
from takt.governance.deciding.queries import in_force, latest


@require_http_methods(["GET", "POST"])
def body_checklist(request: HttpRequest, key: str) -> HttpResponse:
    version = in_force(timezone.now()) or latest()
    body, by = get_object_or_404(Body, version=version, key=key), person(request)
    if request.method != "POST":
        return _page(request, body, by, chosen=required_keys(key), refusal=None)
    chosen, edition = request.POST.getlist("key"), request.POST.get("edition", "")
    try:
        require_items(
            body, chosen, edition=int(edition) if edition.isdecimal() else 0, by=by, at=timezone.now()
        )
    except Refused as refused:
        return _page(request, body, by, chosen=chosen, refusal=refused.refusal)
    messages.success(request, _("Tjeklisten er gemt. Den gælder for de sager, der sendes videre fra nu af."))
    return redirect("body_checklist", key)


def _page(
    request: HttpRequest, body: Body, by: Person, *, chosen: Collection[str], refusal: Refusal | None
) -> HttpResponse:
    now = Checklist.objects.filter(body_key=body.key).select_related("changed_by").first()
    holds = required_keys(body.key)
    context = {
        "body": body,
        "edition": now.edition if now else 0,
        "count": len(holds),
        "groups": [_group(one.name, one.names, chosen, holds) for one in PROVIDERS],
        "changes": [_said(change) for change in changes(body.key)],
        "why_not": rules.why_not_require(body, by, is_secretary=is_secretary(body, by, at=timezone.now())),
        "refusal": refusal,
        "is_default": now is None,
    }
    return render(
        request, "checklists/body_checklist.html", context, status=refusal.status if refusal else 200
    )


def _group(name: Any, names: Any, chosen: Collection[str], holds: Collection[str]) -> dict[str, Any]:
    items = [
        {"key": key, "name": title, "is_chosen": key in chosen, "differs": (key in chosen) != (key in holds)}
        for key, title in names.items()
    ]
    return {"name": name, "items": items}


def _said(change: Change) -> dict[str, Any]:
    names = all_names()
    return {
        "at": change.at,
        "who": change.who,
        "added": [names.get(key, key) for key in change.added],
        "removed": [names.get(key, key) for key in change.removed],
    }
