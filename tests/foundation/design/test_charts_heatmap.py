import re

import pytest

from takt.calculation.planner.problem import Month
from takt.foundation.design.charts.heatmap import Axis, HeatRow, level, load_heatmap, ramp, tightest

MONTHS = [Month(2026, 12).plus(offset) for offset in range(6)]
ROW = HeatRow(
    "Ældre og Sundhed",
    used=[0, 600, 1100, 1800, 2000, 2001],
    limits=[2000] * 6,
    per=500,
    note="loft 4,0",
    cap="4,0",
)


@pytest.mark.parametrize(
    ("used", "limit", "step"),
    [
        (0, 100, 0),
        (29, 100, 0),
        (30, 100, 1),
        (59, 100, 1),
        (60, 100, 2),
        (89, 100, 2),
        (90, 100, 3),
        (100, 100, 3),
        (101, 100, 4),
        (5, None, 0),
        (0, 0, 0),
        (1, 0, 4),
    ],
)
def test_the_ramp_steps_at_whole_shares_of_the_limit(used: int, limit: int | None, step: int) -> None:
    assert level(used, limit) == step


def cells(html: str) -> list[str]:
    return re.findall(r"<td class=\"l\d[^<]*<", html)


def test_a_cell_shows_the_number_per_employee_and_says_over_in_words() -> None:
    html = load_heatmap([ROW], MONTHS, caption="Belastning", first_column="Område")
    assert [cell.split(">")[1][:-1] for cell in cells(html)] == ["0", "1,2", "2,2", "3,6", "4,0", "4,0"]
    assert html.count("over loftet") == 1
    assert 'class="l4">4,0<span class="sr-only"> over loftet' in html


def test_months_have_their_full_names_for_those_who_listen() -> None:
    html = load_heatmap([ROW], MONTHS, caption="x", first_column="Område", axis=Axis.INITIALS, language="en")
    assert '<span aria-hidden="true">d</span><span class="sr-only">December 2026</span>' in html
    assert ">3.6<" in html


def test_years_stand_above_their_months() -> None:
    html = load_heatmap([ROW], MONTHS, caption="x", first_column="Område", cap_column="Loft")
    assert '<th class="yr" colspan="1" scope="colgroup">2026</th>' in html
    assert '<th class="yr" colspan="5" scope="colgroup">2027</th>' in html
    assert '<td class="cap">4,0</td>' in html


def test_a_cell_of_several_months_shows_the_one_nearest_its_limit() -> None:
    html = load_heatmap([ROW], MONTHS, caption="x", first_column="Område", step=3, axis=Axis.INITIALS)
    assert 'title="februar 2027"' in html
    assert 'title="maj 2027"' in html
    assert len(cells(html)) == 2


def test_a_month_without_room_is_tighter_than_one_with() -> None:
    row = HeatRow("x", used=[5, 1], limits=[10, 0])
    assert tightest(row, range(2)) == 1


def test_frozen_months_are_marked() -> None:
    html = load_heatmap([ROW], MONTHS, caption="x", first_column="x", frozen=frozenset({1}))
    assert html.count(" frz") == 1


def test_labels_are_text_never_markup() -> None:
    row = HeatRow("<script>alert(1)</script>", used=[1], limits=[2], url="/?a=1&b=2")
    html = load_heatmap([row], MONTHS[:1], caption="<b>", first_column="x")
    assert "<script" not in html
    assert "<b>" not in html
    assert "/?a=1&amp;b=2" in html


def test_the_key_has_the_four_words() -> None:
    assert all(word in ramp() for word in ("god plads", "over 60 %", "nær loftet", "over loftet"))
