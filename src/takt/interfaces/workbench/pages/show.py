"""The workbench as it is read, and what it draws while somebody types."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from takt.foundation.design.templatetags.takt import language
from takt.foundation.people.models import Person, Unit
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.findings import LINES, points_of
from takt.governance.clarifying.rules import why_not_clarify
from takt.governance.planning.question import month_of
from takt.interfaces.case_file.queries import case_of
from takt.interfaces.case_file.timing import timing_of
from takt.interfaces.workbench.bench import Typed, bench_of, context_of
from takt.interfaces.workbench.estimating import ROLE, spread_of
from takt.interfaces.workbench.preview import preview_of
from takt.interfaces.workbench.reading import POINTS, read_impacts
from takt.interfaces.workbench.units import load_rows, load_words


def person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 - every view here is behind the door
    return request.user


def for_the_network(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Refuses everybody else before anything they sent is read."""

    @wraps(view)
    def guarded(request: HttpRequest, number: str) -> HttpResponse:
        refuse_if(why_not_clarify(person(request)))
        return view(request, number)

    return guarded


@require_GET
def workbench(request: HttpRequest, number: str) -> HttpResponse:
    return show(request, number, Typed())


def show(request: HttpRequest, number: str, form: Typed) -> HttpResponse:
    """With what somebody has written; refused, it says so with the status of the refusal."""
    bench = bench_of(number, reader=person(request))
    context = context_of(bench, form, language())
    forms = [one for one in (form.guess, form.inclusion) if one is not None]
    wrong = form.errors or any(one.errors for one in forms)
    status = form.refusal.status if form.refusal else 422 if wrong else 200
    return render(request, "workbench/workbench.html", context, status=status)


@require_POST
def spread(request: HttpRequest, number: str, what: str) -> HttpResponse:  # noqa: ARG001 - the address names the case
    """While typing: the drawing of one line with three points."""
    if what not in LINES and not what.startswith(ROLE):
        raise Http404
    names = points_of(what) if what in LINES else [f"{point}-{what.removeprefix(ROLE)}" for point in POINTS]
    values = [request.POST.get(name, "")[:30] for name in names]
    return render(request, "workbench/spread_live.html", {"spread": spread_of(what, values, language())})


@require_POST
def load(request: HttpRequest, number: str) -> HttpResponse:
    """While typing: what each unit would carry, on top of the newest plan."""
    case = case_of(number, reader=person(request))
    timing = timing_of(case, this_month=month_of(timezone.localdate()))
    wanted = read_impacts(request.POST, {unit.pk: unit for unit in Unit.objects.all()}).wanted
    preview = preview_of(case, timing, wanted, language())
    words = load_words(preview, case, has_units=bool(wanted))
    rows = load_rows(preview, language())
    return render(request, "workbench/load.html", {**words, "loads": rows.values()})
