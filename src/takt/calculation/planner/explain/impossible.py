"""Proof, where it is cheap, that no lawful plan can hold an initiative; and the peak that asks for waves."""

from collections.abc import Iterable

import numpy as np

from takt.calculation.planner.explain.answer import (
    Bottleneck,
    Impossibility,
    Obstacle,
    ObstacleKind,
    Pressure,
    Waves,
)
from takt.calculation.planner.explain.ground import Ground, is_too_late
from takt.calculation.planner.explain.room import nothing
from takt.calculation.planner.explain.sweep import Sweep
from takt.calculation.planner.problem import Initiative

Reason = Bottleneck | Obstacle


def impossibility(ground: Ground, one: Initiative) -> Impossibility | None:
    """None when some start breaks nothing beside the fixed ones (which proves nothing either way)."""
    starts = ground.starts(one)
    if not starts:
        beyond = max(0, one.earliest_start) + one.lead_time - ground.problem.months + 1
        return Impossibility((), (Obstacle(ObstacleKind.HORIZON, month=beyond),))
    sweep = _beside_the_fixed(ground, one)
    reasons = dict[int, frozenset[Reason]]()
    for start in starts:
        reasons[start] = _reasons(ground, one, sweep, start)
        if not reasons[start]:
            return None
    chosen = _cover(reasons)
    pressures = [_least_broken(sweep, reasons, one) for one in chosen if isinstance(one, Bottleneck)]
    return Impossibility(tuple(pressures), tuple(one for one in chosen if isinstance(one, Obstacle)))


def waves(ground: Ground, one: Initiative) -> Waves | None:
    """When the initiative alone breaks a ceiling whenever it starts."""
    starts, demand = ground.starts(one), ground.demand(one.id)
    sweep = Sweep(ground.layout, demand, nothing(ground.layout), ground.decided, ground.decided)
    ceilings = demand.rows >= len(ground.problem.roles)
    missing = sweep.monthly_missing[ceilings]
    if not starts or not missing[:, starts.start :].any(axis=(0, 2)).all():
        return None
    totals = sweep.monthly_total[ceilings]
    shares = np.where(missing > 0, totals / np.maximum(totals - missing, 1e-9), 0.0)
    worst = shares.max(axis=(0, 2))
    start = starts.start + int(np.argmin(worst[starts.start :]))
    row, offset = divmod(int(np.argmax(shares[:, start])), shares.shape[2])
    peak = sweep.monthly(int(np.flatnonzero(ceilings)[row]), start, offset)
    return Waves(peak, -(-peak.total // peak.allowed) if peak.allowed else None)


def _beside_the_fixed(ground: Ground, one: Initiative) -> Sweep:
    return Sweep(ground.layout, ground.demand(one.id), ground.least_used, ground.allowed, ground.decided)


def _reasons(ground: Ground, one: Initiative, sweep: Sweep, start: int) -> frozenset[Reason]:
    """What is in the way at this start in every lawful plan."""
    go_live, found = start + one.lead_time, set[Reason](sweep.bottlenecks[start])
    if go_live in ground.frozen(one):
        found.add(Obstacle(ObstacleKind.FROZEN))
    if is_too_late(one, go_live):
        found.add(Obstacle(ObstacleKind.DEADLINE, month=one.latest_go_live))
    found |= {
        Obstacle(ObstacleKind.EXCLUDED, other) for other in ground.excluders[one.id] & set(ground.fixed)
    }
    for choice in ground.choices[one.id]:
        found |= {Obstacle(ObstacleKind.CHOSEN_INSTEAD, other) for other in choice if other in ground.fixed}
    return frozenset(found | _requirements(ground, one, start))


def _requirements(ground: Ground, one: Initiative, start: int) -> set[Obstacle]:
    found = set()
    for requirement in one.requires:
        first = earliest_start(ground, ground.problem.initiative[requirement.id])
        if first is None or _cannot_both_be(ground, one.id, requirement.id):
            found.add(Obstacle(ObstacleKind.REQUIREMENT_IMPOSSIBLE, requirement.id))
            continue
        ready = first + ground.problem.initiative[requirement.id].lead_time + requirement.lag_months
        if start < ready:
            found.add(Obstacle(ObstacleKind.REQUIREMENT_LATE, requirement.id, ready))
    return found


def _cannot_both_be(ground: Ground, one: str, other: str) -> bool:
    if ground.problem.initiative[one].fixed_start is not None:
        return False
    return other in ground.excluders[one] or any(other in choice for choice in ground.choices[one])


def earliest_start(ground: Ground, one: Initiative) -> int | None:
    """No lawful plan starts it before; None = no lawful plan holds it."""
    if one.fixed_start is not None:
        return one.fixed_start
    if one.id not in ground.first_start:
        sweep = _beside_the_fixed(ground, one)
        free = (start for start in ground.starts(one) if not _reasons(ground, one, sweep, start))
        ground.first_start[one.id] = next(free, None)
    return ground.first_start[one.id]


def _cover(reasons: dict[int, frozenset[Reason]]) -> list[Reason]:
    """Few reasons that together stand in the way of every start: each time the one that blocks most."""
    left, chosen = set(reasons), list[Reason]()
    while left:
        blocked = _blocked(reasons, left)
        most = min(
            blocked, key=lambda reason: (-len(blocked[reason]), isinstance(reason, Obstacle), str(reason))
        )
        chosen.append(most)
        left -= blocked[most]
    return chosen


def _blocked(reasons: dict[int, frozenset[Reason]], starts: Iterable[int]) -> dict[Reason, set[int]]:
    blocked: dict[Reason, set[int]] = {}
    for start in starts:
        for reason in reasons[start]:
            blocked.setdefault(reason, set()).add(start)
    return blocked


def _least_broken(sweep: Sweep, reasons: dict[int, frozenset[Reason]], bottleneck: Bottleneck) -> Pressure:
    """Its worst month at the start where that is least bad."""
    worst = [
        max(
            (pressure for pressure in sweep.pressures(start) if pressure.bottleneck == bottleneck),
            key=lambda pressure: pressure.missing,
        )
        for start in reasons
        if bottleneck in reasons[start]
    ]
    return min(worst, key=lambda pressure: pressure.missing)
