"""Ask for a plan, follow it, stop it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from takt.calculation.planner.solve import Effort
from takt.foundation.jobs.models import State
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal
from takt.governance.planning import rules
from takt.governance.planning.commands.cancel_plan import cancel_plan
from takt.governance.planning.commands.request_plan import request_plan
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.queries import latest_durations, runs

EFFORTS = {
    Effort.QUICK: (gettext_lazy("Hurtig"), gettext_lazy("under et minut")),
    Effort.NORMAL: (gettext_lazy("Grundig"), gettext_lazy("et par minutter")),
    Effort.THOROUGH: (gettext_lazy("Meget grundig"), gettext_lazy("omkring ti minutter")),
}
"""How people say it, and about how long it takes when it has not been tried here yet."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything the panel Beregning shows."""

    run: PlanRun | None
    """The latest that was asked for, finished or not."""
    refusal: Refusal | None
    """Why this person may not compute."""
    efforts: list[tuple[str, str, str]]

    @property
    def is_unfinished(self) -> bool:
        return self.run is not None and not self.run.job.is_over

    @property
    def progress(self) -> dict[str, Any]:
        return self.run.job.progress if self.run else {}

    @property
    def percent(self) -> int:
        return round(100 * float(self.progress.get("share_done", 0)))

    @property
    def gap_percent(self) -> float | None:
        """How much better a plan could be at most, in per cent; None before there is one."""
        value, bound = self.progress.get("value"), self.progress.get("value_bound")
        if value is None or not bound or bound <= 0:
            return None
        return max(0.0, 100 * (1 - float(value) / float(bound)))

    @property
    def certain_percent(self) -> float:
        return max(0.0, 100 - (self.gap_percent or 0))

    @property
    def is_done(self) -> bool:
        return self.run is not None and self.run.job.state == State.DONE

    @property
    def effort_word(self) -> str:
        return effort_word(self.run.effort) if self.run else ""


def effort_word(effort: str) -> str:
    """As kept with a run; one that has since gone out of use is shown as it was written."""
    return str(EFFORTS[Effort(effort)][0]).lower() if effort in {*Effort} else effort


def panel_for(person: Person) -> Panel:
    """With the run under way, or the latest when it gave no plan: that must not go unsaid."""
    latest = runs().defer("problem", "plan", "figures").first()
    return Panel(
        run=latest if latest and latest.recorded_at is None else None,
        refusal=rules.why_not_compute(person),
        efforts=_efforts(),
    )


def _efforts() -> list[tuple[str, str, str]]:
    """(key, name, how long): as it was the last time here, otherwise a guess."""
    took = latest_durations()
    return [
        (str(effort), str(name), _how_long(took[effort]) if effort in took else str(guess))
        for effort, (name, guess) in EFFORTS.items()
    ]


def _how_long(time: timedelta) -> str:
    seconds = max(1, round(time.total_seconds()))
    if seconds < 100:
        words = ngettext("%(n)s sekund sidste gang", "%(n)s sekunder sidste gang", seconds)
        return words % {"n": seconds}
    minutes = round(seconds / 60)
    return ngettext("%(n)s minut sidste gang", "%(n)s minutter sidste gang", minutes) % {"n": minutes}


@require_POST
def start(request: SignedInRequest) -> HttpResponse:
    said = request.POST.get("grundighed", "")
    effort = Effort(said) if said in {*Effort} else Effort.NORMAL
    request_plan(effort=effort, by=request.user, at=timezone.now())
    return redirect(f"{reverse('plan')}#beregning")


@require_POST
def cancel(request: SignedInRequest, pk: int) -> HttpResponse:
    run = get_object_or_404(runs(), pk=pk)
    cancel_plan(run, by=request.user, at=timezone.now())
    return redirect(f"{reverse('plan')}#beregning")


@require_safe
def progress(request: SignedInRequest) -> HttpResponse:
    """The panel alone, asked for every second while a plan is computed (``version``: which)."""
    if not request.htmx:
        return redirect(f"{reverse('plan')}#beregning")
    followed = request.GET.get("version", "")
    panel = panel_for(request.user)
    if panel.run is None and followed.isdecimal() and len(followed) < 10:
        run = runs().filter(pk=int(followed)).defer("problem", "plan", "figures").first()
        panel = Panel(run, panel.refusal, panel.efforts)
    return render(request, "planning/computing.html", {"panel": panel})
