"""What the planner is asked, from rows of limits."""

from decimal import Decimal
from typing import Any

import pytest

from takt.calculation.planner.problem import Month, Spending
from takt.governance.planning.limits.asked import (
    Asked,
    House,
    HouseRole,
    HouseUnit,
    asked,
    effective_ceilings,
)
from tests.governance.planning.limits.proposing import COMMITTEE, frame

HOUSE = House(
    units=[
        HouseUnit(1, "Fjordby Kommune", None, 4600),
        HouseUnit(2, "Ældre og Sundhed", 1, 1620),
        HouseUnit(3, "Hjemmeplejen Nord", 2, 184),
    ],
    roles=[HouseRole("pl", "Projektleder", {Month(2027, 1): 40})],
)
POST = {
    "role": "Projektleder",
    "what": "Fast",
    "absence": False,
    "full_time": "2",
    "first": "2027-01",
    "latest": None,
}


def ask(months: int = 24, **content: Any) -> Asked:
    return asked(content, HOUSE, first_month=Month(2027, 1), months=months)


def test_without_committees_there_are_the_two_frames_of_the_whole() -> None:
    found = ask(frames=[frame(y2027=5)])

    assert [(one.id, dict(one.dkk)) for one in found.frames] == [("anlaeg", {2027: 5}), ("drift", {})]
    money = (Spending("anlaeg", (1,), 0),)
    assert found.counted_in(money, 3) == money


def test_a_committee_counts_what_its_units_and_all_below_spend_and_so_does_the_whole() -> None:
    found = ask(frames=[frame(y2027=9), frame(committee="Sundhedsudvalget", y2027=4)], committees=[COMMITTEE])

    assert [one.id for one in found.frames] == ["anlaeg", "drift", "anlaeg/Sundhedsudvalget"]
    assert found.frames[2].name == "Anlæg, Sundhedsudvalget"
    spent = (Spending("anlaeg", (1,), 0), Spending("drift", (), 2))
    assert [one.frame for one in found.counted_in(spent, 3)] == ["anlaeg", "drift", "anlaeg/Sundhedsudvalget"]
    assert [one.frame for one in found.counted_in(spent, 1)] == ["anlaeg", "drift"]


def test_money_counted_twice_is_counted_anew_and_not_thrice() -> None:
    found = ask(frames=[frame(committee="Sundhedsudvalget", y2027=4)], committees=[COMMITTEE])
    once = found.counted_in((Spending("anlaeg", (1,), 0),), 3)

    assert found.counted_in(once, 3) == once
    assert ask().counted_in(once, 3) == (Spending("anlaeg", (1,), 0),)


def test_everything_is_in_the_prices_of_the_first_year() -> None:
    prices = [
        {"year": 2028, "running": "5", "investment": "2.5", "source": "KL"},
        {"year": 2029, "running": "0", "investment": "10", "source": "KL"},
    ]
    found = ask(
        frames=[frame(price_year=2027, y2029=1_000_000), frame("running", y2028=1_050_000)], prices=prices
    )

    assert dict(found.frames[0].dkk) == {2029: 1_000_000}, "in the prices of 2027 already"
    assert dict(found.frames[1].dkk) == {2028: 1_000_000}, "in the prices of the year itself"


def test_posts_and_absence_give_days_and_a_role_without_posts_keeps_what_was_written() -> None:
    terms = [{"name": "Projektleder", "share": 50, "absence": 0}]
    away = POST | {
        "what": "Fravær",
        "absence": True,
        "full_time": "1",
        "first": "2027-02",
        "latest": "2027-02",
    }

    assert ask(months=3, roles=terms, posts=[POST, away]).roles[0].days == (20, 10, 20)
    assert ask(months=2).roles[0].days == (40, 0)


def test_a_post_that_ends_gives_no_days_after() -> None:
    assert ask(months=2, posts=[POST | {"latest": "2027-01"}]).roles[0].days == (40, 0)


def test_a_ceiling_is_inherited_and_the_go_lives_are_not() -> None:
    rows = [{"unit": "Ældre og Sundhed", "hours": "2.5", "go_lives": 4}]
    found = ask(months=1, ceilings=rows)

    assert [unit.ceiling_hours for unit in found.units] == [(None,), (4050,), (460,)]
    assert [unit.max_go_lives_per_quarter for unit in found.units] == [None, 4, None]
    assert effective_ceilings(rows, HOUSE)[3].unit == "Ældre og Sundhed"
    assert effective_ceilings(rows, HOUSE)[3].hours == Decimal("2.5")


@pytest.mark.parametrize(
    ("first", "latest", "yearly", "expected"),
    [
        ("2027-07", "2027-07", True, [(6, 6), (18, 18)]),
        ("2025-12", "2026-01", True, [(-1, 0), (11, 12), (23, 24)]),
        ("2028-11", None, False, [(22, 22)]),
        ("2030-01", None, True, []),
    ],
)
def test_a_yearly_freeze_comes_every_year_of_the_horizon(
    first: str, latest: str | None, yearly: object, expected: list[tuple[int, int]]
) -> None:
    row = {"why": "Ferie", "first": first, "latest": latest, "yearly": yearly, "units": ["Hjemmeplejen Nord"]}
    found = ask(freezes=[row])

    assert [(one.first, one.latest) for one in found.freezes] == expected
    assert found.freeze_reasons == ("Ferie",) * len(expected)
    assert all(one.units == {"u3"} for one in found.freezes)
