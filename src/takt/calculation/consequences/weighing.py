"""Put one initiative beside the plan and weigh every limit, with the arithmetic of the checker."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from takt.calculation.consequences.effects import Deadlines, Effect, Mark, Weighed
from takt.calculation.planner.explain.answer import Obstacle, ObstacleKind, Pressure
from takt.calculation.planner.explain.ground import months_late
from takt.calculation.planner.explain.phrases import Phrases, by_bottleneck
from takt.calculation.planner.explain.situation import Situation
from takt.calculation.planner.problem import Initiative, Obligation, Problem
from takt.calculation.planner.usage import (
    Limit,
    Resource,
    Starts,
    Usage,
    allowed,
    capacity,
    usage_of,
)
from takt.calculation.wording import Language

_SEVERITY = (Mark.UNCHANGED, Mark.ROOM, Mark.NEAR, Mark.OVER_ALREADY, Mark.OVER)


def weigh(problem: Problem, starts: Starts, id_: str) -> Weighed:
    """``starts``: the plan, with or without the initiative; it keeps its place when it has a possible one.

    Otherwise it is tried where the least is in its way, as in the answer to *why not*. About 0.2 s for 500
    initiatives. KeyError when the problem does not know it.
    """
    one = problem.initiative[id_]
    situation = Situation.of(problem, starts)
    start = _start(situation, one)
    others = {other: at for other, at in situation.start.items() if other != id_}
    deadlines = _deadlines(problem, others, one, start)
    if start is None:
        beyond = max(0, one.earliest_start) + one.lead_time - problem.months + 1
        too_long = Obstacle(ObstacleKind.HORIZON, month=beyond)
        return Weighed(None, False, (), deadlines, (), _said(problem, _in_the_way, (too_long,), 0))
    before, own = usage_of(problem, others), usage_of(problem, {id_: start})
    obstacles = () if one.fixed_start is not None else situation.obstacles(one, start)
    late = months_late(one, start + one.lead_time)
    return Weighed(
        start=start,
        is_placed=situation.start.get(id_) == start,
        effects=tuple(_effects(problem, one, before, own)),
        deadlines=deadlines,
        breaches=_said(problem, _too_much, tuple(_broken(problem, before, own))),
        obstacles=_said(problem, _in_the_way, obstacles, late),
    )


def _start(situation: Situation, one: Initiative) -> int | None:
    """Where it stands, or the start with the fewest obstacles, then the least trouble, then the earliest."""
    if one.fixed_start is not None:
        return one.fixed_start
    starts = situation.ground.starts(one)
    if situation.start.get(one.id) in starts:
        return situation.start[one.id]
    sweep = situation.changed({one.id: None}).sweep(one)
    return min(
        starts,
        key=lambda start: (len(situation.obstacles(one, start)), sweep.trouble[start], start),
        default=None,
    )


def _effects(problem: Problem, one: Initiative, before: Usage, own: Usage) -> Iterator[Effect]:
    """Each frame, each role it uses, the unit that change presses hardest, and go-lives that are too many."""
    effects = [
        _effect(problem, limit, before.of(limit), own.of(limit), there_is)
        for limit, there_is in capacity(problem)
    ]
    for frame in problem.frames:
        yield from _of_frame(problem, one, frame.id, effects, before, own)
    touched = [effect for effect in effects if effect.before != effect.after]
    for role in problem.roles:
        yield from _tightest(effect for effect in touched if _is(effect, Resource.STAFF, role.id))
    yield from _tightest(effect for effect in touched if effect.resource is Resource.LOAD)
    go_lives = _tightest(effect for effect in touched if effect.resource is Resource.GO_LIVES)
    yield from (effect for effect in go_lives if effect.after > (effect.there_is or 0))


def _of_frame(
    problem: Problem, one: Initiative, frame: str, effects: Sequence[Effect], before: Usage, own: Usage
) -> Iterator[Effect]:
    """Its tightest year, and the last year when operation goes on costing; once if they are the same."""
    here = [effect for effect in effects if _is(effect, Resource.MONEY, frame)]
    changed = [effect for effect in here if effect.before != effect.after]
    tightest = list(_tightest(changed or here))
    last = _last_whole_year(problem)
    runs_on = any(spending.frame == frame and spending.dkk_per_month_in_use for spending in one.money)
    if not runs_on:
        yield from tightest
        return
    yield from (effect for effect in tightest if effect.year != last)
    limit = Limit(Resource.MONEY, frame, last)
    there_is = next((effect.there_is for effect in here if effect.year == last), None)
    yield replace(_effect(problem, limit, before.of(limit), own.of(limit), there_is), is_tail=True)


def _is(effect: Effect, resource: Resource, id_: str) -> bool:
    return effect.resource is resource and effect.id == id_


def _tightest(effects: Iterable[Effect]) -> Iterator[Effect]:
    """The one that is worst off: broken before near, then by the share that is used, then the earliest."""

    def pressed(effect: Effect) -> tuple[int, float, int, int]:
        share = effect.after / max(1, effect.there_is or 0)
        return _SEVERITY.index(effect.mark), share, -effect.year, -effect.part

    if worst := max(effects, key=pressed, default=None):
        yield worst


def _effect(problem: Problem, limit: Limit, before: int, own: int, there_is: int | None) -> Effect:
    if isinstance(limit.when, tuple):
        year, part = limit.when
    elif limit.resource is Resource.MONEY:
        year, part = limit.when, 0
    else:
        month = problem.first_month.plus(limit.when)
        year, part = month.year, month.number
    is_unit = limit.resource in (Resource.LOAD, Resource.GO_LIVES)
    return Effect(
        resource=limit.resource,
        id=limit.id,
        name=_name(problem, limit),
        year=year,
        part=part,
        before=before,
        after=before + own,
        there_is=there_is,
        headcount=problem.unit[limit.id].headcount if is_unit else 0,
    )


def _name(problem: Problem, limit: Limit) -> str:
    if limit.resource is Resource.MONEY:
        names = {frame.id: frame.name for frame in problem.frames}
    elif limit.resource is Resource.STAFF:
        names = {role.id: role.name for role in problem.roles}
    else:
        return problem.unit[limit.id].name or limit.id
    return names[limit.id] or limit.id


def _last_whole_year(problem: Problem) -> int:
    end = problem.first_month.plus(problem.months)
    return max(problem.year(0), end.year - 1)


def _deadlines(problem: Problem, others: Starts, one: Initiative, start: int | None) -> Deadlines:
    duties = [
        duty
        for duty in problem.initiatives
        if duty.obligation is Obligation.MUST and duty.latest_go_live is not None
    ]

    def met(starts: Starts) -> int:
        return sum(
            duty.id in starts and not months_late(duty, starts[duty.id] + duty.lead_time) for duty in duties
        )

    before = met(others)
    after = before if start is None else met({**others, one.id: start})
    return Deadlines(before, after, len(duties))


def _broken(problem: Problem, before: Usage, own: Usage) -> Iterator[Pressure]:
    """What the checker would hold against the plan with the initiative in, because of the initiative."""
    decided = dict(capacity(problem))
    for limit, most in allowed(problem):
        extra = own.of(limit)
        total = before.of(limit) + extra
        if extra > 0 and total > most:
            yield Pressure(limit, total, most, decided[limit])


def _said(
    problem: Problem, sentences: Callable[..., list[str]], *what: object
) -> tuple[tuple[str, str], ...]:
    """In both languages, sentence beside sentence."""
    return tuple(zip(*(sentences(Phrases(problem, each), *what) for each in _LANGUAGES), strict=True))


_LANGUAGES: tuple[Language, Language] = ("da", "en")


def _too_much(phrases: Phrases, pressures: Sequence[Pressure]) -> list[str]:
    return [phrases.binding(group) for group in by_bottleneck(pressures)]


def _in_the_way(phrases: Phrases, obstacles: Sequence[Obstacle], late: int) -> list[str]:
    said = [phrases.obstacle(obstacle) for obstacle in obstacles]
    if late:
        said.append(phrases.say("late_law", months=phrases.count_of_months(late)))
    return said
