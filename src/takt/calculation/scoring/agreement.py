"""What several assessors say together about one criterion."""

from collections.abc import Sequence
from fractions import Fraction

LOWEST, HIGHEST = 1, 5
"""The scale: whole steps, and 5 is always the best for the municipality."""
DISAGREEMENT = 2
"""From this many steps between the lowest and the highest, the assessors disagree. One step is a matter of
temper; two are a different view of the case (our own choice)."""


def median(scores: Sequence[int]) -> Fraction:
    """The middle score; of an even number, halfway between the two in the middle.

    A median is not moved by one who scores far from the others, as a mean is. Raises ValueError without
    scores and for a score outside the scale.
    """
    in_order = sorted(_on_the_scale(scores))
    middle, is_odd = divmod(len(in_order), 2)
    if is_odd:
        return Fraction(in_order[middle])
    return Fraction(in_order[middle - 1] + in_order[middle], 2)


def spread(scores: Sequence[int]) -> int:
    """Steps between the lowest and the highest. Raises ValueError as ``median`` does."""
    given = _on_the_scale(scores)
    return max(given) - min(given)


def disagree(scores: Sequence[int]) -> bool:
    return spread(scores) >= DISAGREEMENT


def _on_the_scale(scores: Sequence[int]) -> Sequence[int]:
    if not scores:
        raise ValueError("nobody has scored")
    if not all(LOWEST <= score <= HIGHEST for score in scores):
        raise ValueError(f"a score is {LOWEST} to {HIGHEST}: {list(scores)}")
    return scores
