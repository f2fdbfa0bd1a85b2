"""One yes or no for every column: the whole question, or a small part of it, as CP-SAT sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from takt.calculation.planner.choices.columns import NOT_CHOSEN, Columns, Ints, Link
from takt.calculation.planner.cpsat.run import Answer, run
from takt.calculation.planner.patience import Patience

_UNLIMITED = 2**62


@dataclass(frozen=True, slots=True)
class Chosen:
    """``choice`` None when there is none (if ``is_proven``) or none was found; ``bound`` of the objective."""

    choice: Ints | None
    bound: int
    is_proven: bool


class Choosing:
    """The model of some columns. Minimise one thing at a time, and hold on to what was reached."""

    def __init__(self, columns: Columns, hint: Ints | None = None) -> None:
        self._columns = columns
        self._model = cp_model.CpModel()
        self._proto = self._model.proto
        for _ in range(columns.count):
            self._proto.variables.add().domain.extend([0, 1])
        self._by_start: dict[int, list[int]] = {}
        self._short = [self._whole(max(0, most)) for most in self._most_short()]
        self._add_logic()
        self._add_rows()
        self._add_goals()
        if hint is not None:
            self._hint(hint)

    def least_late(self, patience: Patience, *, seed: int, work: float, workers: int = 2) -> Chosen:
        """``bound``: of the months late of what is not decided."""
        coefficients, constant = self._lateness()
        return self._minimise(coefficients, constant, patience, seed=seed, work=work, workers=workers)

    def least_short(self, patience: Patience, *, seed: int, work: float) -> Chosen:
        return self._minimise(dict.fromkeys(self._short, 1), 0, patience, seed=seed, work=work)

    def most_value(
        self, patience: Patience, *, seed: int, work: float, workers: int = 2, in_turn: bool = False
    ) -> Chosen:
        """``bound``: of the value of what is not decided."""
        value = self._columns.value
        coefficients = {int(column): -int(value[column]) for column in np.flatnonzero(value)}
        found = self._minimise(
            coefficients, 0, patience, seed=seed, work=work, workers=workers, in_turn=in_turn
        )
        return Chosen(found.choice, -found.bound, found.is_proven)

    def hold_late(self, most: int) -> None:
        """At most so many months late, of what is not decided."""
        coefficients, constant = self._lateness()
        self._linear(list(coefficients), list(coefficients.values()), -_UNLIMITED, most - constant)

    def hold_short(self, most: int) -> None:
        self._linear(self._short, [1] * len(self._short), 0, most)

    def _minimise(
        self,
        coefficients: dict[int, int],
        constant: int,
        patience: Patience,
        *,
        seed: int,
        work: float,
        workers: int = 2,
        in_turn: bool = False,
    ) -> Chosen:
        self._proto.clear_objective()
        objective = self._proto.objective
        objective.vars.extend(list(coefficients))
        objective.coeffs.extend(list(coefficients.values()))
        answer = run(self._model, patience, seed=seed, work=work, workers=workers, in_turn=in_turn)
        choice = self._choice(answer)
        if choice is not None:
            self._hint(choice)
        bound = round(answer.bound) if abs(answer.bound) < _UNLIMITED else -_UNLIMITED
        return Chosen(choice, constant + bound, answer.is_proven)

    def _choice(self, answer: Answer) -> Ints | None:
        if answer.values is None:
            return None
        choice = np.full(self._columns.initiatives, NOT_CHOSEN, dtype=np.int64)
        chosen = np.flatnonzero(np.array(answer.values[: self._columns.count], dtype=np.int64))
        choice[self._columns.owner[chosen]] = chosen
        return choice

    def _hint(self, choice: Ints) -> None:
        self._model.clear_hints()
        values = np.zeros(self._columns.count, dtype=np.int64)
        values[choice[choice >= 0]] = 1
        self._proto.solution_hint.vars.extend(list(range(self._columns.count)))
        self._proto.solution_hint.values.extend(values.tolist())

    def _lateness(self) -> tuple[dict[int, int], int]:
        """Coefficients by column, and the months late when none is chosen."""
        columns = self._columns
        less = columns.late - columns.late_when_left_out
        duties = np.flatnonzero(columns.duty[columns.owner])
        constant = columns.late_when_left_out * int(columns.duty.sum())
        return {int(column): int(less[column]) for column in duties}, constant

    def _most_short(self) -> list[int]:
        goals = self._columns.goals
        return [int(most) for most in goals.needed - np.minimum(0, goals.points).sum(axis=0)]

    def _whole(self, most: int) -> int:
        self._proto.variables.add().domain.extend([0, most])
        return len(self._proto.variables) - 1

    def _linear(self, variables: Sequence[int], coefficients: Sequence[int], least: int, most: int) -> None:
        linear = self._proto.constraints.add().linear
        linear.vars.extend(variables)
        linear.coeffs.extend(coefficients)
        linear.domain.extend([least, most])

    def _add_logic(self) -> None:
        columns = self._columns
        for initiative in range(columns.initiatives):
            if len(columns.of(initiative)) > 1:
                self._proto.constraints.add().at_most_one.literals.extend(list(columns.of(initiative)))
        for pair in columns.pairs:
            self._proto.constraints.add().at_most_one.literals.extend(
                [column for initiative in pair for column in columns.of(initiative)]
            )
        for choice in columns.choices:
            self._proto.constraints.add().exactly_one.literals.extend(
                [column for initiative in choice for column in columns.of(initiative)]
            )
        for link in columns.links:
            self._add_link(link)

    def _add_link(self, link: Link) -> None:
        """Strong precedence: whatever the month, the later has not started unless the earlier has long ago."""
        later, earlier = self._columns.of(link.later), self._columns.of(link.earlier)
        starts = self._columns.start[earlier.start : earlier.stop]
        for position, column in enumerate(later):
            before = int(np.searchsorted(starts, self._columns.start[column] - link.gap, side="right"))
            clause = self._proto.constraints.add().bool_or
            clause.literals.append(-1 - self._begun(link.later)[position])
            if before:
                clause.literals.append(self._begun(link.earlier)[before - 1])

    def _begun(self, initiative: int) -> list[int]:
        """For each column of it, whether that or an earlier one is chosen."""
        if initiative not in self._by_start:
            begun: list[int] = []
            for column in self._columns.of(initiative):
                begun.append(self._whole(1) if begun else column)
                if len(begun) > 1:
                    self._linear([begun[-1], begun[-2], column], [1, -1, -1], 0, 0)
            self._by_start[initiative] = begun
        return self._by_start[initiative]

    def _add_rows(self) -> None:
        columns = self._columns
        order, begins = columns.by_row
        for row in columns.binding:
            entries = order[begins[row] : begins[row + 1]]
            variables, use = columns.column_of_entry[entries].tolist(), columns.use[entries].tolist()
            self._linear(variables, use, -_UNLIMITED, int(columns.room[row]))

    def _add_goals(self) -> None:
        columns = self._columns
        for goal, short in enumerate(self._short):
            points = columns.goals.points[columns.owner, goal]
            helping = np.flatnonzero(points)
            self._linear(
                [*helping.tolist(), short],
                [*points[helping].tolist(), 1],
                int(columns.goals.needed[goal]),
                _UNLIMITED,
            )
