"""A wish for a start is kept by every plan, or refused with the reason, and never costs a duty its deadline."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.calculation.planner.explained import TINY, breaches, problem_called, starts_of
from tests.calculation.planner.test_broken import PROBLEM, initiative

from takt.calculation.planner.pinning import Wish, lifted, pinned
from takt.calculation.planner.problem import Frame, Obligation, Problem, Requirement
from takt.calculation.planner.solve import Effort, solve
from takt.calculation.planner.usage import months_late


def with_one(problem: Problem, id_: str, **fields: object) -> Problem:
    changed = (replace(one, **fields) if one.id == id_ else one for one in problem.initiatives)  # type: ignore[arg-type]
    return replace(problem, initiatives=tuple(changed))


def why(problem: Problem, *wishes: Wish) -> list[str]:
    return [one.da for one in pinned(problem, wishes, {}).not_kept]


def test_a_kept_wish_starts_in_its_month_and_the_question_can_be_had_back() -> None:
    asked = pinned(PROBLEM, [Wish("a", 3)], {})

    assert solve(asked.problem, effort=Effort.QUICK).start["a"] == 3
    assert not asked.not_kept
    assert lifted(asked.problem, asked.kept) == PROBLEM


def test_a_wish_without_value_is_kept_all_the_same() -> None:
    worthless = with_one(PROBLEM, "a", points_per_year=0)

    assert solve(pinned(worthless, [Wish("a", 8)], {}).problem, effort=Effort.QUICK).start["a"] == 8


def test_what_is_refused_leaves_the_question_as_it_was() -> None:
    asked = pinned(PROBLEM, [Wish("a", 4)], {})

    assert asked.problem == PROBLEM
    assert [one.wish for one in asked.not_kept] == [Wish("a", 4)]


@pytest.mark.parametrize(
    ("problem", "wish", "reason"),
    [
        (PROBLEM, Wish("c", 2), "Det er allerede i gang."),
        (PROBLEM, Wish("a", 4), "Det går i drift i juli 2027, som er en frysperiode."),
        (PROBLEM, Wish("a", 11), "Det når ikke at gå i drift, før planen slutter. Der mangler 2 måneder."),
        (with_one(PROBLEM, "a", earliest_start=5), Wish("a", 1), "Det må tidligst starte i juni 2027."),
        (with_one(PROBLEM, "a", latest_go_live=4), Wish("a", 3), "Det går i drift efter fristen, maj 2027."),
        (
            replace(PROBLEM, frames=(Frame("anlaeg", "Anlæg", {2027: 120}),)),
            Wish("a", 3),
            "Anlæg: Der mangler 30 kr. i 2027.",
        ),
        (
            with_one(PROBLEM, "a", requires=(Requirement("b", 0),)),
            Wish("a", 1),
            "Det kræver Ønske b (b), som ikke kan nå at være i drift inden da.",
        ),
    ],
)
def test_the_reason_is_said(problem: Problem, wish: Wish, reason: str) -> None:
    assert why(problem, wish) == [reason]


def test_a_duty_comes_before_a_wish() -> None:
    duty = replace(initiative("d"), obligation=Obligation.MUST, latest_go_live=2, staff={"pl": (18, 5)})
    crowded = replace(PROBLEM, initiatives=(*PROBLEM.initiatives[:2], duty))

    assert why(crowded, Wish("a", 0)) == ["Så bliver Ønske d (d), som skal gennemføres, forsinket."]
    assert why(crowded, Wish("a", 2)) == []


def test_of_two_that_collide_the_first_is_kept() -> None:
    narrow = replace(PROBLEM, frames=(Frame("anlaeg", "Anlæg", {2027: 360}),))

    asked = pinned(narrow, [Wish("b", 3), Wish("a", 2)], {})

    assert [one.wish.id for one in asked.kept] == ["b"]
    assert [one.wish.id for one in asked.not_kept] == ["a"]


def test_a_list_to_choose_one_from_keeps_its_one() -> None:
    """Of 1 and 4 exactly one must be chosen, and both need the money that 3 would take so early."""
    asked = pinned(problem_called("tiny-17"), [Wish("2026-0003", 0)], starts_of("tiny-17"))
    [refused] = asked.not_kept
    assert refused.da.endswith("og én af dem skal vælges.")
    assert "2026-0001" in refused.da
    assert "2026-0004" in refused.da


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_every_kept_wish_is_kept_by_the_plan_which_is_no_later_than_without(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(TINY))
    problem, before = problem_called(name), starts_of(name)
    movable = [one.id for one in problem.initiatives]
    wishes = [
        Wish(id_, data.draw(st.integers(0, problem.months)))
        for id_ in data.draw(st.lists(st.sampled_from(movable), min_size=1, max_size=3, unique=True))
    ]
    asked = pinned(problem, wishes, before)

    plan = solve(asked.problem, effort=Effort.QUICK)

    assert {one.wish.id: one.wish.start for one in asked.kept}.items() <= plan.start.items()
    assert breaches(lifted(asked.problem, asked.kept), plan.start) == ()
    assert months_late(problem, plan.start) <= months_late(problem, before)
