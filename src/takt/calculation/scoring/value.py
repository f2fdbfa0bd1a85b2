"""From scores and kroner to value points a year: the one formula."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from takt.calculation.scoring.agreement import HIGHEST, LOWEST

MOST_POINTS = 100_000
"""No case is worth more; a typing error in a benefit must not drown every other wish."""


@dataclass(frozen=True, slots=True)
class Value:
    """The points of a case, and the parts they are made of."""

    score: Fraction
    """The weighted score, 1 to 5."""
    from_scores: Fraction
    from_benefit: Fraction
    points: int
    """The sum, rounded once (half upwards); 0 to ``MOST_POINTS``."""


def weighted_score(scores: Sequence[tuple[int, Fraction]]) -> Fraction:
    """The mean of (weight, median) by weight: 1 to 5. Only the proportions of the weights count.

    Raises ValueError without scores, for a weight below 1 and for a score outside the scale.
    """
    if not scores or any(weight < 1 for weight, _score in scores):
        raise ValueError("every criterion has a weight of at least 1, and there is at least one criterion")
    if not all(LOWEST <= score <= HIGHEST for _weight, score in scores):
        raise ValueError(f"a score is {LOWEST} to {HIGHEST}")
    return Fraction(sum(weight * score for weight, score in scores)) / sum(weight for weight, _ in scores)


def unassessed_points(*, benefit_dkk: Fraction | int, full_points: int, dkk_per_point: int) -> int:
    """Value points a year of a case that nobody has assessed: the same formula, with the middle of the scale.

    So an assessment lifts or lowers a case by what was found out, and not by having been made.
    """
    middle = [(1, Fraction(LOWEST + HIGHEST, 2))]
    return value_points(
        middle, benefit_dkk=benefit_dkk, full_points=full_points, dkk_per_point=dkk_per_point
    ).points


def value_points(
    scores: Sequence[tuple[int, Fraction]],
    *,
    benefit_dkk: Fraction | int,
    full_points: int,
    dkk_per_point: int,
) -> Value:
    """Value points a year of a case.

    ``scores``: (weight, median) of each criterion. ``full_points``: what a case gets that scores 5 on
    everything; one that scores 1 on everything gets 0. ``benefit_dkk``: weighted benefit a year in whole
    DKK, never below 0. ``dkk_per_point``: so many kroner a year are worth one point.
    Costs are not subtracted: the planner holds them against the frames, and would otherwise count them twice.
    """
    if full_points < 0 or dkk_per_point < 1 or benefit_dkk < 0:
        raise ValueError("points and benefits are not negative, and a point is worth at least 1 krone")
    score = weighted_score(scores)
    from_scores = full_points * (score - LOWEST) / (HIGHEST - LOWEST)
    from_benefit = Fraction(benefit_dkk) / dkk_per_point
    points = min(MOST_POINTS, int(from_scores + from_benefit + Fraction(1, 2)))
    return Value(score, from_scores, from_benefit, points)
