"""Wishes for a start, in futures where they can and cannot be kept."""

from dataclasses import replace

from tests.calculation.planner.test_broken import PROBLEM

from takt.calculation.planner.pinning import Wish, pinned, wishes_in
from takt.calculation.planner.problem import Frame
from takt.calculation.planner.solve import Effort, solve
from takt.calculation.scenarios.applying import changed
from takt.calculation.scenarios.changes import Drop, FrameBy

ASKED = pinned(PROBLEM, [Wish("b", 3)], {}).problem


def test_a_wish_is_read_from_the_question_that_keeps_it() -> None:
    assert wishes_in(ASKED) == (Wish("b", 3),)
    assert wishes_in(PROBLEM) == ()
    assert wishes_in(replace(PROBLEM, choose_one=(("a",),))) == ()


def test_it_is_kept_where_it_still_can_be() -> None:
    future = changed(ASKED, [FrameBy(None, -10)])

    assert wishes_in(future) == (Wish("b", 3),)
    assert solve(future, effort=Effort.QUICK).start["b"] == 3


def test_a_future_is_not_impossible_because_of_a_wish() -> None:
    future = changed(ASKED, [FrameBy(None, -40)])

    assert future.choose_one == ()
    assert "b" not in solve(future, effort=Effort.QUICK).start


def test_it_can_be_taken_out() -> None:
    assert "b" not in changed(ASKED, [Drop("b")]).initiative


def test_without_a_change_the_question_is_the_same() -> None:
    assert replace(changed(ASKED, []), sha256="") == ASKED
    assert PROBLEM.frames == (Frame("anlaeg", "Anlæg", {2027: 500}),)
