"""Put the answer together: placed, not placed or fixed, and everything that follows from it."""

from itertools import groupby

from takt.calculation.planner.explain.answer import (
    Earlier,
    Explanation,
    Obstacle,
    ObstacleKind,
    Remark,
    Trial,
    Verdict,
    Window,
)
from takt.calculation.planner.explain.displacement import displacement
from takt.calculation.planner.explain.ground import is_too_late, months_late
from takt.calculation.planner.explain.impossible import impossibility, waves
from takt.calculation.planner.explain.panel import panel
from takt.calculation.planner.explain.situation import Situation
from takt.calculation.planner.explain.sweep import Sweep
from takt.calculation.planner.explain.ways_in import ways_in
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Initiative, Obligation, Problem
from takt.calculation.planner.usage import worth_twelfths


def explain(problem: Problem, plan: Plan, initiative_id: str) -> Explanation:
    """Why it starts when it does, or why it is not in the plan and what that would take.

    Of a lawful plan. KeyError when the problem has no such initiative. To explain many, build one
    ``Situation`` and call ``explain_in``: a few thousandths of a second each.
    """
    return explain_in(Situation.of(problem, plan.start), initiative_id)


def explain_in(situation: Situation, initiative_id: str) -> Explanation:
    """The same, of a situation built once. KeyError when the problem has no such initiative."""
    one = situation.problem.initiative[initiative_id]
    if one.id in situation.start:
        return _in_the_plan(situation, one, situation.start[one.id])
    return _not_placed(situation, one)


def _in_the_plan(situation: Situation, one: Initiative, start: int) -> Explanation:
    fixed = one.fixed_start is not None
    before = range(0) if fixed else range(situation.ground.starts(one).start, start)
    earlier = _earlier(situation, one, before)
    blocked = sum(len(range(run.first, run.latest + 1)) for run in earlier)
    return Explanation(
        problem=situation.problem,
        id=one.id,
        verdict=Verdict.FIXED if fixed else Verdict.PLACED,
        start=start,
        go_live=start + one.lead_time,
        months_late=months_late(one, start + one.lead_time),
        trial=None,
        panel=panel(situation, one, start, None),
        earlier=earlier,
        remarks=(Remark.ROOM_EARLIER,) if blocked < len(before) else (),
    )


def _earlier(situation: Situation, one: Initiative, starts: range) -> tuple[Earlier, ...]:
    """Those that are blocked: neighbours with the same reasons told once, by the least blocked of them."""
    sweep = situation.sweep(one)
    obstacles = {start: situation.calendar_obstacles(one, start) for start in starts}

    def reasons(start: int) -> tuple[object, ...]:
        kinds = {(obstacle.kind, obstacle.other) for obstacle in obstacles[start]}
        return tuple(filter(None, (sweep.bottlenecks[start], frozenset(kinds))))

    found = []
    for why, run in groupby(starts, key=reasons):
        if why:
            alike = list(run)
            best = min(alike, key=sweep.trouble.__getitem__)
            trial = Trial(best, sweep.pressures(best), obstacles[best])
            found.append(Earlier(alike[0], alike[-1], trial))
    return tuple(found)


def _not_placed(situation: Situation, one: Initiative) -> Explanation:
    starts = situation.ground.starts(one)
    if not starts:
        return _too_long(situation, one)
    sweep = situation.sweep(one)
    standing = situation.standing_obstacles(one)
    obstacles = {start: (*standing, *situation.calendar_obstacles(one, start)) for start in starts}
    best = min(starts, key=lambda start: (len(obstacles[start]), sweep.trouble[start], start))
    trial = Trial(best, sweep.pressures(best), obstacles[best])
    window = _next_window(situation.problem, one, sweep, obstacles)
    impossible = impossibility(situation.ground, one)
    return Explanation(
        problem=situation.problem,
        id=one.id,
        verdict=Verdict.NOT_PLACED,
        start=None,
        go_live=None,
        months_late=_late_when_left_out(situation, one),
        trial=trial,
        panel=panel(situation, one, best, trial),
        next_window=window,
        ways_in=ways_in(situation, one, sweep, obstacles) if window is None or window.after_deadline else (),
        displacement=displacement(situation, one) if impossible is None and not trial.free else None,
        waves=waves(situation.ground, one),
        impossible=impossible,
        remarks=_remarks(situation.problem, one, window),
    )


def _late_when_left_out(situation: Situation, one: Initiative) -> int:
    """A duty that is not chosen is as late as the plan is long."""
    return situation.problem.months if one.obligation is Obligation.MUST else 0


def _too_long(situation: Situation, one: Initiative) -> Explanation:
    beyond = max(0, one.earliest_start) + one.lead_time - situation.problem.months + 1
    trial = Trial(max(0, one.earliest_start), (), (Obstacle(ObstacleKind.HORIZON, month=beyond),))
    return Explanation(
        problem=situation.problem,
        id=one.id,
        verdict=Verdict.NOT_PLACED,
        start=None,
        go_live=None,
        months_late=_late_when_left_out(situation, one),
        trial=trial,
        panel=panel(situation, one, None, trial),
        impossible=impossibility(situation.ground, one),
    )


def _next_window(
    problem: Problem, one: Initiative, sweep: Sweep, obstacles: dict[int, tuple[Obstacle, ...]]
) -> Window | None:
    """The first start that breaks nothing; beyond its own deadline when need be."""
    for start, found in obstacles.items():
        if sweep.free[start] and all(obstacle.kind is ObstacleKind.DEADLINE for obstacle in found):
            go_live = start + one.lead_time
            earliest, there = min(obstacles), worth_twelfths(problem, one.id, start)
            lost = worth_twelfths(problem, one.id, earliest) - there
            return Window(start, go_live, is_too_late(one, go_live), lost)
    return None


def _remarks(problem: Problem, one: Initiative, window: Window | None) -> tuple[Remark, ...]:
    if window is None or window.after_deadline:
        return ()
    worth = worth_twelfths(problem, one.id, window.start)
    return (Remark.ROOM_NOT_USED if worth > 0 else Remark.ROOM_BUT_NO_VALUE,)
