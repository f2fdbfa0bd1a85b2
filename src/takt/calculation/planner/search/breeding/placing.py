"""One schedule: each job placed as early as it fits, then all pushed together from the end and the beginning.

Pushing to and fro is the double justification of Valls, Ballestín and Quintanilla (2005). Compiled, one
schedule of a hundred jobs takes some fifty microseconds.
"""

import numpy as np

from takt.calculation.planner.choices.columns import Ints
from takt.calculation.planner.search.breeding.project import Project
from takt.calculation.planner.search.compiled import compiled


@compiled
def missing(project: Project, room: Ints, piece: int, month: int) -> bool:
    """Whether a guard is taken away: in some limit there is too little room for the piece in this month."""
    word = project.piece[piece].word
    guards = project.guards[word]
    return bool((room[month, word] - project.piece[piece].use) & guards != guards)


@compiled
def earliest(project: Project, room: Ints, job: int, start: int) -> int:
    """The first start from this one on that fits; -1 = not even beyond the horizon."""
    last = room.shape[0] - max(1, project.job[job].span)
    while start <= last:
        obstacle = -1
        for piece in range(project.job[job].pieces, project.job[job + 1].pieces):  # the last month first
            if missing(project, room, piece, start + project.piece[piece].offset):
                obstacle = start + project.piece[piece].offset
                break
        if obstacle < 0 and project.is_open[job, start]:
            return start
        start = obstacle + 1 if obstacle >= 0 and project.job[job].is_even else start + 1
    return -1


@compiled
def latest(project: Project, room: Ints, job: int, start: int, least: int) -> int:
    """The last start up to this one that fits; ``least`` is known to."""
    while start > least:
        obstacle = -1
        for piece in range(project.job[job + 1].pieces - 1, project.job[job].pieces - 1, -1):
            if missing(project, room, piece, start + project.piece[piece].offset):
                obstacle = start + project.piece[piece].offset
                break
        if obstacle < 0 and project.is_open[job, start]:
            return start
        start = obstacle - project.job[job].span if obstacle >= 0 and project.job[job].is_even else start - 1
    return least


@compiled
def take(project: Project, room: Ints, job: int, start: int) -> None:
    for piece in range(project.job[job].pieces, project.job[job + 1].pieces):
        room[start + project.piece[piece].offset, project.piece[piece].word] -= project.piece[piece].use


@compiled
def give_back(project: Project, room: Ints, job: int, start: int) -> None:
    for piece in range(project.job[job].pieces, project.job[job + 1].pieces):
        room[start + project.piece[piece].offset, project.piece[piece].word] += project.piece[piece].use


@compiled
def ready(project: Project, job: int, start: Ints) -> int:
    """When all that it requires allows it to start."""
    at = 0
    for link in range(project.job[job].before, project.job[job + 1].before):
        at = max(at, start[project.before[link].other] + project.before[link].gap)
    return at


@compiled
def until(project: Project, job: int, start: Ints) -> int:
    """The last start that what waits for it allows; its own when nothing does."""
    if project.job[job].after == project.job[job + 1].after:
        return int(start[job])
    at: int = project.is_open.shape[1]
    for link in range(project.job[job].after, project.job[job + 1].after):
        at = min(at, start[project.after[link].other] - project.after[link].gap)
    return at


@compiled
def in_turn(key: Ints) -> Ints:
    """Jobs by key, those with the same key by number. The keys lie close together, so they are counted."""
    least = key.min()
    begin = np.zeros(key.max() - least + 2, dtype=np.int64)
    for each in key:
        begin[each - least + 1] += 1
    for each in range(1, len(begin)):
        begin[each] += begin[each - 1]
    order = np.empty_like(key)
    for job in range(len(key)):
        order[begin[key[job] - least]] = job
        begin[key[job] - least] += 1
    return order


@compiled
def place(project: Project, order: Ints, start: Ints, room: Ints) -> bool:
    """Fill in ``start`` and what ``room`` is left; whether all found a place. What is required comes first."""
    for month in range(len(room)):
        for word in range(room.shape[1]):
            room[month, word] = project.room[month, word]
    for job in order:
        at = earliest(project, room, job, ready(project, job, start))
        if at < 0:
            return False
        start[job] = at
        take(project, room, job, at)
    return True


@compiled
def push(project: Project, start: Ints, room: Ints) -> None:
    """All that others wait for as late as these allow, the last first; then all as early as can be."""
    finish = start.copy()
    for job in range(len(start)):
        finish[job] += project.job[job].lead
    turn = in_turn(finish)
    for position in range(len(turn) - 1, -1, -1):
        job = turn[position]
        at = until(project, job, start)
        if at > start[job]:
            give_back(project, room, job, start[job])
            start[job] = latest(project, room, job, at, start[job])
            take(project, room, job, start[job])
    for job in in_turn(start):
        at = ready(project, job, start)
        if at < start[job]:
            give_back(project, room, job, start[job])
            start[job] = earliest(project, room, job, at)  # its own place at the latest
            take(project, room, job, start[job])
