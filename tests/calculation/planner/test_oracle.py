"""Trying every plan finds the published optima: two programs, one meaning of docs/planner.md."""

import csv
from pathlib import Path

import pytest
from tests.calculation.planner import oracle
from tests.calculation.planner.cases import honest_plan

from takt.calculation.planner.check import check
from takt.calculation.planner.reading import read_problem

TINY = Path(__file__).parent / "tiny"
OPTIMA = [*csv.DictReader((TINY / "optimum.csv").read_text(encoding="utf-8").splitlines())]


@pytest.mark.parametrize("row", OPTIMA, ids=lambda row: row["file"])
def test_the_published_optimum_is_found_and_certified(row: dict[str, str]) -> None:
    problem = read_problem((TINY / row["file"]).read_bytes())
    best = oracle.best(problem)
    assert best is not None
    assert best.months_late == int(row["months_late"])
    assert best.goal_shortfall == int(row["goal_shortfall"])
    assert best.value_twelfths == int(row["value_twelfths"])
    pairs = (pair.rsplit(":", 1) for pair in row["one_optimal_plan"].split())
    published = {id_: int(start) for id_, start in pairs}
    assert oracle.tiers(problem, published) == oracle.tiers(problem, best.starts)
    assert check(problem, honest_plan(problem, published)).breaches == ()
