"""The four limits side by side: which bind, and what the initiative takes of the others."""

import numpy as np

from takt.calculation.planner.explain.answer import (
    PanelLine,
    Pressure,
    Theme,
    Trial,
)
from takt.calculation.planner.explain.demand import Demand
from takt.calculation.planner.explain.ground import Ground
from takt.calculation.planner.explain.room import NO_LIMIT, Tally
from takt.calculation.planner.explain.situation import Situation
from takt.calculation.planner.problem import Initiative


def panel(
    situation: Situation, one: Initiative, start: int | None, trial: Trial | None
) -> tuple[PanelLine, ...]:
    """At this start; ``trial`` tells what is in its way, None = it stands there already.

    What a placed one binds is what is over the limit where it stands: only fixed ones can have done that.
    """
    demand = situation.ground.demand(one.id)
    touched = _Touched(situation.ground, demand, start, situation.changed({one.id: start}).used)
    pressures = touched.over() if trial is None else trial.pressures
    obstacles = () if trial is None else trial.obstacles
    lines = []
    for theme in Theme:
        here = tuple(pressure for pressure in pressures if pressure.theme is theme)
        lines.append(
            PanelLine(
                theme,
                here,
                obstacles if theme is Theme.LAW else (),
                touched.tightest(theme),
                touched.spending() if theme is Theme.MONEY else (),
            )
        )
    return tuple(lines)


class _Touched:
    """The limits that an initiative uses something of, with it in."""

    def __init__(self, ground: Ground, demand: Demand, start: int | None, used: Tally) -> None:
        self.ground, self.demand, self.used = ground, demand, used
        months = ground.problem.months
        self.start = months if start is None else start
        self.first = min(months, max(0, self.start))
        self.end = max(self.first, min(months, self.start + demand.profile.shape[1]))
        own = demand.profile[:, self.first - self.start : self.end - self.start] if start is not None else 0
        decided = ground.decided.monthly[demand.rows, self.first : self.end]
        total = used.monthly[demand.rows, self.first : self.end]
        self.share = np.where((own > 0) & (decided < NO_LIMIT), total / np.maximum(decided, 1), -1.0)
        self.is_over = (self.share >= 0) & (total > decided)

    def over(self) -> tuple[Pressure, ...]:
        """Broken limits where it stands."""
        found = [self._monthly(row, column) for row, column in np.argwhere(self.is_over).tolist()]
        decided, money = self.ground.decided.money, self.demand.money_at(self.start)
        for index, year in np.argwhere(money > 0).tolist():
            frame = int(self.demand.frames[index])
            if self.used.money[frame, year] > decided[frame, year]:
                found.append(self._frame(frame, year))
        return tuple(found)

    def tightest(self, theme: Theme) -> Pressure | None:
        """Where it comes nearest to a monthly limit (staff and ceilings)."""
        roles = len(self.ground.problem.roles)
        rows = self.demand.rows < roles if theme is Theme.STAFF else self.demand.rows >= roles
        if theme not in (Theme.STAFF, Theme.CHANGE) or not rows.any() or self.first == self.end:
            return None
        share = np.where(rows[:, None], self.share, -1.0)
        row, column = divmod(int(np.argmax(share)), share.shape[1])
        return self._monthly(row, column) if share[row, column] >= 0 else None

    def spending(self) -> tuple[tuple[str, int], ...]:
        """DKK by frame inside the horizon."""
        totals = self.demand.money_at(self.start).sum(axis=1).tolist()
        frames = [self.ground.problem.frames[index].id for index in self.demand.frames.tolist()]
        return tuple((frame, total) for frame, total in zip(frames, totals, strict=True) if total)

    def _monthly(self, row: int, column: int) -> Pressure:
        place, month = int(self.demand.rows[row]), self.first + column
        return Pressure(
            self.ground.layout.monthly(place, month),
            int(self.used.monthly[place, month]),
            int(self.ground.allowed.monthly[place, month]),
            int(self.ground.decided.monthly[place, month]),
        )

    def _frame(self, frame: int, year: int) -> Pressure:
        return Pressure(
            self.ground.layout.frame(frame, year),
            int(self.used.money[frame, year]),
            int(self.ground.allowed.money[frame, year]),
            int(self.ground.decided.money[frame, year]),
        )


def over(ground: Ground, used: Tally, allowed: Tally) -> tuple[Pressure, ...]:
    """Every limit of which more is used than allowed: staff, ceilings, go-lives and money."""
    layout, decided = ground.layout, ground.decided
    tables = (
        (layout.monthly, used.monthly, allowed.monthly, decided.monthly),
        (layout.go_lives, used.go_lives, allowed.go_lives, decided.go_lives),
        (layout.frame, used.money, allowed.money, decided.money),
    )
    return tuple(
        Pressure(name(row, column), int(total[row, column]), int(most[row, column]), int(limit[row, column]))
        for name, total, most, limit in tables
        for row, column in np.argwhere(total > most).tolist()
    )
