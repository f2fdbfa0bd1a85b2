"""What happens if one initiative starts in another month and everything else stays: answered at once."""

from dataclasses import dataclass, field

import numpy as np

from takt.calculation.planner.explain.answer import Displacement, Obstacle, ObstacleKind, Pressure
from takt.calculation.planner.explain.displacement import displacement
from takt.calculation.planner.explain.situation import Situation
from takt.calculation.planner.explain.sweep import Sweep
from takt.calculation.planner.problem import Initiative, Problem

MOST_HOLDERS = 3
_NOT_A_REASON_TO_MOVE_OTHERS = {ObstacleKind.EXCLUDED, ObstacleKind.CHOSEN_INSTEAD}
"""These are answered by leaving the other out."""


@dataclass(frozen=True)
class Move:
    """A start that somebody tries, held against a plan. Months are offsets."""

    problem: Problem = field(repr=False)
    id: str
    start: int
    go_live: int
    now: int | None
    """Where it starts in the plan; None when it has no place there."""
    pressures: tuple[Pressure, ...]
    """The limits that it would break."""
    obstacles: tuple[Obstacle, ...]
    """The rules that it would break."""
    displacement: Displacement | None
    """One or two others whose moving makes it lawful."""
    holders: tuple[str, ...]
    """When nobody's moving does: those who use most of the room that is missing, the largest first."""

    @property
    def is_free(self) -> bool:
        return not self.pressures and not self.obstacles


def move(situation: Situation, id_: str, start: int) -> Move:
    """KeyError when the problem has no such initiative. A few thousandths of a second."""
    one = situation.problem.initiative[id_]
    sweep, obstacles = situation.sweep(one), obstacles_to(situation, one, start)
    is_inside = 0 <= start < sweep.demand.starts
    pressures = sweep.pressures(start) if is_inside else ()
    in_the_way = {obstacle.kind for obstacle in obstacles} - _NOT_A_REASON_TO_MOVE_OTHERS
    others = None
    if is_inside and not in_the_way and (pressures or obstacles):
        others = displacement(situation, one, starts=(start,))
    return Move(
        problem=situation.problem,
        id=id_,
        start=start,
        go_live=start + one.lead_time,
        now=situation.start.get(id_),
        pressures=pressures,
        obstacles=obstacles,
        displacement=others,
        holders=_holders(situation, one, sweep, start) if pressures and others is None else (),
    )


def obstacles_to(situation: Situation, one: Initiative, start: int) -> tuple[Obstacle, ...]:
    """Every rule against this start: its own window and deadline, freezes, what it requires and what requires it.

    A duty may be late in a plan, but nobody is to ask for it unseen: here its deadline is a rule too.
    """
    go_live, beyond = start + one.lead_time, start + one.lead_time - situation.problem.months + 1
    found = list(situation.obstacles(one, start))
    if start < max(0, one.earliest_start):
        found.append(Obstacle(ObstacleKind.TOO_EARLY, month=max(0, one.earliest_start)))
    if beyond > 0:
        found.append(Obstacle(ObstacleKind.HORIZON, month=beyond))
    if one.latest_go_live is not None and go_live > one.latest_go_live:
        found.append(Obstacle(ObstacleKind.DEADLINE, month=one.latest_go_live))
    return tuple(dict.fromkeys([*found, *_needed_earlier(situation, one, go_live)]))


def _needed_earlier(situation: Situation, one: Initiative, go_live: int) -> list[Obstacle]:
    return [
        Obstacle(ObstacleKind.NEEDED_EARLIER, id_, situation.start[id_])
        for id_ in situation.ground.dependents[one.id]
        if id_ in situation.start
        for requirement in situation.problem.initiative[id_].requires
        if requirement.id == one.id and situation.start[id_] < go_live + requirement.lag_months
    ]


def _holders(situation: Situation, one: Initiative, sweep: Sweep, start: int) -> tuple[str, ...]:
    missing, held = situation.holdings.of_missing(sweep, start)
    share = (np.minimum(held, missing).clip(min=0) / np.maximum(missing, 1)).sum(axis=1)
    largest = np.argsort(-share, kind="stable").tolist()
    ids = (situation.holdings.ids[index] for index in largest if share[index] > 0)
    return tuple([id_ for id_ in ids if id_ != one.id][:MOST_HOLDERS])
