"""The page that answers when there is room."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from takt.calculation import wording
from takt.calculation.planner.explain import Situation
from takt.calculation.planner.window_sentences import WindowText, window_sentences
from takt.calculation.planner.windows import RollOut, UnitLoad, loads_with, rollout_windows
from takt.foundation.design.charts.heatmap import HeatRow, load_heatmap, ramp
from takt.foundation.design.templatetags.takt import language
from takt.governance.planning.limits.addresses import limit_url
from takt.governance.planning.limits.asked import in_the_words_of
from takt.governance.planning.models import LimitKind
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.pinning.asking import newest_free_situation
from takt.governance.planning.windows.asked import WindowForm, unit_choices

MONTHS_SHOWN = 24
MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class Answer:
    text: WindowText
    strips: SafeString
    hours: int
    """A month, of all the units."""
    units: int
    more_rows: int
    """Units that are not drawn."""
    without: str
    """The title of the initiative whose own place is not counted."""


@require_safe
def windows(request: SignedInRequest) -> HttpResponse:
    newest = newest_free_situation()
    if newest is None:
        return redirect("plan")
    situation = newest[1]
    problem = situation.problem
    form = WindowForm(problem, request.GET if "timer" in request.GET else None)
    context = {
        "form": form,
        "units": unit_choices(problem),
        "chosen": set(request.GET.getlist("enhed")),
        "answer": _answer(situation, form) if form.is_valid() else None,
        "ramp": ramp(),
    }
    return render(request, "planning/windows.html", context)


def _answer(situation: Situation, form: WindowForm) -> Answer:
    asked, without = form.roll_out, form.cleaned_data["uden"]
    if without in situation.problem.initiative:
        situation = situation.changed({without: None})
    room = rollout_windows(situation, asked)
    loads = loads_with(situation, asked)
    shown = replace(room, problem=in_the_words_of(room.problem, language()))
    return Answer(
        text=window_sentences(shown, language()),
        strips=_strips(situation, asked, loads[:MOST_ROWS]),
        hours=sum(asked.hours.values()),
        units=len(asked.hours),
        more_rows=max(0, len(loads) - MOST_ROWS),
        without=situation.problem.initiative[without].title
        if without in situation.problem.initiative
        else "",
    )


def _strips(situation: Situation, asked: RollOut, loads: Sequence[UnitLoad]) -> SafeString:
    """From the month asked for, at most two years: the load with the new hours, per employee."""
    problem = situation.problem
    first = min(asked.first, max(0, problem.months - MONTHS_SHOWN))
    end = min(problem.months, first + MONTHS_SHOWN)
    rows = [_row(situation, load, first, end) for load in loads]
    frozen = {
        month - first
        for freeze in problem.freezes
        if freeze.units is None
        for month in range(freeze.first, freeze.latest + 1)
    }
    return load_heatmap(
        rows,
        [problem.first_month.plus(month) for month in range(first, end)],
        caption=_("Belastning med de nye timer, pr. medarbejder, måned for måned"),
        first_column=_("Enhed"),
        frozen=frozenset(frozen),
        language=language(),
    )


def _row(situation: Situation, load: UnitLoad, first: int, end: int) -> HeatRow:
    unit = situation.problem.unit[load.id]
    ceiling = next((one for one in load.ceiling if one is not None), None)
    note = _("uden loft")
    if ceiling is not None and unit.headcount:
        hours = wording.number(ceiling / unit.headcount, 1, language())
        note = _("loft %(hours)s") % {"hours": hours}
    return HeatRow(
        unit.name,
        load.used[first:end],
        load.ceiling[first:end],
        per=max(1, unit.headcount),
        note=note,
        url=limit_url(LimitKind.CEILINGS, load.id),
    )
