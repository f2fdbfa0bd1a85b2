"""Children of two schedules: the mother's busiest months, and around them the father's order.

After the peak crossover of Valls, Ballestín and Quintanilla (2008): where many work at a time a schedule is
good, and that is worth handing on.
"""

from typing import Final

import numpy as np

from takt.calculation.planner.choices.columns import Floats, Ints
from takt.calculation.planner.search.breeding.placing import in_turn, place, push
from takt.calculation.planner.search.breeding.project import Project
from takt.calculation.planner.search.compiled import compiled

DRAWS: Final = 4
"""Of chance for each child, and one for each job."""
_CHANCE: Final = 0.03
"""That two neighbours in an order change places."""
_NOT_PLACED: Final = 2**60


@compiled
def raise_children(
    project: Project, starts: Ints, parents: Ints, draws: Floats, children: Ints, rank: Ints
) -> None:
    """Fill in ``children`` and their ``rank``; of each, ``parents`` are positions among ``starts``."""
    room = project.room.copy()
    for child in range(len(children)):
        mother, father = starts[parents[child, 0]], starts[parents[child, 1]]
        first, end = _busy_months(project, mother, draws[child])
        key = _crossed(mother, father, first, end)
        order = in_order(project, key)
        _shuffle(project, order, draws[child])
        _finish(project, order, children[child], rank[child], room)


@compiled
def raise_from_keys(project: Project, keys: Ints, children: Ints, rank: Ints) -> None:
    """A schedule of each row of keys: the smaller the earlier it is placed."""
    room = project.room.copy()
    for child in range(len(children)):
        _finish(project, in_order(project, keys[child]), children[child], rank[child], room)


@compiled
def in_order(project: Project, key: Ints) -> Ints:
    """Jobs by key, but what is required first; ``key`` is raised to that of what is required."""
    for job in range(len(key)):
        for link in range(project.job[job].before, project.job[job + 1].before):
            key[job] = max(key[job], key[project.before[link].other])
    return in_turn(key)


@compiled
def _finish(project: Project, order: Ints, start: Ints, rank: Ints, room: Ints) -> None:
    rank[0] = rank[1] = rank[2] = 0
    if not place(project, order, start, room):
        rank[0] = _NOT_PLACED
        return
    push(project, start, room)
    for job in range(len(start)):
        rank[0] += max(0, start[job] - project.job[job].latest)
        rank[1] += max(0, start[job] - project.job[job].deadline)
        rank[2] -= project.job[job].slope * start[job]


@compiled
def _busy_months(project: Project, start: Ints, draws: Floats) -> tuple[int, int]:
    """Of three stretches drawn at random, each as long, the one in which most of the limits is used."""
    busy = _used_until(project, start)
    end = len(busy) - 1
    length = int(end * (0.25 + 0.5 * draws[0]))
    best, first = -1, 0
    for which in range(1, DRAWS):
        at = int(draws[which] * (end - length + 1))
        if busy[at + length] - busy[at] > best:
            best, first = busy[at + length] - busy[at], at
    return first, first + length


@compiled
def _used_until(project: Project, start: Ints) -> Ints:
    """Before each month until all is done, the weights of all that is used."""
    end = 1
    for job in range(len(start)):
        end = max(end, start[job] + project.job[job].span)
    used = np.zeros(end + 1, dtype=np.int64)
    for job in range(len(start)):
        for piece in range(project.job[job].pieces, project.job[job + 1].pieces):
            used[1 + start[job] + project.piece[piece].offset] += project.piece[piece].weight
    for month in range(end):
        used[month + 1] += used[month]
    return used


@compiled
def _crossed(mother: Ints, father: Ints, first: int, end: int) -> Ints:
    """Keys: what the mother starts in these months in her order, before and after it the father's."""
    key = mother.copy()
    far = 1 + max(mother.max(), father.max())
    for job in range(len(mother)):
        if not first <= mother[job] < end:
            key[job] = father[job] - far if father[job] < first else father[job] + far
    return key


@compiled
def _shuffle(project: Project, order: Ints, draws: Floats) -> None:
    """Neighbours change places now and then, unless the first is required by the other."""
    for place_ in range(1, len(order)):
        one, other = order[place_ - 1], order[place_]
        if draws[DRAWS + place_] < _CHANCE and not _requires(project, other, one):
            order[place_ - 1], order[place_] = other, one


@compiled
def _requires(project: Project, later: int, earlier: int) -> bool:
    for link in range(project.job[later].before, project.job[later + 1].before):
        if project.before[link].other == earlier:
            return True
    return False
