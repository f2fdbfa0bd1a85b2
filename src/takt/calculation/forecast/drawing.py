"""Ratios drawn from three-point estimates.

The distribution is PERT's beta: from low to high with shape 1 + 4 (likely - low)/(high - low) and
1 + 4 (high - likely)/(high - low), so that the mean is (low + 4 likely + high)/6. Source: D. Vose, Risk
Analysis, 3rd ed. (2008), after Malcolm et al. (1959); see ``money.three_point``.

All ratios share one factor (a Gaussian copula): behind each stands a normal deviate
√c · common + √(1 - c) · own, which the distribution's quantile turns into a ratio.
"""

from functools import cache, lru_cache
from math import erf, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from takt.calculation.forecast.uncertainty import ThreePoint

Floats = NDArray[np.float64]

_FURTHEST: Final = 6.0
"""Standard deviations: beyond lies one in 500 million."""
_STEPS: Final = 4096
_GRID: Final = 20_000


class Deviates:
    """Normal deviates, one row after another, from the same seed always the same."""

    def __init__(self, draws: int, seed: int, correlation_per_mille: int) -> None:
        self._rng = np.random.default_rng(seed)
        self._draws = draws
        share = correlation_per_mille / 1000
        self._common = sqrt(share) * self._rng.standard_normal(draws)
        self._own = sqrt(1 - share)

    def ratios(self, estimate: ThreePoint) -> Floats:
        """(draws,): 1.0 = as estimated. Each call draws anew, also when there is nothing to vary."""
        deviate = self._common + self._own * self._rng.standard_normal(self._draws)
        if estimate.low == estimate.high:
            return np.full(self._draws, estimate.low / 1000)
        place = np.clip((deviate + _FURTHEST) * (_STEPS / (2 * _FURTHEST)), 0, _STEPS)
        return quantiles(estimate)[place.round().astype(np.int64)]


@cache
def _chances() -> Floats:
    """Of the normal distribution, at each of ``_STEPS`` + 1 deviates from -6 to 6: the same for every estimate."""
    return np.array([0.5 * (1 + erf(z / sqrt(2))) for z in np.linspace(-_FURTHEST, _FURTHEST, _STEPS + 1)])


@lru_cache(maxsize=1024)
def quantiles(estimate: ThreePoint) -> Floats:
    """The ratio for each of ``_STEPS`` + 1 normal deviates from -6 to 6."""
    width = estimate.high - estimate.low
    alpha = 1 + 4 * (estimate.likely - estimate.low) / width
    beta = 1 + 4 * (estimate.high - estimate.likely) / width
    middle = (np.arange(_GRID) + 0.5) / _GRID
    below = np.r_[0.0, np.cumsum(middle ** (alpha - 1) * (1 - middle) ** (beta - 1))]
    share: Floats = np.interp(_chances(), below / below[-1], np.arange(_GRID + 1) / _GRID)
    return (estimate.low + width * share) / 1000
