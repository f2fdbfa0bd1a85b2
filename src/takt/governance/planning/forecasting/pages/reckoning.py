"""Ask for a reckoning, and follow it until it is told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from takt.foundation.jobs.models import State
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, refuse_if
from takt.governance.planning.forecasting import rules
from takt.governance.planning.forecasting.commands.request_reckoning import request_reckoning
from takt.governance.planning.forecasting.models import Kind, Reckoning
from takt.governance.planning.forecasting.queries import reckoning_of
from takt.governance.planning.forecasting.questions import Asked
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.queries import runs
from takt.governance.planning.rules import why_not_compute

Tell: TypeAlias = Callable[[SignedInRequest, PlanRun, dict[str, Any]], dict[str, Any]]
PAGES = {Kind.SURENESS: "plan_sureness", Kind.WORTH: "plan_worth"}


@dataclass(frozen=True, slots=True)
class Panel:
    """How far it is, and whether this person may ask for it."""

    kind: Kind
    reckoning: Reckoning | None
    why_not: Refusal | None
    is_old: bool
    """What is told was reckoned before the estimates changed."""

    @property
    def told(self) -> dict[str, Any]:
        return self.reckoning.told if self.reckoning else {}

    @property
    def is_unfinished(self) -> bool:
        return self.reckoning is not None and not self.reckoning.job.is_over

    @property
    def went_wrong(self) -> bool:
        return self.reckoning is not None and self.reckoning.job.state in {State.FAILED, State.CANCELLED}

    @property
    def percent(self) -> int:
        return round(100 * float(self.reckoning.job.progress.get("share_done", 0))) if self.reckoning else 0


def recorded(pk: int) -> PlanRun:
    return get_object_or_404(runs().filter(recorded_at__isnull=False), pk=pk)


def panel_for(run: PlanRun, kind: Kind, person: Person) -> Panel:
    there, asked = reckoning_of(run, kind), Asked(run, kind)
    return Panel(
        kind,
        there,
        rules.why_not_reckon(run, there, asked.sha256, person),
        bool(there and there.told and there.told_sha256 != asked.sha256),
    )


def page_of(request: SignedInRequest, pk: int, kind: Kind, tell: Tell) -> HttpResponse:
    """The page of a reckoning; ``tell`` adds what it found, once there is something to tell."""
    run = recorded(pk)
    panel = panel_for(run, kind, request.user)
    told = tell(request, run, panel.told) if panel.told else {}
    return render(request, f"forecasting/{kind}.html", {"run": run, "panel": panel, **told})


@require_POST
def reckon(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    if kind not in {*Kind}:
        raise Http404
    refuse_if(why_not_compute(request.user))
    request_reckoning(recorded(pk), Kind(kind), by=request.user, at=timezone.now())
    return redirect(PAGES[Kind(kind)], pk)
