"""A recorded plan with its question, as every file needs it. What the Plan page shows everyone, and no more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from takt.calculation import wording
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Month, Problem
from takt.governance.planning.figures import Figures, read_figures
from takt.governance.planning.findings import area_of_each_unit
from takt.governance.planning.kept import kept_plan, kept_problem
from takt.governance.planning.models import PlanRun
from takt.governance.planning.queries import Place, places


@dataclass(frozen=True)
class Export:
    """Months of the places are offsets from the first month of the problem."""

    run: PlanRun
    problem: Problem
    plan: Plan
    figures: Figures
    places: Sequence[Place]
    """By start; those without a place last."""
    language: wording.Language

    @property
    def first(self) -> Month:
        return self.problem.first_month

    @cached_property
    def unit_names(self) -> Mapping[str, str]:
        """By the id of the unit."""
        return {unit.id: unit.name for unit in self.figures.units}

    @cached_property
    def area_names(self) -> Mapping[str, str]:
        """The name of the area of each unit, by the id of the unit."""
        return {unit: self.unit_names[area] for unit, area in area_of_each_unit(self.figures).items()}


def export_of(run: PlanRun, language: wording.Language) -> Export:
    """``run``: one that has been recorded."""
    return Export(run, kept_problem(run), kept_plan(run), read_figures(run.figures), places(run), language)
