"""Name the demands that no plan can satisfy together: as few as can be."""

from collections.abc import Iterable

import numpy as np
from ortools.sat.python import cp_model

from takt.calculation.planner.choices.building import own_starts, used_by_fixed
from takt.calculation.planner.choices.columns import BOUNDLESS
from takt.calculation.planner.choices.demand import Ledger
from takt.calculation.planner.impossible import Demand, DemandKind, demand
from takt.calculation.planner.problem import Initiative, Problem

_SECONDS_EACH = 5.0


def contradicting(problem: Problem) -> tuple[Demand, ...]:
    """A smallest set: without any one of them the rest could be satisfied, as far as that was proven in time."""
    model = _Demands(problem)
    core = model.contradicting([*model.switches]) or []
    for each in [*core]:
        if each in core:
            smaller = model.contradicting([other for other in core if other != each])
            core = core if smaller is None else smaller
    return tuple(core)


class _Demands:
    """Every demand behind a switch."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._model = cp_model.CpModel()
        self.switches: dict[Demand, cp_model.IntVar] = {}
        self._at: dict[str, dict[int, cp_model.IntVar]] = {}
        self._chosen: dict[str, cp_model.IntVar] = {}
        for one in problem.initiatives:
            self._add_initiative(one)
        for one in problem.initiatives:
            self._add_ties(one)
        for choice in problem.choose_one:
            self._add_choice(choice)
        self._add_limits()

    def contradicting(self, demands: Iterable[Demand]) -> list[Demand] | None:
        """Those of the demands that contradict each other; None when a plan can satisfy all of them."""
        by_index = {self.switches[each].index: each for each in demands}
        self._model.clear_assumptions()
        self._model.add_assumptions([self.switches[each] for each in by_index.values()])
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = _SECONDS_EACH
        if solver.solve(self._model) != cp_model.INFEASIBLE:
            return None
        return [by_index[index] for index in solver.sufficient_assumptions_for_infeasibility()]

    def _switch(self, kind: DemandKind, *ids: str) -> cp_model.IntVar:
        each = demand(self._problem, kind, *ids)
        return self.switches.setdefault(each, self._model.new_bool_var(""))

    def _add_initiative(self, one: Initiative) -> None:
        """A fixed one has one start, which holds while the demand that it is fixed is on."""
        model, chosen = self._model, self._model.new_bool_var("")
        self._chosen[one.id] = chosen
        if one.fixed_start is not None:
            self._at[one.id] = {one.fixed_start: chosen}
            model.add(chosen == 1).only_enforce_if(self._switch(DemandKind.FIXED, one.id))
            return
        last = self._problem.months - 1 - one.lead_time
        at = {start: model.new_bool_var("") for start in range(max(0, last + 1))}
        self._at[one.id] = at
        window, own = self._switch(DemandKind.WINDOW, one.id), set(own_starts(self._problem, one).tolist())
        model.add(sum(at.values()) == 1).only_enforce_if(chosen, window)
        model.add_at_most_one(at.values())
        for start, here in at.items():
            model.add_implication(here, chosen)
            if start not in own:
                model.add_bool_or(~window, ~here)

    def _add_ties(self, one: Initiative) -> None:
        model = self._model
        for required in one.requires if one.fixed_start is None else ():
            switch = self._switch(DemandKind.REQUIRES, one.id, required.id)
            gap = self._problem.initiative[required.id].lead_time + required.lag_months
            model.add_bool_or(~switch, ~self._chosen[one.id], self._chosen[required.id])
            for start, here in self._at[one.id].items():
                before = [at for s, at in self._at[required.id].items() if s + gap <= start]
                model.add_bool_or(~switch, ~here, *before)
        for other in sorted(one.excludes):
            both_fixed = (
                one.fixed_start is not None and self._problem.initiative[other].fixed_start is not None
            )
            if not both_fixed:
                switch = self._switch(DemandKind.EXCLUDES, *sorted((one.id, other)))
                model.add_bool_or(~switch, ~self._chosen[one.id], ~self._chosen[other])

    def _add_choice(self, choice: tuple[str, ...]) -> None:
        ids = tuple(dict.fromkeys(choice))
        switch = self._switch(DemandKind.CHOOSE_ONE, *ids)
        fixed = [id_ for id_ in ids if self._problem.initiative[id_].fixed_start is not None]
        free = [self._chosen[id_] for id_ in ids if id_ not in fixed]
        if fixed:
            for chosen in free:
                self._model.add_bool_or(~switch, ~chosen, ~self._chosen[fixed[0]])
        else:
            self._model.add(sum(free) == 1).only_enforce_if(switch)

    def _add_limits(self) -> None:
        ledger = Ledger(self._problem)
        used = used_by_fixed(self._problem, ledger)
        terms: dict[int, list[tuple[cp_model.IntVar, int]]] = {}
        for one in self._problem.initiatives:
            if one.fixed_start is None and self._at[one.id]:
                at = [*self._at[one.id].values()]
                starts = np.array([*self._at[one.id]], dtype=np.int64)
                for position, row, use in zip(*ledger.use(one, starts), strict=True):
                    terms.setdefault(int(row), []).append((at[int(position)], int(use)))
        for kind, id_, rows in ledger.limits():
            for row in rows:
                if row in terms and ledger.room[row] < BOUNDLESS:
                    room = int(max(ledger.room[row], used[row]) - used[row])
                    total = sum(use * here for here, use in terms[row])
                    self._model.add(total <= room).only_enforce_if(self._switch(kind, id_))
