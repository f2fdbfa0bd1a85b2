"""A plan that is lawful under tighter limits is lawful under wider ones, so it counts there too."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """What is known of one cell of a sweep."""

    x: int
    y: int
    chosen: int
    months_late: int
    goal_shortfall: int
    value_twelfths: int
    value_bound_twelfths: int
    is_possible: bool = True

    @property
    def rank(self) -> tuple[int, int, int]:
        """Smaller is better, in the order of docs/planner.md."""
        return self.months_late, self.goal_shortfall, -self.value_twelfths


def lifted(points: Iterable[Point]) -> dict[tuple[int, int], Point]:
    """By (x, y): each with the best plan of any point at least as tight on both axes; impossible ones as they are.

    Points grow wider with x and with y. So a wider limit is never shown as worse, whatever the solver had time for.
    """
    known = {(one.x, one.y): one for one in sorted(points, key=lambda one: (one.x, one.y))}
    return {place: _best(one, known) for place, one in known.items()}


def _best(one: Point, known: dict[tuple[int, int], Point]) -> Point:
    if not one.is_possible:
        return one
    tighter = (other for (x, y), other in known.items() if x <= one.x and y <= one.y and other.is_possible)
    best = min(tighter, key=lambda other: other.rank)
    return Point(
        one.x,
        one.y,
        best.chosen,
        best.months_late,
        best.goal_shortfall,
        best.value_twelfths,
        max(one.value_bound_twelfths, best.value_twelfths),
    )
