"""Styring: the model that is in force, its bodies and its history. Everyone may read it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from takt.governance.asking.pages.reader import person
from takt.governance.deciding import rules
from takt.governance.deciding.difference import (
    Difference,
    differences,
    quorum_in_words,
    weeks_in_words,
)
from takt.governance.deciding.models import ModelVersion
from takt.governance.deciding.pages.showing import one_body, shown_model
from takt.governance.deciding.queries import (
    Areas,
    adopted,
    areas,
    bodies_of,
    draft,
    in_force,
    latest,
    voting_day,
)
from takt.governance.deciding.terms import BodyTerms, model_terms

PER_PAGE = 20


@require_GET
def governance(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    newest = latest()
    version = in_force(now) or newest
    shown = shown_model(version, areas(), voting_day(version, timezone.localdate(now))) if version else {}
    context = {
        "may_shape": rules.may_shape(person(request)),
        "draft": draft(),
        "coming": newest if newest != version else None,
        "page": Paginator(adopted(), PER_PAGE).get_page(request.GET.get("side")),
        **shown,
    }
    return render(request, "deciding/governance.html", context)


@require_GET
def version_page(request: HttpRequest, number: int) -> HttpResponse:
    version = get_object_or_404(adopted().select_related("based_on"), number=number)
    where = areas()
    shown = shown_model(version, where, voting_day(version, timezone.localdate()))
    changes = changes_since(version.based_on, shown["model"], where)
    return render(request, "deciding/version.html", {"changes": changes, **shown})


def changes_since(before: ModelVersion | None, model: dict[str, BodyTerms], where: Areas) -> list[Difference]:
    return differences(model_terms(bodies_of(before)) if before else {}, model, where.names)


@require_GET
def body_page(request: HttpRequest, key: str) -> HttpResponse:
    """As it is in force, or with ``?version=`` as it was in an earlier version."""
    version, today = _asked_version(request.GET.get("version", "")), timezone.localdate()
    bodies = bodies_of(version)
    place = next((index for index, body in enumerate(bodies) if body.key == key), None)
    if place is None:
        raise Http404
    body = bodies[place]
    context: dict[str, Any] = {
        "version": version,
        "is_asked": "version" in request.GET,
        "before": bodies[place - 1] if place else None,
        "after": bodies[place + 1] if place + 1 < len(bodies) else None,
        "quorum": quorum_in_words(body.quorum),
        "weeks": weeks_in_words(body.weeks_between) if body.weeks_between else "",
        **one_body(body, areas().names, voting_day(version, today)),
    }
    return render(request, "deciding/body.html", context)


def _asked_version(number: str) -> ModelVersion:
    if number.isdecimal() and len(number) < 9:
        return get_object_or_404(adopted(), number=int(number))
    version = in_force(timezone.now()) or latest()
    if version is None:
        raise Http404
    return version
