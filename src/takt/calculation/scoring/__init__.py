"""Scoring: what several assessors think of a case on a scale from 1 to 5, and the value points it becomes.

    points = full_points × (weighted score − 1) / 4 + benefit / dkk_per_point      (rounded, half upwards)

The score on a criterion is the median of the assessors; the weighted score is the mean of those medians by
weight. Assessors disagree on a criterion when the lowest and the highest are two steps or more apart. What nobody
has assessed counts with the middle of the scale.
"""

from takt.calculation.scoring.agreement import DISAGREEMENT, HIGHEST, LOWEST, disagree, median, spread
from takt.calculation.scoring.value import (
    MOST_POINTS,
    Value,
    unassessed_points,
    value_points,
    weighted_score,
)

__all__ = [
    "DISAGREEMENT",
    "HIGHEST",
    "LOWEST",
    "MOST_POINTS",
    "Value",
    "disagree",
    "median",
    "spread",
    "unassessed_points",
    "value_points",
    "weighted_score",
]
