"""Lay a sum out over months without losing a krone or a day."""


def evenly(total: int, months: int) -> tuple[int, ...]:
    """As even as whole numbers can be, summing exactly to ``total`` (which may be negative).

    Raises ValueError when there is a sum but not one month to put it in.
    """
    if not months:
        if total:
            raise ValueError("a sum needs at least one month to lie in")
        return ()
    return tuple(total * (month + 1) // months - total * month // months for month in range(months))


def a_month_of(per_year: int) -> int:
    """A twelfth of a yearly sum, to the nearest whole number (half upwards)."""
    return (per_year + 6) // 12
