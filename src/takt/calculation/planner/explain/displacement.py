"""Whom else the room could be taken from: one or two others that move, or are left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

import numpy as np
from numpy.typing import NDArray

from takt.calculation.planner.explain.answer import Displacement
from takt.calculation.planner.explain.ground import months_late
from takt.calculation.planner.explain.holdings import Holdings
from takt.calculation.planner.explain.layout import Numbers
from takt.calculation.planner.explain.room import Tally
from takt.calculation.planner.explain.situation import Situation
from takt.calculation.planner.explain.sweep import Sweep
from takt.calculation.planner.problem import Initiative, Obligation
from takt.calculation.planner.usage import worth_twelfths

MOST_TRIED = 4
"""Promising choices whose re-placement is worked out."""
STARTS_FOR_PAIRS = 4


@dataclass(frozen=True, slots=True)
class _Choice:
    start: int
    makers_of_room: tuple[str, ...]
    net_twelfths: int
    """If none of them finds another place."""


def displacement(
    situation: Situation, one: Initiative, *, starts: Sequence[int] | None = None
) -> Displacement | None:
    """The best found way to let it in at the cost of at most two others, or None.

    Never at the cost of a later duty or of a goal. Whoever makes room is moved when there is another free
    place, else left out. With those that exclude it, these make room first. One that is in the plan is taken
    from its place. ``starts``: only these, whatever they give; otherwise all that give value.
    """
    rivals = tuple(dict.fromkeys(situation.rivals(one)))
    if not all(situation.may_be_left_out(rival, one) for rival in rivals):
        return None
    without_rivals = situation.changed(dict.fromkeys((*rivals, one.id)))
    if without_rivals.standing_obstacles(one):
        return None
    wanted = _worthwhile(situation, one) if starts is None else starts
    choices = nlargest(
        MOST_TRIED,
        _choices(without_rivals, situation, one, wanted),
        key=lambda choice: (choice.net_twelfths, -choice.start),
    )
    answers = [
        answer
        for choice in choices
        if (answer := _carried_out(situation, without_rivals, one, rivals, choice)) is not None
    ]
    return max(answers, key=lambda answer: (answer.net_twelfths, -answer.start), default=None)


def _worthwhile(situation: Situation, one: Initiative) -> list[int]:
    """Starts that give something; a duty is worth its place whatever it gives."""
    is_duty = one.obligation is Obligation.MUST
    starts = situation.ground.starts(one)
    return [start for start in starts if is_duty or worth_twelfths(situation.problem, one.id, start) > 0]


def _choices(
    situation: Situation, before: Situation, one: Initiative, wanted: Sequence[int]
) -> Iterator[_Choice]:
    """Starts, and who could make the room that is missing there."""
    holdings, sweep = before.holdings, situation.sweep(one)
    worth = np.array([before.worth_twelfths[id_] for id_ in holdings.ids], dtype=np.int64)
    problem, needed = situation.problem, {requirement.id for requirement in one.requires}
    can_move = np.array([id_ in situation.start and id_ not in needed for id_ in holdings.ids], dtype=bool)
    starts = [start for start in wanted if not situation.calendar_obstacles(one, start)]
    easiest = sorted(starts, key=lambda start: float(sweep.trouble[start]))[:STARTS_FOR_PAIRS]
    for start in starts:
        gain = worth_twelfths(problem, one.id, start)
        if sweep.free[start]:
            yield _Choice(start, (), gain)
            continue
        groups = _makers_of_room(holdings, can_move, sweep, start, pairs=start in easiest)
        loss = worth[groups].sum(axis=1)
        for place in np.argsort(loss, kind="stable")[:MOST_TRIED].tolist():
            ids = tuple(holdings.ids[index] for index in groups[place].tolist())
            yield _Choice(start, ids, gain - int(loss[place]))


def _makers_of_room(
    holdings: Holdings, can_move: NDArray[np.bool_], sweep: Sweep, start: int, *, pairs: bool
) -> Numbers:
    """(groups, members): each who holds all that is missing; if none does, pairs."""
    missing, held = holdings.of_missing(sweep, start)
    singles = np.flatnonzero((held >= missing).all(axis=1) & can_move)
    if len(singles) or not pairs:
        return singles[:, None]
    helpful = np.flatnonzero((held > 0).any(axis=1) & can_move)
    enough = np.triu(np.ones((len(helpful), len(helpful)), dtype=bool), 1)
    for holds, much in zip(held[helpful].T, missing, strict=True):
        enough &= holds[:, None] + holds >= much
    return helpful[np.argwhere(enough)]


def _carried_out(
    before: Situation, without_rivals: Situation, one: Initiative, rivals: tuple[str, ...], choice: _Choice
) -> Displacement | None:
    """Take them out, put the newcomer in, and look for another place for each: lawful at the end, or None."""
    moves: dict[str, int | None] = dict.fromkeys(choice.makers_of_room)
    now = without_rivals.changed({**moves, one.id: choice.start})
    moved, dropped = dict[str, int](), list(rivals)
    for id_ in choice.makers_of_room:
        start = _best_other_start(now, before, before.problem.initiative[id_])
        if start is not None:
            moved[id_] = start
            now = now.changed({id_: start})
        elif before.may_be_left_out(id_, one):
            dropped.append(id_)
        else:
            return None
    if not is_lawful_beside(now, before) or now.goal_shortfall > before.goal_shortfall:
        return None
    problem = before.problem
    loss = sum(before.worth_twelfths[id_] for id_ in (*dropped, *moved))
    loss -= sum(worth_twelfths(problem, id_, start) for id_, start in moved.items())
    gain = worth_twelfths(problem, one.id, choice.start)
    return Displacement(choice.start, tuple(dropped), tuple(moved.items()), gain, loss)


def _best_other_start(now: Situation, before: Situation, other: Initiative) -> int | None:
    """Where it is worth most, among free starts that suit all it requires and all that require it."""
    sweep = now.sweep(other)
    if now.standing_obstacles(other):
        return None
    latest = now.latest_start(other)
    most_late = months_late(other, before.start[other.id] + other.lead_time)
    starts = [
        start
        for start in now.ground.starts(other)
        if sweep.free[start]
        and start <= latest
        and months_late(other, start + other.lead_time) <= most_late
        and not now.calendar_obstacles(other, start)
    ]
    return max(starts, key=lambda start: worth_twelfths(now.problem, other.id, start), default=None)


def is_lawful_beside(now: Situation, before: Situation) -> bool:
    """No limit is broken that was not broken as much before (money that others saved may be gone)."""
    return all(
        bool((used <= np.maximum(allowed, was)).all())
        for used, allowed, was in zip(
            _tables(now.used), _tables(now.ground.allowed), _tables(before.used), strict=True
        )
    )


def _tables(tally: Tally) -> tuple[Numbers, Numbers, Numbers]:
    return tally.monthly, tally.money, tally.go_lives
