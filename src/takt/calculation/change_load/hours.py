"""Change hours of one initiative in one unit, and what they are per employee."""

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from takt.calculation.change_load.profile import DEFAULT_PROFILE, Profile

Hours: TypeAlias = int | Decimal | Fraction
"""Exact numbers only: a float would make the sum depend on rounding."""

DEFAULT_ADAPTATION_HOURS = 2
"""Hours it takes one employee to get used to a new screen (intensity 1). Our own estimate."""

INTENSITIES = (1, 2, 3)
"""1 a new screen, 2 a new system, 3 a new way of working."""


def total_hours(
    *, people: int, training_hours: Hours, adaptation_hours: Hours = DEFAULT_ADAPTATION_HOURS, intensity: int
) -> int:
    """Change hours in all, to the nearest whole hour (half upwards).

    ``training_hours`` and ``adaptation_hours`` are per person, the latter per step of intensity (1–3).
    Raises ValueError for a negative number or an intensity that is not 1, 2 or 3.
    """
    if intensity not in INTENSITIES:
        raise ValueError(f"intensity is 1, 2 or 3, not {intensity}")
    if people < 0 or training_hours < 0 or adaptation_hours < 0:
        raise ValueError("people and hours are never negative")
    exact = people * (Fraction(training_hours) + Fraction(adaptation_hours) * intensity)
    return int(exact + Fraction(1, 2))


def change_hours(
    *,
    people: int,
    training_hours: Hours,
    adaptation_hours: Hours = DEFAULT_ADAPTATION_HOURS,
    intensity: int,
    prepare: int,
    roll_out: int,
    settle: int,
    profile: Profile = DEFAULT_PROFILE,
) -> tuple[int, ...]:
    """Change hours in each month from the start: prepare + roll_out + settle whole numbers.

    They sum exactly to ``total_hours``. Raises ValueError as that does, and when there are hours but not
    one month to put them in.
    """
    total = total_hours(
        people=people, training_hours=training_hours, adaptation_hours=adaptation_hours, intensity=intensity
    )
    shares = profile.shares(prepare=prepare, roll_out=roll_out, settle=settle)
    if total and not shares:
        raise ValueError("an initiative without a single month has nowhere to put its change hours")
    return share_out(total, shares)


def share_out(total: int, shares: tuple[Fraction, ...]) -> tuple[int, ...]:
    """Whole numbers in proportion to ``shares`` (sum 1) that sum to ``total`` (≥ 0), by largest remainder.

    Of equal remainders the earlier one is rounded up.
    """
    exact = [total * share for share in shares]
    whole = [int(amount) for amount in exact]
    by_remainder = sorted(range(len(exact)), key=lambda index: whole[index] - exact[index])
    for index in by_remainder[: total - sum(whole)]:
        whole[index] += 1
    return tuple(whole)


def ceiling_hours(*, hours_per_employee: Hours, headcount: int) -> int:
    """The ceiling of a whole unit in one month; a broken hour is not there to be used."""
    return int(Fraction(hours_per_employee) * headcount)


def hours_per_employee(hours: int, *, headcount: int) -> float | None:
    """Change hours per employee, for showing. None where nobody is employed.

    Compare loads with ceilings in whole hours of the unit, never in this.
    """
    return hours / headcount if headcount else None
