"""The four limits, each limit, and how it was before."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from takt.governance.planning.limits import rules, words
from takt.governance.planning.limits.addresses import SLUGS
from takt.governance.planning.limits.broken import broken_now
from takt.governance.planning.limits.differences import differences
from takt.governance.planning.limits.overcommitted import overcommitted
from takt.governance.planning.limits.pages.asking import budget_year, limit_of, person
from takt.governance.planning.limits.pages.showing import details_of, tables_of
from takt.governance.planning.limits.queries import newest_versions, versions
from takt.governance.planning.limits.standing import content_now, house_now
from takt.governance.planning.models import LimitKind, LimitVersion
from takt.governance.planning.queries import runs

VERSIONS = 10


@require_safe
def limits(request: HttpRequest) -> HttpResponse:
    """All four: what stands, who answers for it, and what of the newest plan breaks it."""
    newest, broken, has_plan = (
        newest_versions(),
        broken_now(),
        runs().filter(recorded_at__isnull=False).exists(),
    )
    rows = [
        {
            "limit": limit,
            "slug": SLUGS[limit],
            "what": words.what_it_is()[limit],
            "version": newest.get(limit),
            "broken": sum(one["limit"] == limit for one in broken),
        }
        for limit in LimitKind
    ]
    context = {
        "rows": rows,
        "has_plan": has_plan,
        "finding": words.broken_finding(broken) if has_plan else _("De fire grænser, planen skal holde"),
        "broken": words.broken_rows(broken),
        "may_send": any(rules.why_not_change_limit(person(request), limit) is None for limit in LimitKind),
    }
    return render(request, "planning/limits/limits.html", context)


@require_safe
def limit(request: HttpRequest, slug: str) -> HttpResponse:
    """What stands in it, whose it is, what it rests on, what it breaks, and how it came to be so."""
    which, content, house = limit_of(slug), content_now(), house_now()
    broken = [one for one in broken_now() if one["limit"] == which]
    page = Paginator(versions(which), VERSIONS).get_page(request.GET.get("side"))
    context: dict[str, Any] = {
        "limit": which,
        "slug": slug,
        "what": words.what_it_is()[which],
        "version": versions(which).first(),
        "tables": tables_of(which, content, budget_year()),
        "details": details_of(which, content, house, budget_year()),
        "broken": words.broken_rows(broken),
        "finding": words.broken_finding(broken),
        "overcommitted": overcommitted(content) if which == LimitKind.MONEY else (),
        "why_not_change": rules.why_not_change_limit(person(request), which),
        "page": page,
    }
    return render(request, "planning/limits/limit.html", context)


@require_safe
def limit_version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A version as it was, and what it changed of the one before."""
    which = limit_of(slug)
    found = get_object_or_404(LimitVersion.objects.select_related("changed_by"), limit=which, number=number)
    before = LimitVersion.objects.filter(limit=which, number__lt=number).order_by("-number").first()
    context = {
        "limit": which,
        "slug": slug,
        "version": found,
        "newest": versions(which).first(),
        "before": before,
        "differences": differences(before.content if before else {}, found.content),
        "tables": tables_of(which, found.content, found.changed_at.year),
    }
    return render(request, "planning/limits/version.html", context)
