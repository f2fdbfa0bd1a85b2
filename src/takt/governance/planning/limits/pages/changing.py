"""Change a limit: write, see what changes and what breaks, give the reason, save."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from takt.foundation.people.models import Unit
from takt.foundation.refusals import Refusal, Refused, refuse_if
from takt.governance.planning.limits import rules, words
from takt.governance.planning.limits.addresses import SLUGS, limit_url
from takt.governance.planning.limits.calendar_in import NotACalendar, read_calendar, why_not_receive
from takt.governance.planning.limits.commands.change_limits import change_limits
from takt.governance.planning.limits.considering import Considered, as_written, consider
from takt.governance.planning.limits.differences import differences
from takt.governance.planning.limits.forms import GroundsForm, grounds_form
from takt.governance.planning.limits.grid import MOST_ROWS, grid_of, sent_rows
from takt.governance.planning.limits.overcommitted import overcommitted
from takt.governance.planning.limits.pages.asking import budget_year, limit_of, person
from takt.governance.planning.limits.queries import edition_of, versions
from takt.governance.planning.limits.reading import Written
from takt.governance.planning.limits.sections import part_of, sections_of, years_of
from takt.governance.planning.limits.standing import content_now
from takt.governance.planning.models import LimitKind, LimitVersion

Rows = Mapping[str, Sequence[Mapping[str, str]]]


@require_http_methods(["GET", "POST"])
def change_limit(request: HttpRequest, slug: str) -> HttpResponse:
    which = limit_of(slug)
    refuse_if(rules.why_not_change_limit(person(request), which))
    if request.method == "GET":
        rows = as_written(part_of(content_now(), which), _years(which))
        form = grounds_form(versions(which).first())
        return _show(request, which, rows, form, edition=edition_of(which))
    sent = {
        section.key: sent_rows(section, request.POST.dict(), _years(which)) for section in sections_of(which)
    }
    return _look_or_save(request, which, sent, GroundsForm(request.POST))


@require_POST
def freezes_from_calendar(request: HttpRequest) -> HttpResponse:
    """The periods of a calendar file beside those there are, to be looked at and saved like any other change."""
    which = LimitKind.FREEZES
    refuse_if(rules.why_not_change_limit(person(request), which))
    sent = request.FILES.get("calendar")
    refuse_if(why_not_receive((sent.size or 0) if sent else 0))
    standing = as_written(part_of(content_now(), which), ())
    form = grounds_form(versions(which).first())
    try:
        found = read_calendar(sent.read() if sent else b"", today=timezone.localdate())
    except NotACalendar as wrong:
        refusal = Refusal(str(wrong), _("Gem kalenderen som .ics igen, og vælg den her."))
        return _show(request, which, standing, form, edition=edition_of(which), refusal=refusal)
    there = {(row["why"].casefold(), row["first"]) for row in standing["freezes"]}
    new = [row for row in found if (row["why"].casefold(), row["first"]) not in there]
    rows = {"freezes": [*standing["freezes"], *new]}
    considered = consider(_as_sent(rows), ())
    return _show(request, which, rows, form, edition=edition_of(which), considered=considered)


def _look_or_save(
    request: HttpRequest, which: LimitKind, sent: Mapping[str, Sequence[Written]], form: GroundsForm
) -> HttpResponse:
    edition = int(request.POST.get("edition", "0")) if request.POST.get("edition", "").isdecimal() else 0
    considered = consider(sent, _years(which), editions={which: edition})
    now = edition_of(which)
    refusal = rules.why_not_replace(now, edition)
    if not form.is_valid() or considered.mistakes or refusal:
        return _show(
            request,
            which,
            _as_rows(sent),
            form,
            edition=now,
            considered=considered,
            refusal=refusal,
            seen=edition,
        )
    if "save" in request.POST and request.POST.get("agreed") == considered.fingerprint:
        try:
            (version,) = change_limits(
                considered.proposals, form.grounds(), by=person(request), at=timezone.now()
            )
        except Refused as refused:
            refusal = refused.refusal
        else:
            return _saved(request, version)
    return _show(request, which, _as_rows(sent), form, edition=now, considered=considered, refusal=refusal)


def _saved(request: HttpRequest, version: LimitVersion) -> HttpResponse:
    said = _("Version %(number)d er gemt.") % {"number": version.number}
    if version.broken:
        messages.warning(request, f"{said} {words.broken_finding(version.broken)}.")
    else:
        messages.success(request, said)
    return redirect(limit_url(version.limit))


def _show(
    request: HttpRequest,
    which: LimitKind,
    rows: Rows,
    form: GroundsForm,
    *,
    edition: int,
    considered: Considered | None = None,
    refusal: Refusal | None = None,
    seen: int | None = None,
) -> HttpResponse:
    mistakes = considered.mistakes if considered else ()
    context: dict[str, Any] = {
        "limit": which,
        "slug": SLUGS[which],
        "title": words.title_of_change()[which],
        "what": words.what_it_is()[which],
        "grids": [
            grid_of(section, rows.get(section.key, ()), _years(which), mistakes)
            for section in sections_of(which)
        ],
        "too_many": any(len(rows.get(section.key, ())) > MOST_ROWS for section in sections_of(which)),
        "form": form,
        "edition": edition,
        "next_edition": edition + 1,
        "considered": considered,
        "overcommitted": overcommitted(content_now()) if which == LimitKind.MONEY and not considered else (),
        "mistakes": mistakes,
        "broken": words.broken_rows(considered.broken) if considered else (),
        "finding": words.change_finding(considered.broken) if considered else "",
        "refusal": refusal,
        "since": _since(which, seen) if refusal and seen is not None else (),
        "names": _names(which, rows),
    }
    is_wrong = bool(mistakes or refusal or (form.is_bound and not form.is_valid()))
    return render(
        request,
        "planning/limits/change.html",
        context,
        status=(refusal.status if refusal else 422) if is_wrong else 200,
    )


def _since(which: LimitKind, seen: int) -> list[Any]:
    """What a colleague has changed since the person opened the page."""
    before = LimitVersion.objects.filter(limit=which, number=seen).first()
    return differences(before.content, part_of(content_now(), which)) if before else []


def _names(which: LimitKind, rows: Rows) -> dict[str, list[str]]:
    """What the fields of names suggest."""
    if which in (LimitKind.CEILINGS, LimitKind.FREEZES):
        return {"names-units": list(Unit.objects.values_list("name", flat=True))}
    if which == LimitKind.MONEY:
        return {"names-committees": [row["name"] for row in rows.get("committees", ()) if row.get("name")]}
    return {"names-roles": [row["name"] for row in rows.get("roles", ()) if row.get("name")]}


def _years(which: LimitKind) -> list[int]:
    if which != LimitKind.MONEY:
        return []
    return years_of(content_now()["frames"], budget_year())


def _as_rows(sent: Mapping[str, Sequence[Written]]) -> dict[str, list[dict[str, str]]]:
    return {
        key: [{name: str(cell) for name, cell in row.cells.items()} for row in rows]
        for key, rows in sent.items()
    }


def _as_sent(rows: Rows) -> dict[str, list[Written]]:
    return {
        key: [Written(number, dict(row)) for number, row in enumerate(there, start=1)]
        for key, there in rows.items()
    }
