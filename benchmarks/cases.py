"""The instances there are, by set and name, each as the ``takt.problem/1`` that every engine is given."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from public_sets import mknapcb, psplib
from takt.calculation.planner.archive import problem_bytes
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.reading import read_problem

KNAPSACK_FILE = {size: file for file, size in mknapcb.SETS.items()}
PROJECT_SETS = ("J30", "J60", "J120")
MUNICIPAL_SETS = ("tiny", "20x24", "50x36", "200x48", "500x48", "1000x48")


@dataclass(frozen=True, slots=True)
class Case:
    set: str
    name: str


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the instances are; None = leave these out."""

    mkp: Path | None = None
    psplib: Path | None = None
    municipal: Path | None = None

    def cases(self) -> list[Case]:
        return [*self._knapsacks(), *self._projects(), *self._municipal()]

    def problem(self, case: Case) -> Problem:
        """Always through the door of a municipality: written as takt.problem/1 and read back."""
        if case.set in MUNICIPAL_SETS:
            return read_problem(self._municipal_file(case).read_bytes())
        return read_problem(problem_bytes(self._public(case)))

    def outcome(self, case: Case, start: Mapping[str, int]) -> Mapping[str, int]:
        """What the set itself counts, reckoned from the instance as published; nothing for municipal ones."""
        if case.set in KNAPSACK_FILE:
            return {"profit": mknapcb.profit(self._knapsack(case), frozenset(start))}
        if case.set in PROJECT_SETS:
            project = psplib.load(_given(self.psplib), case.name)
            complete = len(start) == len(project.activities) - 1
            return {"makespan": psplib.makespan(project, start)} if complete else {}
        return {}

    def best_known(self, case: Case) -> Mapping[str, float]:
        """As published with the instance."""
        if case.set in KNAPSACK_FILE:
            known = mknapcb.best_known((_given(self.mkp) / "best_known.txt").read_text(encoding="ascii"))
            return {"profit": known[case.name]}
        if case.set in PROJECT_SETS:
            known = psplib.best_known((_given(self.psplib) / "best_known.csv").read_text(encoding="ascii"))
            return {"makespan": known[case.name]}
        if case.set == "tiny":
            row = _row(_given(self.municipal) / "tiny" / "optimum.csv", case.name)
            return {key: float(row[key]) for key in ("months_late", "goal_shortfall", "value_twelfths")}
        row = _row(_given(self.municipal) / "results.csv", case.name)
        keys = ("months_late", "goal_shortfall", "tiers_proven", "best_value", "lp_bound")
        return {key: float(row[key]) for key in keys}

    def _public(self, case: Case) -> Problem:
        if case.set in KNAPSACK_FILE:
            return mknapcb.as_problem(self._knapsack(case), title=case.name)
        return psplib.as_problem(psplib.load(_given(self.psplib), case.name), title=case.name)

    def _knapsack(self, case: Case) -> mknapcb.Knapsack:
        names = [mknapcb.name(case.set, position) for position in range(30)]
        return mknapcb.load(_given(self.mkp), KNAPSACK_FILE[case.set], names.index(case.name))

    def _municipal_file(self, case: Case) -> Path:
        folder = _given(self.municipal)
        return folder / "tiny" / case.name if case.set == "tiny" else folder / case.name

    def _knapsacks(self) -> list[Case]:
        sizes = KNAPSACK_FILE if self.mkp else ()
        return [Case(size, mknapcb.name(size, position)) for size in sizes for position in range(30)]

    def _projects(self) -> list[Case]:
        if self.psplib is None:
            return []
        names = psplib.best_known((self.psplib / "best_known.csv").read_text(encoding="ascii"))
        in_order = sorted(names, key=_numbers)
        return [Case(set_, name) for set_ in PROJECT_SETS for name in in_order if name.startswith(f"{set_}_")]

    def _municipal(self) -> list[Case]:
        if self.municipal is None:
            return []
        tiny = [Case("tiny", path.name) for path in sorted((self.municipal / "tiny").glob("tiny-*.json"))]
        large = [Case(path.name.split("-")[0], path.name) for path in self.municipal.glob("*x*-*.json")]
        return [*tiny, *sorted(large, key=lambda case: _numbers(case.name))]


def evenly(cases: Sequence[Case], how_many: int | None) -> list[Case]:
    """That many of each set, spread over it from first to last; None = all."""
    chosen: list[Case] = []
    for set_ in dict.fromkeys(case.set for case in cases):
        own = [case for case in cases if case.set == set_]
        few = len(own) if how_many is None else min(how_many, len(own))
        chosen += [own[(2 * number + 1) * len(own) // (2 * few)] for number in range(few)]
    return chosen


def _given(folder: Path | None) -> Path:
    if folder is None:
        raise ValueError("The folder of this set was not given.")
    return folder


def _row(table: Path, file: str) -> Mapping[str, str]:
    with table.open(encoding="utf-8", newline="") as lines:
        return next(row for row in csv.DictReader(lines) if row["file"] == file)


def _numbers(name: str) -> list[int]:
    words = "".join(c if c.isdigit() else " " for c in name).split()
    return [int(word) for word in words]
