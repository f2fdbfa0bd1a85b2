"""One sweep: how far it is, the landscape it draws, and every point in a table."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from takt.calculation.scenarios.axes import cells, read_axis
from takt.calculation.scenarios.lifting import lifted
from takt.foundation.design.templatetags.takt import language
from takt.foundation.jobs.models import State
from takt.governance.planning.limits.asked import in_the_words_of
from takt.governance.planning.pages.computing import effort_word
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.asking import question_of
from takt.governance.planning.scenarios.landscape import Landscape
from takt.governance.planning.scenarios.models import Sweep
from takt.governance.planning.scenarios.queries import points_of, sweeps, unfinished_sweep


@require_safe
def sweep(request: SignedInRequest, pk: int) -> HttpResponse:
    return render(request, "scenarios/sweep.html", _context(request, get_object_or_404(sweeps(), pk=pk)))


@require_safe
def sweep_progress(request: SignedInRequest, pk: int) -> HttpResponse:
    """The drawing and the table with what is known by now, asked for every few seconds."""
    if not request.htmx:
        return redirect("sweep", pk)
    return render(request, "scenarios/sweep_body.html", _context(request, get_object_or_404(sweeps(), pk=pk)))


def _context(request: SignedInRequest, sweep: Sweep) -> dict[str, Any]:
    axes = [read_axis(axis) for axis in sweep.axes]
    points, every = lifted(points_of(sweep)), len(cells(axes))
    problem = in_the_words_of(question_of(sweep.base, at=sweep.requested_at), language())
    drawn = Landscape(axes, points, problem, language())
    return {
        "sweep": sweep,
        "finding": drawn.finding,
        "names": drawn.names,
        "drawing": drawn.drawing() if points else "",
        "lines": drawn.lines(),
        "done": len(points),
        "all": every,
        "percent": 100 * len(points) // every,
        "effort": effort_word(sweep.effort),
        "is_unfinished": not sweep.job.is_over,
        "went_wrong": sweep.job.state == State.FAILED,
        "why_not_stop": rules.why_not_change(request.user),
        "why_not_resume": rules.why_not_continue(every - len(points), request.user, unfinished_sweep()),
    }
