"""How a unit's own answer about its readiness lowers what it may be asked to carry. Never raises it."""

from collections.abc import Sequence
from fractions import Fraction

QUESTIONS = 5
LOWEST, HIGHEST = 1, 5
STEPS = ((Fraction(5, 2), 20), (Fraction(7, 2), 10))
"""Below this mean of the answers, the ceiling falls by so many per cent. Our own rule, in this one place: it is
meant to be noticed in the plan without stopping the unit, and to be calibrated against what is measured."""
HOLDS_MONTHS = 6
"""An answer holds in the month it is given and in so many whole months after it, or until the next answer."""


def percent_lowered(answers: Sequence[int]) -> int:
    """Of the ceiling: 0, 10 or 20. Raises ValueError unless there are five answers from 1 to 5."""
    if len(answers) != QUESTIONS or not all(LOWEST <= one <= HIGHEST for one in answers):
        raise ValueError(f"readiness is {QUESTIONS} answers from {LOWEST} to {HIGHEST}: {list(answers)}")
    mean = Fraction(sum(answers), QUESTIONS)
    return next((percent for below, percent in STEPS if mean < below), 0)


def lowered(ceiling_hours: int, percent: int) -> int:
    """Whole change hours of a unit in a month; a broken hour is not there to be used."""
    return ceiling_hours * (100 - percent) // 100
