"""Months and keys, as pages, rows and the question write them."""

import re
from datetime import date

from takt.calculation.planner.problem import Month


def unit_id(unit_pk: int) -> str:
    return f"u{unit_pk}"


def month_of(first_day: date) -> Month:
    return Month(first_day.year, first_day.month)


def first_day_of(month: Month) -> date:
    return date(month.year, month.number, 1)


def read_month(written: object) -> Month:
    """``2027-07``."""
    year, number = str(written).split("-")
    return Month(int(year), int(number))


def month_said(text: str) -> Month | None:
    """``2028-03`` as it came from an address or a form; None for anything else."""
    match = re.fullmatch(r"([1-9][0-9]{3})-(0[1-9]|1[0-2])", text)
    return Month(int(match[1]), int(match[2])) if match else None
