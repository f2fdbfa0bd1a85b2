"""What a plan breaks when its limits are exchanged."""

from dataclasses import replace

import pytest

from takt.calculation.planner.breach import Kind
from takt.calculation.planner.broken import Broken, broken_by
from takt.calculation.planner.problem import (
    Change,
    Frame,
    Freeze,
    Initiative,
    Month,
    Obligation,
    Problem,
    Role,
    Spending,
    Unit,
)


def initiative(id_: str, dkk: int = 100, *, fixed_start: int | None = None) -> Initiative:
    """One month of preparation and one of roll-out: in use two months after its start."""
    return Initiative(
        id=id_,
        title=f"Ønske {id_}",
        obligation=Obligation.COULD,
        prepare=1,
        roll_out=1,
        settle=1,
        earliest_start=0,
        latest_go_live=None,
        fixed_start=fixed_start,
        announced_start=None,
        points_per_year=12,
        points_at_go_live=0,
        money=(Spending("anlaeg", (dkk, 0), 0),),
        staff={"pl": (5, 5)},
        change=(Change("u2", (0, 10, 10)),),
    )


PROBLEM = Problem(
    title="",
    first_month=Month(2027, 1),
    months=12,
    initiatives=(initiative("a"), initiative("b", 300), initiative("c", 50, fixed_start=0)),
    units=(
        Unit("u1", "Fjordby", None, 100, (100,) * 12, None),
        Unit("u2", "Skolen", "u1", 50, (50,) * 12, 3),
    ),
    roles=(Role("pl", "Projektleder", (20,) * 12),),
    frames=(Frame("anlaeg", "Anlæg", {2027: 500}),),
    freezes=(Freeze(6, 6, None),),
)
STARTS = {"a": 0, "b": 0, "c": 0}


def under(**limits: object) -> tuple[Broken, ...]:
    return broken_by(replace(PROBLEM, **limits), STARTS, before=PROBLEM)  # type: ignore[arg-type]


def test_nothing_is_broken_by_the_limits_it_was_made_under() -> None:
    assert under() == ()


def test_a_lower_frame_names_how_much_and_who_uses_it_with_what_can_be_moved_first() -> None:
    (found,) = under(frames=(Frame("anlaeg", "Anlæg", {2027: 400}),))

    assert (found.breach.kind, found.breach.year, found.breach.over) == (Kind.MONEY, 2027, 50)
    assert [(user.id, user.amount, user.is_fixed) for user in found.used_by] == [
        ("b", 300, False),
        ("a", 100, False),
        ("c", 50, True),
    ]


def test_fewer_days_break_every_month_in_which_they_were_used() -> None:
    found = under(roles=(Role("pl", "Projektleder", (14, 20, *(20,) * 10)),))

    assert [(one.breach.month, one.breach.over) for one in found] == [(Month(2027, 1), 1)]


def test_a_lower_ceiling_breaks_in_the_unit_and_not_above_it() -> None:
    lower = replace(PROBLEM.units[1], ceiling_hours=(29,) * 12)
    found = under(units=(PROBLEM.units[0], lower))

    assert {(one.breach.kind, one.breach.id) for one in found} == {(Kind.LOAD, "u2")}
    assert [one.breach.month for one in found] == [Month(2027, 2), Month(2027, 3)]


def test_fewer_go_lives_break_the_quarter() -> None:
    (found,) = under(units=(PROBLEM.units[0], replace(PROBLEM.units[1], max_go_lives_per_quarter=2)))

    assert (found.breach.kind, found.breach.quarter, found.breach.over) == (Kind.GO_LIVES, (2027, 1), 1)


@pytest.mark.parametrize(("units", "broken"), [(None, 3), (frozenset({"u1"}), 3), (frozenset({"u3"}), 0)])
def test_a_new_freeze_breaks_what_goes_live_in_it_and_below_it(
    units: frozenset[str] | None, broken: int
) -> None:
    others = (*PROBLEM.units, Unit("u3", "Biblioteket", "u1", 10, (None,) * 12, None))
    found = under(units=others, freezes=(Freeze(2, 2, units),))

    assert [one.breach.kind for one in found] == [Kind.FREEZE] * broken


def test_what_those_under_way_break_alone_is_told_and_said_to_be_fixed() -> None:
    alone = broken_by(
        replace(PROBLEM, frames=(Frame("anlaeg", "Anlæg", {2027: 20}),)), {"c": 0}, before=PROBLEM
    )

    assert [(one.breach.over, one.used_by[0].is_fixed) for one in alone] == [(30, True)]


def test_what_was_broken_before_is_nothing_new_unless_it_gets_worse() -> None:
    broken = replace(PROBLEM, frames=(Frame("anlaeg", "Anlæg", {2027: 400}),))

    assert broken_by(broken, STARTS, before=broken) == ()
    worse = replace(PROBLEM, frames=(Frame("anlaeg", "Anlæg", {2027: 300}),))
    assert [one.breach.over for one in broken_by(worse, STARTS, before=broken)] == [150]
