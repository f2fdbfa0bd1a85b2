"""What the tests of explanations share: problems, plans for them, and the checker's word on a change."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.calculation.planner.cases import honest_plan

from takt.calculation.planner.breach import Breach
from takt.calculation.planner.check import check
from takt.calculation.planner.explain import Situation, explain_in
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.reading import read_problem

HERE = Path(__file__).parent
TINY = tuple(f"tiny-{number:02d}" for number in range(1, 31))
MUNICIPAL = tuple(path.stem for path in sorted((HERE / "municipal").glob("[25]0x*.json")))


@cache
def problem_called(name: str) -> Problem:
    folder = "tiny" if name.startswith("tiny") else "municipal"
    return read_problem((HERE / folder / f"{name}.json").read_bytes())


@cache
def starts_of(name: str) -> Mapping[str, int]:
    """A best plan of a tiny problem (found by trying all); of the others one that is merely lawful."""
    if not name.startswith("tiny"):
        return _by_points(problem_called(name))
    with (HERE / "tiny" / "optimum.csv").open(encoding="utf-8") as rows:
        best = {row["file"]: row["one_optimal_plan"] for row in csv.DictReader(rows)}
    pairs = (pair.split(":") for pair in best[f"{name}.json"].split())
    return {id_: int(start) for id_, start in pairs}


def breaches(problem: Problem, starts: Mapping[str, int]) -> tuple[Breach, ...]:
    return check(problem, honest_plan(problem, starts)).breaches


def lawful(problem: Problem, starts: Mapping[str, int]) -> bool:
    return not breaches(problem, starts)


def without_deadline(problem: Problem, id_: str) -> Problem:
    changed = (replace(one, latest_go_live=None) if one.id == id_ else one for one in problem.initiatives)
    return replace(problem, initiatives=tuple(changed))


def _by_points(problem: Problem) -> Mapping[str, int]:
    """Rank by points and place each as early as it fits: lawful, with room that a solver would use."""
    situation = Situation.of(problem, {})
    to_choose = {id_ for choice in problem.choose_one for id_ in choice}
    for one in sorted(problem.initiatives, key=lambda one: (one.id not in to_choose, -one.points_per_year)):
        if one.id not in situation.start:
            window = explain_in(situation, one.id).next_window
            if window is not None and not window.after_deadline:
                situation = situation.changed({one.id: window.start})
    assert lawful(problem, situation.start)
    return situation.start
