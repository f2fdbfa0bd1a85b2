"""Project scheduling with scarce resources (PSPLIB, Patterson format) as a plan of nothing but duties.

An activity is a duty without deadline that rolls out for its duration; a resource is a role; a predecessor
is required with no lag. The last activity, a dummy that follows all others, is the only one with points: the
earlier it goes live, the more it earns, so the best plan is the shortest project. Its go-live month is the
makespan.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from takt.calculation.planner.problem import Initiative, Month, Obligation, Problem, Requirement, Role

POINTS_PER_YEAR = 12
"""One point for each month that the project is done earlier."""


@dataclass(frozen=True, slots=True)
class Activity:
    duration: int
    requests: tuple[int, ...]
    successors: tuple[int, ...]
    """Positions, 0 …"""


@dataclass(frozen=True)
class Project:
    """The first and the last activity are dummies without duration."""

    capacities: tuple[int, ...]
    activities: tuple[Activity, ...]

    @cached_property
    def predecessors(self) -> tuple[tuple[int, ...], ...]:
        before: list[list[int]] = [[] for _ in self.activities]
        for position, activity in enumerate(self.activities):
            for successor in activity.successors:
                before[successor].append(position)
        return tuple(tuple(few) for few in before)

    @cached_property
    def tail(self) -> tuple[int, ...]:
        """Months from the start of each activity to the end of the longest chain behind it."""
        tails: dict[int, int] = {}
        for position in reversed(self._chain_order):
            activity = self.activities[position]
            tails[position] = activity.duration + max((tails[s] for s in activity.successors), default=0)
        return tuple(tails[position] for position in range(len(self.activities)))

    @cached_property
    def _chain_order(self) -> list[int]:
        waiting = [len(few) for few in self.predecessors]
        order = [position for position, count in enumerate(waiting) if not count]
        for position in order:
            for successor in self.activities[position].successors:
                waiting[successor] -= 1
                if not waiting[successor]:
                    order.append(successor)
        return order


def project(text: str) -> Project:
    """From Patterson format: counts and capacities, then duration, requests and successors of each."""
    numbers = iter([int(word) for word in text.split()])
    activities, resources = next(numbers), next(numbers)
    capacities = tuple(next(numbers) for _ in range(resources))
    read = []
    for _ in range(activities):
        duration = next(numbers)
        requests = tuple(next(numbers) for _ in range(resources))
        successors = tuple(next(numbers) - 1 for _ in range(next(numbers)))
        read.append(Activity(duration, requests, successors))
    return Project(capacities, tuple(read))


def as_problem(project: Project, *, title: str) -> Problem:
    """As many months as the shortest of a few quick schedules needs, and one to go live in."""
    months = quick_makespan(project) + 1
    last = len(project.activities) - 1
    roles = tuple(Role(id=f"r{i}", name="", days=(c,) * months) for i, c in enumerate(project.capacities))
    initiatives = tuple(_as_initiative(project, position) for position in range(1, last + 1))
    return Problem(
        title=title, first_month=Month(2027, 1), months=months, initiatives=initiatives, roles=roles
    )


def makespan(project: Project, start: Mapping[str, int]) -> int:
    """Of a plan by initiative id; KeyError when one is left out, ValueError when one comes too early."""
    starts = {0: 0} | {position: start[f"a{position}"] for position in range(1, len(project.activities))}
    for position, activity in enumerate(project.activities):
        for successor in activity.successors:
            if starts[successor] < starts[position] + activity.duration:
                raise ValueError(f"Activity {successor} starts before activity {position} is done.")
    return starts[len(project.activities) - 1]


def quick_makespan(project: Project) -> int:
    """The best of three serial schedules by priority rule."""
    rules: list[Callable[[int], float]] = [
        lambda position: -project.tail[position],
        lambda position: -len(project.activities[position].successors),
        lambda position: -sum(project.activities[position].requests) * project.activities[position].duration,
    ]
    return min(_serial_makespan(project, rule) for rule in rules)


def best_known(text: str) -> dict[str, int]:
    """Makespan by file name."""
    lines = [line.split(",") for line in text.splitlines()[1:] if line.strip()]
    return {file: int(best) for file, best in lines}


def load(folder: Path, file: str) -> Project:
    return project((folder / file).read_text(encoding="ascii"))


def _serial_makespan(project: Project, rule: Callable[[int], float]) -> int:
    """Of all activities whose predecessors are placed, place the first by rule as early as it fits."""
    longest = sum(activity.duration for activity in project.activities)
    room = [[capacity] * longest for capacity in project.capacities]
    done: dict[int, int] = {}
    waiting = set(range(len(project.activities)))
    while waiting:
        ready = [p for p in waiting if all(before in done for before in project.predecessors[p])]
        position = min(ready, key=lambda p: (rule(p), p))
        start = max((done[before] for before in project.predecessors[position]), default=0)
        done[position] = _place(project.activities[position], start, room)
        waiting.remove(position)
    return max(done.values())


def _place(activity: Activity, start: int, room: list[list[int]]) -> int:
    """Take the first months from ``start`` on in which it fits; the month in which it is done."""
    needs = list(zip(activity.requests, room, strict=True))
    months = range(start, start + activity.duration)
    while not all(days[month] >= need for need, days in needs for month in months):
        start += 1
        months = range(start, start + activity.duration)
    for need, days in needs:
        for month in months:
            days[month] -= need
    return start + activity.duration


def _as_initiative(project: Project, position: int) -> Initiative:
    activity = project.activities[position]
    closing = position == len(project.activities) - 1
    staff = {f"r{i}": (need,) * activity.duration for i, need in enumerate(activity.requests) if need}
    requires = tuple(Requirement(f"a{before}", 0) for before in project.predecessors[position] if before)
    return Initiative(
        id=f"a{position}",
        title="",
        obligation=Obligation.MUST,
        prepare=0,
        roll_out=activity.duration,
        settle=0,
        earliest_start=0,
        latest_go_live=None,
        fixed_start=None,
        announced_start=None,
        points_per_year=POINTS_PER_YEAR if closing else 0,
        points_at_go_live=0,
        staff=staff if activity.duration else {},
        requires=requires,
    )
