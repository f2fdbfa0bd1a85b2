import re

import pytest

from takt.calculation.planner.problem import Month
from takt.foundation.design.charts.money_bars import MoneyYear, money_bars
from takt.foundation.design.charts.roadmap import Arrow, Bar, Ghost, Window, axis, field, key
from takt.foundation.design.charts.svg import percent

TWO_YEARS = Window(Month(2027, 1), 24)


def bar(id_: str, start: int, **fields: int) -> Bar:
    return Bar(id_, start, start + 3, start + 7, start + 10, title=f"Sag {id_}", **fields)


def rects(svg: str, css: str) -> list[tuple[str, str]]:
    return re.findall(rf'<rect class="{css}" x="([^"]+)" width="([^"]+)"', svg)


@pytest.mark.parametrize(("share", "text"), [(0, "0%"), (1, "100%"), (0.125, "12.5%"), (1 / 3, "33.333%")])
def test_shares_are_written_short(share: float, text: str) -> None:
    assert percent(share) == text


def test_phases_follow_each_other_on_the_axis() -> None:
    svg = field([bar("a", 2)], TWO_YEARS)
    assert rects(svg, "c-prep") == [(percent(2 / 24), percent(3 / 24))]
    assert rects(svg, "c-solid") == [(percent(5 / 24), percent(4 / 24))]
    assert rects(svg, "c-settle") == [(percent(9 / 24), percent(3 / 24))]


def test_what_lies_outside_the_window_is_cut_off() -> None:
    svg = field([bar("a", -5)], TWO_YEARS)
    assert rects(svg, "c-prep") == []
    assert rects(svg, "c-solid") == [("0%", percent(2 / 24))]
    assert rects(field([bar("a", 22)], TWO_YEARS), "c-solid") == []


def test_a_kept_deadline_is_ink_and_a_missed_one_red() -> None:
    assert "c-ink" in field([bar("a", 0, deadline=7)], TWO_YEARS)
    missed = field([bar("a", 0, deadline=6)], TWO_YEARS)
    assert "c-bad" in missed
    assert "c-ink" not in missed


def test_arrows_join_rows_and_become_stubs_from_elsewhere() -> None:
    rows = [bar("a", 0), bar("b", 8)]
    assert field(rows, TWO_YEARS, arrows=[Arrow("a", "b")]).count('<line class="c-dep"') == 2
    assert field(rows, TWO_YEARS, arrows=[Arrow("elsewhere", "b")]).count('<path class="c-dep"') == 1
    assert "c-dep" not in field(rows, TWO_YEARS, arrows=[Arrow("a", "elsewhere")])


def test_months_over_the_limit_and_frozen_ones_lie_behind() -> None:
    svg = field([bar("a", 0)], TWO_YEARS, over={3, 4, 9}, frozen=[(6, 6)])
    assert rects(svg, "c-breach") == [(percent(3 / 24), percent(2 / 24)), (percent(9 / 24), percent(1 / 24))]
    assert rects(svg, "c-freeze") == [(percent(6 / 24), percent(1 / 24))]
    assert svg.index("c-breach") < svg.index("c-solid")


def test_a_wish_without_a_place_shows_where_it_nearly_fits_and_where_there_is_room() -> None:
    svg = field([Ghost(missed=(2, 5), free=(7, 10))], TWO_YEARS)
    assert ("mangler plads" in svg, "ledigt vindue" in svg) == (True, True)
    assert "ledigt vindue" not in field([Ghost(missed=(2, 5), free=(40, 44))], TWO_YEARS)


def test_the_axis_has_quarters_and_as_many_months_as_there_is_room_for() -> None:
    assert axis(TWO_YEARS).count("kvt.") == 8
    assert axis(TWO_YEARS).count(">j<") == 6
    year = axis(Window(Month(2027, 4), 12))
    assert all(f">{name}<" in year for name in ("apr", "maj", "okt", "mar", "2027", "2028"))
    four = axis(Window(Month(2027, 1), 48))
    assert four.count("kvt.") == 16
    assert ">j<" not in four


def test_titles_are_text_never_markup() -> None:
    row = Bar("a", 0, 1, 2, 3, title='<img src=x onerror="alert(1)">')
    assert "<img" not in field([row], TWO_YEARS)


def test_the_key_names_every_shape() -> None:
    assert all(word in key() for word in ("forberedelse", "udrulning", "indkøring", "frist", "kræver først"))


def test_money_over_the_frame_is_red_and_said() -> None:
    svg = money_bars(
        [MoneyYear(2027, 3_000_000, 1_000_000, 5_000_000), MoneyYear(2028, 3_000_000, 3_500_000, 5_000_000)],
        label="Anlæg",
    )
    assert "1,0 ledig" in svg
    assert "1,5 over" in svg
    assert len(rects(svg, "c-bad")) == 1
    assert "2028: 6,5 mio. kr., over rammen på 5,0 mio. kr." in svg


def test_money_without_a_frame_says_so() -> None:
    svg = money_bars([MoneyYear(2031, 0, 2_000_000, None)], label="Drift")
    assert "ingen ramme" in svg
    assert "c-frame" not in svg


def test_savings_draw_no_bar_but_count() -> None:
    svg = money_bars([MoneyYear(2027, 0, -1_000_000, 2_000_000)], label="Drift")
    assert "3,0 ledig" in svg
    assert rects(svg, "c-mid") == rects(svg, "c-solid") == []
