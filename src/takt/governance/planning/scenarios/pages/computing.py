"""Ask for a scenario to be computed, follow it, stop it."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from takt.calculation.planner.solve import Effort
from takt.foundation.jobs.models import State
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, refuse_if
from takt.governance.planning.pages.computing import EFFORTS, effort_word
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.commands.cancel_scenario import cancel_scenario
from takt.governance.planning.scenarios.commands.record_no_plan import IMPOSSIBLE
from takt.governance.planning.scenarios.commands.request_scenario import request_scenario
from takt.governance.planning.scenarios.models import Scenario, ScenarioRun
from takt.governance.planning.scenarios.queries import latest_run, scenarios


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything the panel Beregning shows of a scenario."""

    scenario: Scenario
    run: ScenarioRun | None
    """The latest, finished or not."""
    refusal: Refusal | None
    """Why this person may not compute it now."""
    why_not_stop: Refusal | None
    usual: Effort
    """As thorough as the plan it is held against, so that the two can be compared."""

    @property
    def is_unfinished(self) -> bool:
        return self.run is not None and not self.run.job.is_over

    @property
    def percent(self) -> int:
        return round(100 * float(self.run.job.progress.get("share_done", 0))) if self.run else 0

    @property
    def placed(self) -> int | None:
        return self.run.job.progress.get("placed") if self.run else None

    @property
    def is_impossible(self) -> bool:
        return self.run is not None and self.run.status == IMPOSSIBLE

    @property
    def ended_without(self) -> bool:
        """Stopped before there was a plan, or gone wrong."""
        return self.run is not None and self.run.job.state in {State.CANCELLED, State.FAILED}

    @property
    def effort_word(self) -> str:
        return effort_word(self.run.effort) if self.run else ""

    @property
    def efforts(self) -> list[tuple[str, str, bool]]:
        """(key, name, is the usual one)."""
        return [(str(effort), str(name), effort == self.usual) for effort, (name, _) in EFFORTS.items()]


def panel_for(scenario: Scenario, person: Person) -> Panel:
    run = latest_run(scenario)
    unfinished = run if run and not run.job.is_over else None
    kept = scenario.base.effort if scenario.base else ""
    return Panel(
        scenario,
        run,
        rules.why_not_compute(scenario, person, unfinished),
        rules.why_not_change(person),
        Effort(kept) if kept in {*Effort} else Effort.QUICK,
    )


@require_POST
def compute(request: SignedInRequest, pk: int) -> HttpResponse:
    said = request.POST.get("grundighed", "")
    effort = Effort(said) if said in {*Effort} else Effort.QUICK
    request_scenario(get_object_or_404(scenarios(), pk=pk), effort=effort, by=request.user, at=timezone.now())
    return redirect(f"{reverse('scenario', args=[pk])}#beregning")


@require_POST
def cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    run = latest_run(get_object_or_404(scenarios(), pk=pk))
    refuse_if(rules.why_not_change(request.user))
    if run is not None:
        cancel_scenario(run, by=request.user, at=timezone.now())
    return redirect(f"{reverse('scenario', args=[pk])}#beregning")


@require_safe
def progress(request: SignedInRequest, pk: int) -> HttpResponse:
    """The panel alone, asked for every second while it is computed."""
    if not request.htmx:
        return redirect(f"{reverse('scenario', args=[pk])}#beregning")
    panel = panel_for(get_object_or_404(scenarios(), pk=pk), request.user)
    return render(
        request,
        "scenarios/computing.html",
        {"panel": panel, "scenario": panel.scenario, "was_followed": True},
    )
