"""A window is free exactly when the checker would let something be rolled out there."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.calculation.planner.explained import MUNICIPAL, TINY, lawful, problem_called, starts_of
from tests.calculation.planner.test_broken import PROBLEM, STARTS, initiative

from takt.calculation.planner.explain import Situation
from takt.calculation.planner.problem import Change, Freeze, Problem
from takt.calculation.planner.window_sentences import WindowText, window_sentences
from takt.calculation.planner.windows import FreeWindow, RollOut, Room, rollout_windows, share


def said(asked: RollOut, problem: Problem = PROBLEM) -> WindowText:
    return window_sentences(rollout_windows(Situation.of(problem, STARTS), asked))


def starts_in(room: Room) -> set[int]:
    return {start for one in room.windows for start in range(one.first, one.latest + 1)}


def with_roll_out(problem: Problem, asked: RollOut) -> Problem:
    """The same as an initiative of the question."""
    new = replace(
        initiative("new"),
        prepare=0,
        roll_out=asked.months,
        settle=0,
        money=(),
        staff={},
        change=tuple(Change(unit, (hours,) * asked.months) for unit, hours in asked.hours.items() if hours),
    )
    return replace(problem, initiatives=(*problem.initiatives, new))


def test_the_first_window_is_said_in_a_sentence_and_all_are_listed() -> None:
    text = said(RollOut({"u2": 45}, 2))

    assert text.headline == "Det første ledige vindue er april–maj 2027, med idriftsættelse i juni 2027"
    assert text.windows == (
        "Start i april 2027: udrulning i april–maj 2027, i drift i juni 2027",
        "Start i en af månederne juni–oktober 2027: i drift i august–december 2027",
    )
    assert (text.binds, text.takes) == ((), ())


def test_not_before_the_month_that_was_asked_for() -> None:
    room = rollout_windows(Situation.of(PROBLEM, STARTS), RollOut({"u2": 45}, 2, first=7))

    assert room.windows == (FreeWindow(7, 9),)


def test_where_there_is_none_it_is_said_what_binds_and_what_it_takes() -> None:
    text = said(RollOut({"u2": 60}, 2))

    assert text.headline == "Der er ikke plads til 60 timer om måneden i 2 måneder inden for planen"
    assert text.binds[0] == "Mindst mangler der ved start i april 2027."
    assert "Loftet er 1,0." in text.binds[1]
    assert text.takes[0].startswith("Hæv loftet i Skolen")
    assert "Med 83 % af timerne er der plads fra april 2027." in text.takes


def test_a_freeze_alone_can_close_every_window() -> None:
    frozen = replace(PROBLEM, freezes=(Freeze(0, 11, frozenset({"u2"})),))
    text = said(RollOut({"u2": 1}, 1), frozen)

    assert any("frysperiode" in line for line in text.binds)
    assert any(line.startswith("Tillad idriftsættelse i frysperioden") for line in text.takes)


def test_longer_than_the_plan() -> None:
    assert said(RollOut({"u2": 1}, 12)).headline == "Udrulningen når ikke at slutte, før planen gør"


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_checker_agrees_about_every_start(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from((*TINY, *MUNICIPAL)))
    problem, starts = problem_called(name), starts_of(name)
    if not problem.units:
        return
    units = [unit.id for unit in problem.units]
    asked = RollOut(
        data.draw(st.dictionaries(st.sampled_from(units), st.integers(1, 400), min_size=1, max_size=3)),
        data.draw(st.integers(1, 4)),
    )
    with_new = with_roll_out(problem, asked)

    free = starts_in(rollout_windows(Situation.of(problem, starts), asked))

    tried = range(max(0, problem.months - asked.months))
    assert free == {start for start in tried if lawful(with_new, {**starts, "new": start})}


@pytest.mark.parametrize("name", MUNICIPAL)
def test_the_share_that_fits_is_the_largest(name: str) -> None:
    problem = problem_called(name)
    situation = Situation.of(problem, starts_of(name))
    asked = RollOut({unit.id: 20 * max(1, unit.headcount) for unit in problem.units[-2:]}, 3)
    room = rollout_windows(situation, asked)

    assert not room.windows
    assert room.percent < 100
    if room.percent:
        assert rollout_windows(situation, share(asked, room.percent)).windows[0].first == room.percent_from
    assert not rollout_windows(situation, share(asked, room.percent + 1)).windows
