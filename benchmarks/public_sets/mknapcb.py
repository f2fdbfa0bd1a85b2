"""Chu and Beasley's knapsacks with many limits (OR-Library) as one month of wishes.

A thing to pack is a wish that goes live at once and earns its profit at go-live; a limit is a role, a
weight its person-days and the capacity the days there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from takt.calculation.planner.problem import Initiative, Month, Obligation, Problem, Role

SETS = {"mknapcb1": "5x100", "mknapcb5": "10x250", "mknapcb9": "30x500"}
"""Limits × things, by file name."""
TIGHTNESS = ("0.25", "0.50", "0.75")


@dataclass(frozen=True, slots=True)
class Knapsack:
    profits: tuple[int, ...]
    weights: tuple[tuple[int, ...], ...]
    """One row per limit."""
    capacities: tuple[int, ...]


def knapsacks(text: str) -> Iterator[Knapsack]:
    """Those of one OR-Library file: a count, then for each n m optimum, profits, weights, capacities."""
    numbers = (int(float(word)) for word in text.split())
    for _ in range(next(numbers)):
        things, limits, _optimum = next(numbers), next(numbers), next(numbers)
        profits = _take(numbers, things)
        weights = tuple(_take(numbers, things) for _ in range(limits))
        yield Knapsack(profits, weights, _take(numbers, limits))


def as_problem(knapsack: Knapsack, *, title: str) -> Problem:
    """One month; the days fall in the month of go-live, hence ``settle`` 1."""
    roles = tuple(Role(id=f"r{i}", name="", days=(most,)) for i, most in enumerate(knapsack.capacities))
    things = range(len(knapsack.profits))
    initiatives = tuple(_as_initiative(knapsack, thing) for thing in things)
    return Problem(title=title, first_month=Month(2027, 1), months=1, initiatives=initiatives, roles=roles)


def profit(knapsack: Knapsack, packed: frozenset[str]) -> int:
    """Of the initiatives with these ids, read from the knapsack itself; refuses an overfull one."""
    things = [thing for thing in range(len(knapsack.profits)) if f"x{thing}" in packed]
    for weights, capacity in zip(knapsack.weights, knapsack.capacities, strict=True):
        weight = sum(weights[thing] for thing in things)
        if weight > capacity:
            raise ValueError(f"The knapsack holds {capacity} and was given {weight}.")
    return sum(knapsack.profits[thing] for thing in things)


def best_known(text: str) -> dict[str, int]:
    """Profit by name (``OR5x100-0.25_1``) from the compiled list."""
    lines = [line.split() for line in text.splitlines()[1:] if line.strip()]
    return {words[0]: int(words[1]) for words in lines}


def name(size: str, position: int) -> str:
    """What best_known.txt calls the knapsack at this position of its file: ten of each tightness."""
    return f"OR{size}-{TIGHTNESS[position // 10]}_{position % 10 + 1}"


def load(folder: Path, file: str, position: int) -> Knapsack:
    """The knapsack at this position (0 …) of mknapcb1, 5 or 9."""
    every = knapsacks((folder / f"{file}.txt").read_text(encoding="ascii"))
    return next(knapsack for number, knapsack in enumerate(every) if number == position)


def _as_initiative(knapsack: Knapsack, thing: int) -> Initiative:
    weights = {f"r{i}": (row[thing],) for i, row in enumerate(knapsack.weights) if row[thing]}
    return Initiative(
        id=f"x{thing}",
        title="",
        obligation=Obligation.COULD,
        prepare=0,
        roll_out=0,
        settle=1,
        earliest_start=0,
        latest_go_live=None,
        fixed_start=None,
        announced_start=None,
        points_per_year=0,
        points_at_go_live=knapsack.profits[thing],
        staff=weights,
    )


def _take(numbers: Iterator[int], how_many: int) -> tuple[int, ...]:
    return tuple(next(numbers) for _ in range(how_many))
