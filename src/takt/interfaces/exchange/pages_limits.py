"""The four limits to Excel and back: fetch, change, see what would change and what breaks, say yes."""

import json
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from takt.foundation.design.templatetags.takt import clock, day
from takt.foundation.refusals import Refusal, Refused, refuse_if
from takt.governance.planning.limits import words
from takt.governance.planning.limits.commands.change_limits import change_limits
from takt.governance.planning.limits.considering import Considered, consider
from takt.governance.planning.limits.differences import Difference, differences
from takt.governance.planning.limits.forms import GroundsForm, grounds_form
from takt.governance.planning.limits.pages.asking import budget_year
from takt.governance.planning.limits.queries import edition_of, newest_versions
from takt.governance.planning.limits.reading import Written
from takt.governance.planning.limits.rules import (
    Proposal,
    why_not_change_any,
    why_not_change_limit,
    why_not_replace,
)
from takt.governance.planning.limits.sections import SECTION, part_of, years_of
from takt.governance.planning.limits.standing import content_now
from takt.governance.planning.models import LimitKind, LimitVersion
from takt.interfaces.exchange import rules
from takt.interfaces.exchange.limits_in import Book, read_limits
from takt.interfaces.exchange.limits_out import limits_book
from takt.interfaces.exchange.pages import person, workbook
from takt.interfaces.exchange.workbook.hostile import MOST_BYTES
from takt.interfaces.exchange.workbook.refusals import NotReadable


@require_GET
def limits_to_excel(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    data = limits_book(
        content_now(),
        {limit: edition_of(limit) for limit in LimitKind},
        first_year=budget_year(),
        origin=f"{settings.MUNICIPALITY}, {day(now)} {clock(now)}, {person(request)}",
    )
    return workbook(data, f"graenser-{timezone.localdate():%Y-%m-%d}.xlsx")


@csrf_exempt  # so that nothing of the request is read before its size is known; the inner view is protected
@require_http_methods(["GET", "POST"])
def limits_from_excel(request: HttpRequest) -> HttpResponse:
    refuse_if(why_not_change_any(person(request)))
    refuse_if(rules.why_not_receive(int(request.META.get("CONTENT_LENGTH") or 0)))
    return _receive(request) if request.method == "POST" else _send(request)


@csrf_protect
def _receive(request: HttpRequest) -> HttpResponse:
    sent = request.FILES.get("workbook")
    if sent is None:
        return _send(request, unreadable=_("Vælg en fil først."))
    try:
        book = read_limits(sent.read())
    except NotReadable as wrong:
        return _send(request, unreadable=str(wrong))
    considered = _considered(book)
    if considered.mistakes:
        return _send(request, mistakes=considered.mistakes)
    only = newest_versions().get(considered.proposals[0].limit) if len(considered.proposals) == 1 else None
    return _preview(request, considered, grounds_form(only))


def _considered(book: Book) -> Considered:
    if book.mistakes:
        return Considered((), book.mistakes)
    years = sorted({*years_of(content_now()["frames"], budget_year()), *book.years})
    editions = {limit: book.editions.get(limit, edition_of(limit)) for limit in LimitKind}
    return consider(book.rows, years, editions=editions)


@require_POST
def take_in_limits(request: HttpRequest) -> HttpResponse:
    refuse_if(why_not_change_any(person(request)))
    book = _sent_along(request.POST.get("book", ""))
    considered, form = _considered(book), GroundsForm(request.POST)
    if considered.mistakes:
        return _send(request, mistakes=considered.mistakes)
    if not form.is_valid() or request.POST.get("agreed") != considered.fingerprint:
        return _preview(request, considered, form)
    try:
        versions = change_limits(considered.proposals, form.grounds(), by=person(request), at=timezone.now())
    except Refused as refused:
        return _preview(request, considered, form, refusal=refused.refusal)
    broken = versions[-1].broken
    say = messages.warning if broken else messages.success
    say(request, _("Grænserne er gemt. %(finding)s.") % {"finding": words.broken_finding(broken)})
    return redirect("limits")


def _sent_along(said: str) -> Book:
    """What the preview sent along; it is read as carefully as the file was. Raises Refused for anything else."""
    broken = Refusal(_("Listen over ændringer er gået tabt på vejen."), _("Vælg filen igen."))
    try:
        told = json.loads(said)
        rows = {
            key: [
                Written(number, {str(name): str(cell) for name, cell in row.items()})
                for number, row in enumerate(told["rows"][key], start=1)
            ]
            for key in told["rows"]
            if key in SECTION
        }
        editions = {LimitKind(limit): int(edition) for limit, edition in told["editions"].items()}
        years = [year for year in map(int, told["years"]) if 2000 <= year <= 2100]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused(broken) from None
    return Book(rows=rows, editions=editions, years=years[:100])


def _preview(
    request: HttpRequest, considered: Considered, form: GroundsForm, *, refusal: Refusal | None = None
) -> HttpResponse:
    refusal = refusal or _why_not(request, considered)
    book = {
        "rows": considered.rows,
        "editions": {str(one.limit): one.edition for one in considered.proposals},
        "years": sorted(
            {int(key) for row in considered.rows.get("frames", ()) for key in row if key.isdecimal()}
        ),
    }
    context: dict[str, Any] = {
        "considered": considered,
        "broken": words.broken_rows(considered.broken),
        "finding": words.change_finding(considered.broken),
        "form": form,
        "book": json.dumps(book),
        "refusal": refusal,
        "since": [one for proposal in considered.proposals for one in _since(proposal)] if refusal else (),
    }
    return render(request, "exchange/limits_preview.html", context, status=refusal.status if refusal else 200)


def _why_not(request: HttpRequest, considered: Considered) -> Refusal | None:
    """Whether this person may say yes to all of it, and whether it is still what they saw."""
    for proposal in considered.proposals:
        if refusal := why_not_change_limit(person(request), proposal.limit):
            remedy = _("Slet arkene om %(limit)s i filen, eller lad dem stå uændret.") % {
                "limit": LimitKind(proposal.limit).label
            }
            return Refusal(refusal.reason, remedy, refusal.status)
        if edition_of(proposal.limit) != proposal.edition:
            return Refusal(
                _("%(limit)s er ændret, siden filen blev hentet.")
                % {"limit": LimitKind(proposal.limit).label},
                _("Hent filen igen, og skriv dine ændringer i den. Så går kollegaens ikke tabt."),
            )
    return None


def _since(proposal: Proposal) -> list[Difference]:
    """What others have changed since the file was fetched."""
    if why_not_replace(edition_of(proposal.limit), proposal.edition) is None:
        return []
    before = LimitVersion.objects.filter(limit=proposal.limit, number=proposal.edition).first()
    return differences(before.content, part_of(content_now(), proposal.limit)) if before else []


def _send(request: HttpRequest, *, mistakes: Any = (), unreadable: str = "") -> HttpResponse:
    context = {
        "mistakes": mistakes,
        "unreadable": unreadable,
        "most_bytes": MOST_BYTES,
        "most_megabytes": MOST_BYTES // 1_000_000,
    }
    return render(
        request, "exchange/limits_send.html", context, status=422 if mistakes or unreadable else 200
    )
