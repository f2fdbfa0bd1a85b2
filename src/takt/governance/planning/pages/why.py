"""Hvorfor ikke? and Hvorfor nu?: the answer about one initiative, from the archived question and plan."""

from dataclasses import dataclass

from takt.calculation import wording
from takt.foundation.design.charts.roadmap import Ghost
from takt.governance.planning.models import PlanRun


@dataclass(frozen=True, slots=True)
class WhyPanel:
    ghost: Ghost | None


def why_panel(run: PlanRun, number: str, language: wording.Language) -> WhyPanel | None:
    return None
