"""What it would take: raise these limits, or bring in what it requires. Each way in really works."""

from collections.abc import Mapping
from dataclasses import replace

from takt.calculation.planner.explain.answer import Obstacle, ObstacleKind, Pressure, WayIn
from takt.calculation.planner.explain.ground import is_too_late
from takt.calculation.planner.explain.panel import over
from takt.calculation.planner.explain.situation import Situation
from takt.calculation.planner.explain.sweep import Sweep
from takt.calculation.planner.problem import Freeze, Initiative, Problem, Unit
from takt.calculation.planner.usage import Resource

MOST_WAYS = 3


def ways_in(
    situation: Situation, one: Initiative, sweep: Sweep, obstacles: Mapping[int, tuple[Obstacle, ...]]
) -> tuple[WayIn, ...]:
    """By limits alone where that is enough, fewest first; else together with what it requires."""
    ways = _by_limits(sweep, obstacles)
    if ways or all(not found and sweep.free[start] for start, found in obstacles.items()):
        return ways
    together = _together(situation, one)
    return () if together is None else (together,)


def _by_limits(sweep: Sweep, obstacles: Mapping[int, tuple[Obstacle, ...]]) -> tuple[WayIn, ...]:
    """One for each smallest set of limits that would be enough, at the start where it takes least."""
    best: dict[frozenset[object], int] = {}
    for start, found in obstacles.items():
        names: frozenset[object] = sweep.bottlenecks[start] | {obstacle.kind for obstacle in found}
        if not names or not _only_frozen(found):
            continue
        if names not in best or sweep.trouble[start] < sweep.trouble[best[names]]:
            best[names] = start
    smallest = [names for names in best if not any(other < names for other in best)]
    smallest.sort(key=lambda names: (len(names), sweep.trouble[best[names]], best[names]))
    starts = [best[names] for names in smallest[:MOST_WAYS]]
    return tuple(WayIn(start, sweep.pressures(start), _frozen(obstacles[start])) for start in starts)


def _only_frozen(obstacles: tuple[Obstacle, ...]) -> bool:
    return all(obstacle.kind is ObstacleKind.FROZEN for obstacle in obstacles)


def _frozen(obstacles: tuple[Obstacle, ...]) -> tuple[int, ...]:
    return tuple(obstacle.month for obstacle in obstacles if obstacle.month is not None)


def _together(situation: Situation, one: Initiative) -> WayIn | None:
    """Bring in what it requires, leave out what excludes them, and raise what that takes."""
    now = _placed(situation, one, situation.problem.months)
    if now is None:
        return None
    changed = [id_ for id_ in now.start if id_ != one.id and situation.start.get(id_) != now.start[id_]]
    lifted = {month for id_ in (*changed, one.id) for month in _frozen_go_live(now, id_)}
    return WayIn(
        start=now.start[one.id],
        raised=over(now.ground, now.used, now.ground.allowed),
        lifted=tuple(sorted(lifted)),
        brought=tuple((id_, now.start[id_]) for id_ in changed if id_ not in situation.start),
        moved=tuple((id_, now.start[id_]) for id_ in changed if id_ in situation.start),
        left_out=tuple(id_ for id_ in situation.start if id_ not in now.start),
    )


def _placed(situation: Situation, one: Initiative, latest: int) -> Situation | None:
    """With it started by ``latest`` where that takes least, after what it requires, placed likewise."""
    for rival in situation.rivals(one):
        if not situation.may_be_left_out(rival, one):
            return None
        situation = situation.changed({rival: None})
    latest = min(latest, _last_start_in_time(situation, one))
    for requirement in one.requires:
        required = situation.problem.initiative[requirement.id]
        by = latest - requirement.lag_months - required.lead_time
        if situation.start.get(required.id, by + 1) > by:
            before = None if required.fixed_start is not None else _placed(situation, required, by)
            if before is None:
                return None
            situation = before
    if situation.standing_obstacles(one):
        return None
    sweep = situation.sweep(one)
    starts = [
        start
        for start in situation.ground.starts(one)
        if start <= latest and _only_frozen(situation.calendar_obstacles(one, start))
    ]
    if not starts:
        return None
    return situation.changed({one.id: min(starts, key=lambda start: (sweep.trouble[start], start))})


def _last_start_in_time(situation: Situation, one: Initiative) -> int:
    starts = situation.ground.starts(one)
    in_time = [start for start in starts if not is_too_late(one, start + one.lead_time)]
    return max(in_time, default=-1)


def _frozen_go_live(situation: Situation, id_: str) -> tuple[int, ...]:
    return _frozen(situation.frozen_obstacles(situation.problem.initiative[id_], situation.start[id_]))


def relaxed(problem: Problem, way: WayIn) -> Problem:
    """The problem with the limits raised just enough, and the months taken out of the freezes."""
    for pressure in way.raised:
        problem = _RAISE[pressure.limit.resource](problem, pressure)
    for month in way.lifted:
        freezes = [part for freeze in problem.freezes for part in _without(freeze, month)]
        problem = replace(problem, freezes=tuple(freezes))
    return problem


def _without(freeze: Freeze, month: int) -> list[Freeze]:
    if not freeze.first <= month <= freeze.latest:
        return [freeze]
    parts = [replace(freeze, latest=month - 1), replace(freeze, first=month + 1)]
    return [part for part in parts if part.first <= part.latest]


def _raise_ceiling(problem: Problem, pressure: Pressure) -> Problem:
    unit = problem.unit[pressure.limit.id]
    hours = list(unit.ceiling_hours)
    hours[_month(pressure)] = pressure.total
    return _with_unit(problem, replace(unit, ceiling_hours=tuple(hours)))


def _raise_go_lives(problem: Problem, pressure: Pressure) -> Problem:
    unit = problem.unit[pressure.limit.id]
    return _with_unit(problem, replace(unit, max_go_lives_per_quarter=pressure.total))


def _with_unit(problem: Problem, changed: Unit) -> Problem:
    return replace(problem, units=tuple(changed if unit.id == changed.id else unit for unit in problem.units))


def _raise_role(problem: Problem, pressure: Pressure) -> Problem:
    role = next(role for role in problem.roles if role.id == pressure.limit.id)
    days = list(role.days)
    days[_month(pressure)] = pressure.total
    changed = replace(role, days=tuple(days))
    return replace(problem, roles=tuple(changed if one is role else one for one in problem.roles))


def _raise_frame(problem: Problem, pressure: Pressure) -> Problem:
    frame = next(frame for frame in problem.frames if frame.id == pressure.limit.id)
    changed = replace(frame, dkk={**frame.dkk, _month(pressure): pressure.total})
    return replace(problem, frames=tuple(changed if one is frame else one for one in problem.frames))


def _month(pressure: Pressure) -> int:
    """Or the year, of money."""
    when = pressure.limit.when
    assert isinstance(when, int)  # noqa: S101 - only go-lives are counted by quarter
    return when


_RAISE = {
    Resource.LOAD: _raise_ceiling,
    Resource.GO_LIVES: _raise_go_lives,
    Resource.STAFF: _raise_role,
    Resource.MONEY: _raise_frame,
}
