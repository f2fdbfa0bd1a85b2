"""Months and keys, as pages, rows and the question write them."""

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
