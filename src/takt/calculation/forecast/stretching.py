"""What an initiative uses when it starts later or takes longer than planned."""

from functools import lru_cache

import numpy as np

from takt.calculation.forecast.drawing import Floats


def stretched(amounts: Floats, lead: int, longer_lead: int) -> Floats:
    """(rows, months after the start): what was to be used before go-live is laid out evenly over the time it
    takes, no more and no less of it; what follows go-live comes after it.
    """
    if lead == longer_lead or not lead or not longer_lead:
        return amounts
    until = np.zeros((len(amounts), lead))
    until[:, : amounts.shape[1]] = amounts[:, :lead]
    return np.concatenate([until @ _shares(lead, longer_lead), amounts[:, lead:]], axis=1)


def laid_out(amounts: Floats, start: int, months: int) -> Floats:
    """(rows, months of the horizon); what falls outside counts nowhere."""
    rows = np.zeros((len(amounts), months))
    first, end = max(0, start), min(months, start + amounts.shape[1])
    if first < end:
        rows[:, first:end] = amounts[:, first - start : end - start]
    return rows


@lru_cache(maxsize=4096)
def _shares(lead: int, longer_lead: int) -> Floats:
    """(lead, longer lead): how much of each planned month falls in each month that comes."""
    planned = np.arange(lead)[:, None] * longer_lead
    comes = np.arange(longer_lead)[None, :] * lead
    shared = np.minimum(planned + longer_lead, comes + lead) - np.maximum(planned, comes)
    shares: Floats = np.maximum(0, shared) / longer_lead
    return shares
