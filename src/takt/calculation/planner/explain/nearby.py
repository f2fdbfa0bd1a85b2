"""A smaller question: let an initiative in, and move only those who could make room for it."""

from dataclasses import replace

import numpy as np

from takt.calculation.planner.explain.situation import Situation
from takt.calculation.planner.problem import Initiative, Problem

MOST_NEIGHBOURS = 30


def nearby_question(situation: Situation, one: Initiative) -> Problem:
    """Must choose it; all others stay where they are, or out, save those nearest to its bottlenecks."""
    free = _closed(situation, {one.id, *_nearest(situation, one)})
    problem = situation.problem
    others = tuple(
        _held(situation, other) if other.id not in free else other for other in problem.initiatives
    )
    return replace(problem, initiatives=others, choose_one=(*problem.choose_one, (one.id,)))


def _held(situation: Situation, other: Initiative) -> Initiative:
    if other.id in situation.start:
        return replace(other, fixed_start=situation.start[other.id])
    return replace(other, earliest_start=situation.problem.months)


def _nearest(situation: Situation, one: Initiative) -> list[str]:
    """Those that hold most of what it lacks, over all its starts; each start counts the same."""
    sweep, holdings = situation.sweep(one), situation.holdings
    share = np.zeros(len(holdings.ids))
    for start in situation.ground.starts(one):
        missing, held = holdings.of_missing(sweep, start)
        if len(missing):
            share += np.minimum(held, missing).clip(min=0) @ (1 / missing) / len(missing)
    nearest = np.argsort(-share, kind="stable")[:MOST_NEIGHBOURS].tolist()
    return [holdings.ids[index] for index in nearest if share[index] > 0]


def _closed(situation: Situation, ids: set[str]) -> set[str]:
    """With all that hang together with them by requirement, exclusion or choice."""
    ground, waiting, found = situation.ground, set(ids), set[str]()
    while waiting:
        id_ = waiting.pop()
        if id_ in found or id_ in ground.fixed:
            continue
        found.add(id_)
        waiting |= {requirement.id for requirement in situation.problem.initiative[id_].requires}
        waiting |= {*ground.dependents[id_], *ground.excluders[id_]}
        waiting |= {other for choice in ground.choices[id_] for other in choice}
    return found
