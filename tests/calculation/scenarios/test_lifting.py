"""A wider limit is never shown as worse than a tighter one."""

from takt.calculation.scenarios.lifting import Point, lifted


def point(x: int, y: int, value: int, *, late: int = 0, is_possible: bool = True) -> Point:
    return Point(x, y, value // 10, late, 0, value, value + 5, is_possible)


def test_a_better_plan_of_a_tighter_point_counts_in_the_wider_one() -> None:
    found = lifted([point(0, 0, 100), point(10, 0, 90), point(10, 10, 120), point(0, 10, 80)])
    assert {place: one.value_twelfths for place, one in found.items()} == {
        (0, 0): 100,
        (10, 0): 100,
        (0, 10): 100,
        (10, 10): 120,
    }
    assert found[10, 0].value_bound_twelfths == 100


def test_months_late_come_before_value() -> None:
    found = lifted([point(0, 0, 100), point(10, 0, 150, late=2), point(20, 0, 110, late=0)])
    assert (found[10, 0].value_twelfths, found[10, 0].months_late) == (100, 0)


def test_where_no_plan_is_possible_none_is_borrowed() -> None:
    found = lifted([point(0, 0, 100), point(10, 0, 0, is_possible=False), point(20, 0, 90)])
    assert not found[10, 0].is_possible
    assert found[20, 0].value_twelfths == 100
