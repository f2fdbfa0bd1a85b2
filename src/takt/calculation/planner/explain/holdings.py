"""What each placed initiative that may be moved holds of every limit."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from takt.calculation.planner.explain.ground import Ground
from takt.calculation.planner.explain.layout import Numbers
from takt.calculation.planner.explain.sweep import Sweep


@dataclass(frozen=True)
class Holdings:
    """Row by row the initiatives of ``ids``."""

    ids: tuple[str, ...]
    monthly: Numbers
    """(ids, roles then units, months)."""
    money: Numbers
    """(ids, frames, years)."""
    go_lives: Numbers
    """(ids, units, quarters)."""

    def of_missing(self, sweep: Sweep, start: int) -> tuple[Numbers, Numbers]:
        """What is missing at this start, limit by limit, and (ids, those limits) what each holds of it."""
        demand, quarter = sweep.demand, sweep.demand.quarter[start + sweep.demand.lead_time]
        row, offset = np.nonzero(sweep.monthly_missing[:, start])
        frame, year = np.nonzero(sweep.money_missing[start])
        unit = np.flatnonzero(sweep.go_lives_missing[:, start])
        missing = (
            sweep.monthly_missing[row, start, offset],
            sweep.money_missing[start, frame, year],
            sweep.go_lives_missing[unit, start],
        )
        held = (
            self.monthly[:, demand.rows[row], start + offset],
            self.money[:, demand.frames[frame], year],
            self.go_lives[:, demand.units[unit], quarter],
        )
        return np.concatenate(missing), np.concatenate(held, axis=1)


def holdings_of(ground: Ground, start: Mapping[str, int]) -> Holdings:
    """Of all that are not fixed."""
    ids = tuple(id_ for id_ in start if id_ not in ground.fixed)
    tallies = [ground.used_by({id_: start[id_]}) for id_ in ids]
    like = ground.decided

    def table(rows: list[Numbers], shape: tuple[int, ...]) -> Numbers:
        return np.array(rows, dtype=np.int64).reshape(len(ids), *shape)

    return Holdings(
        ids,
        table([tally.monthly for tally in tallies], like.monthly.shape),
        table([tally.money for tally in tallies], like.money.shape),
        table([tally.go_lives for tally in tallies], like.go_lives.shape),
    )
