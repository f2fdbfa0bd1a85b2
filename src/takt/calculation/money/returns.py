"""What an initiative costs and gives, month by month from its start, and when it has paid for itself.

Whole DKK at one price level. Nothing is discounted: a municipality reads its budget year by year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from takt.calculation.money.spreading import a_month_of, evenly
from takt.calculation.planner.problem import Month


@dataclass(frozen=True, slots=True)
class Costs:
    """One point of an estimate."""

    investment_dkk: int
    """Spread evenly over the months from start to go-live."""
    running_dkk_per_year: int
    """From go-live on."""
    benefit_dkk_per_year: int
    """From go-live on."""


@dataclass(frozen=True, slots=True)
class YearOfMoney:
    year: int
    investment_dkk: int
    running_dkk: int
    benefit_dkk: int
    since_start_dkk: int
    """Everything given less everything spent, from the start to the end of this year."""


def monthly_result(costs: Costs, *, lead_time: int, months: int) -> tuple[int, ...]:
    """Benefit less costs in each of ``months`` months from the start; ``lead_time`` is months to go-live."""
    spent = evenly(costs.investment_dkk, lead_time) if lead_time else (costs.investment_dkk,)
    in_use = a_month_of(costs.benefit_dkk_per_year) - a_month_of(costs.running_dkk_per_year)
    return tuple(
        (in_use if month >= lead_time else 0) - (spent[month] if month < len(spent) else 0)
        for month in range(months)
    )


def deepest(result: Sequence[int]) -> int:
    """The most that has been laid out at any time, as a positive sum; 0 when it never costs anything net."""
    return max(0, -min(accumulate(result), default=0))


def paid_back_after(result: Sequence[int]) -> int | None:
    """Months until what was laid out has come back for good; None when that does not happen in time."""
    since_start = list(accumulate(result))
    if not since_start or since_start[-1] < 0:
        return None
    below = [month for month, total in enumerate(since_start) if total < 0]
    return below[-1] + 1 if below else 0


def by_year(costs: Costs, *, start: Month, lead_time: int, years: int) -> tuple[YearOfMoney, ...]:
    """Calendar years from that of the start."""
    months = 12 * years - (start.number - 1)
    since_start = list(accumulate(monthly_result(costs, lead_time=lead_time, months=months)))
    spent = evenly(costs.investment_dkk, lead_time) if lead_time else (costs.investment_dkk,)
    rows = []
    for year in range(start.year, start.year + years):
        inside = [month for month in range(months) if start.plus(month).year == year]
        in_use = sum(month >= lead_time for month in inside)
        rows.append(
            YearOfMoney(
                year,
                sum(spent[month] for month in inside if month < len(spent)),
                in_use * a_month_of(costs.running_dkk_per_year),
                in_use * a_month_of(costs.benefit_dkk_per_year),
                since_start[inside[-1]],
            )
        )
    return tuple(rows)
