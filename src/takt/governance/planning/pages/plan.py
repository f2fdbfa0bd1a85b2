"""The plan page: which, when, in which pace; and why not."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from takt.foundation.design.charts import roadmap
from takt.foundation.design.charts.heatmap import ramp
from takt.foundation.design.charts.money_bars import MoneyYear, money_bars, money_key
from takt.foundation.design.templatetags.takt import language
from takt.governance.deciding.meetings.queries import overrides
from takt.governance.planning import findings
from takt.governance.planning.figures import Figures, read_figures
from takt.governance.planning.limits import words
from takt.governance.planning.limits.addresses import anchor, limit_url
from takt.governance.planning.limits.broken import broken_now
from takt.governance.planning.limits.queries import sources
from takt.governance.planning.models import LimitKind, PlanRun
from takt.governance.planning.pages.areas import Picture
from takt.governance.planning.pages.computing import effort_word, panel_for
from takt.governance.planning.pages.lists import left_out_rows, table_rows
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.pages.versions import gap_percent
from takt.governance.planning.pages.view import LEFT_OUT, PERIODS, TABLE, View
from takt.governance.planning.pages.why import why_panel
from takt.governance.planning.pinning.fates import pin_rows
from takt.governance.planning.publishing.standing import standing_of
from takt.governance.planning.queries import Place, current_plan, places, runs
from takt.governance.planning.question import month_of

PER_PAGE = 50
FEW = 8
"""So many wishes without a place are named below the roadmap; the rest have a list of their own."""

OVERRIDES_SHOWN = 10


@require_safe
def plan(request: SignedInRequest) -> HttpResponse:
    """The plan in force, or while none is the newest; or how to get the first."""
    run = current_plan()
    if run is None:
        return render(request, "planning/no_plan.html", {"panel": panel_for(request.user)})
    return _page(request, run, is_current=True)


@require_safe
def older_plan(request: SignedInRequest, pk: int) -> HttpResponse:
    run = get_object_or_404(runs().filter(recorded_at__isnull=False), pk=pk)
    return _page(request, run, is_current=run == current_plan())


def _page(request: SignedInRequest, run: PlanRun, *, is_current: bool) -> HttpResponse:
    first, figures, everything = month_of(run.first_month), read_figures(run.figures), places(run)
    view = View.of(request.GET, first=first, months=run.months)
    window = view.window(first, run.months)
    panel = panel_for(request.user)
    broken = broken_now(run) if is_current else []
    why = why_panel(run, view.wish, language(), look_closer=view.look_closer and panel.refusal is None)
    standing = standing_of(run)
    pins = pin_rows(figures) if standing["is_newest"] else []
    pinned = {row.pin.initiative.number: row.month for row in pins} if standing["is_newest"] else None
    ghost = why.ghost if why else None
    picture = Picture(everything, figures, first, window, view, ghost, language(), pinned=pinned)
    context: dict[str, Any] = {
        "run": run,
        "is_current": is_current,
        "gap": gap_percent(run),
        "effort": effort_word(run.effort),
        "headline": findings.headline(everything, figures, first, language()),
        "panel": panel,
        "view": view,
        "periods": PERIODS,
        "earlier": window.first.plus(-view.period) if view.offset else None,
        "later": window.first.plus(view.period) if view.offset + window.months < run.months else None,
        "last_month": window.first.plus(window.months - 1),
        "window": window,
        "area_choices": findings.areas_of(figures),
        "why": why,
        "pins": pins,
        "reported": [english if language() == "en" else danish for danish, english in figures.reported],
        "figures": figures,
        "left_out_count": len(figures.left_out),
        "money_finding": findings.money_finding(figures, language()),
        "broken": words.broken_rows(broken) if broken else (),
        "broken_finding": words.broken_finding(broken),
        "sources": sources() if is_current else (),
        "overrides": overrides()[:OVERRIDES_SHOWN],
        "what_binds": findings.what_binds_most(figures, language()),
    }
    context |= standing | _of_mode(request, view, picture, everything, figures)
    return render(request, "planning/plan.html", context)


def _of_mode(
    request: SignedInRequest, view: View, picture: Picture, everything: list[Place], figures: Figures
) -> dict[str, Any]:
    side = request.GET.get("side")
    left_out = left_out_rows(everything, figures, picture.first, language())
    if view.mode == TABLE:
        return {"page": Paginator(table_rows(everything, picture), PER_PAGE).get_page(side)}
    if view.mode == LEFT_OUT:
        return {"page": Paginator(left_out, PER_PAGE).get_page(side)}
    return {
        "areas": picture.areas(),
        "axis": roadmap.axis(picture.window, language=language()),
        "staff": picture.staff(),
        "key": roadmap.key(),
        "ramp": ramp(),
        "money": _money(figures),
        "money_key": money_key(),
        "freezes": findings.freezes_in_words(
            figures, picture.first, range(view.offset, view.offset + picture.window.months), language()
        ),
        "lowered": findings.lowered_in_words(figures, picture.first, language()),
        "left_out": left_out[:FEW],
    }


def _money(figures: Figures) -> list[tuple[str, Any, str]]:
    """Name, bars and the way to the frame; first of the whole municipality, then of the committees."""
    names = findings.frame_words()
    for one in figures.money:
        names.setdefault(one.frame, findings.frame_name(one.frame))
    return [
        (
            name,
            money_bars(
                [
                    MoneyYear(one.year, one.under_way_dkk, one.planned_dkk, one.frame_dkk)
                    for one in figures.money
                    if one.frame == frame
                ],
                label=name,
                language=language(),
            ),
            limit_url(LimitKind.MONEY, anchor(frame)),
        )
        for frame, name in names.items()
    ]
