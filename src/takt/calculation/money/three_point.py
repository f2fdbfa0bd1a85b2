"""Three-point estimates: low, likely and high."""

from fractions import Fraction


def weighted(low: int, likely: int, high: int) -> Fraction:
    """(low + 4 × likely + high) / 6: the mean of a PERT estimate, exact.

    Source: D. G. Malcolm et al., Application of a Technique for Research and Development Program
    Evaluation, Operations Research 7(5), 1959. Raises ValueError when the three are out of order.
    """
    if not low <= likely <= high:
        raise ValueError(f"low, likely and high are out of order: {low}, {likely}, {high}")
    return Fraction(low + 4 * likely + high, 6)
