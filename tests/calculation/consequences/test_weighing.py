"""Consequences of a yes, held against the checker on municipal questions and by hand on a small one."""

import json
from dataclasses import replace

import pytest
from tests.calculation.planner.cases import MUST, initiative, problem, unit
from tests.calculation.planner.explained import MUNICIPAL, breaches, problem_called, starts_of

from takt.calculation.consequences import Effect, Mark, Weighed, weigh
from takt.calculation.consequences.effects import mark_of, read_weighed
from takt.calculation.planner.breach import Breach
from takt.calculation.planner.problem import Change, Frame, Freeze, Initiative, Problem, Role, Spending
from takt.calculation.planner.usage import Resource

OVER = (Mark.OVER, Mark.OVER_ALREADY)
SHARED = {str(resource) for resource in Resource}


def broken(found: tuple[Breach, ...]) -> set[tuple[str, str]]:
    """(kind, id) of the shared limits that the checker objects to."""
    return {(str(breach.kind), breach.id) for breach in found if str(breach.kind) in SHARED}


def worse(before: tuple[Breach, ...], after: tuple[Breach, ...]) -> list[Breach]:
    """What is objected to after, and was not, or not as much, before."""

    def what(breach: Breach) -> object:
        whose = "" if str(breach.kind) in SHARED else breach.initiatives
        return breach.kind, breach.id, breach.month, breach.year, breach.quarter, whose

    was = {what(each): each.over for each in before}
    return [each for each in after if each.over > was.get(what(each), -1)]


def with_half(asked: Problem) -> Problem:
    """Half the money, half the days and half the ceilings."""

    def halved(hours: tuple[int | None, ...]) -> tuple[int | None, ...]:
        return tuple(None if one is None else one // 2 for one in hours)

    return replace(
        asked,
        units=tuple(replace(each, ceiling_hours=halved(each.ceiling_hours)) for each in asked.units),
        roles=tuple(replace(each, days=tuple(one // 2 for one in each.days)) for each in asked.roles),
        frames=tuple(
            replace(each, dkk={year: dkk // 2 for year, dkk in each.dkk.items()}) for each in asked.frames
        ),
    )


def left_out(name: str) -> list[str]:
    return [one.id for one in problem_called(name).initiatives if one.id not in starts_of(name)]


@pytest.mark.parametrize("half", [False, True], ids=["as_asked", "with_half"])
@pytest.mark.parametrize("name", MUNICIPAL)
def test_the_checker_agrees_with_every_row(name: str, half: bool) -> None:  # noqa: FBT001
    asked = with_half(problem_called(name)) if half else problem_called(name)
    starts = starts_of(name)
    before = breaches(asked, starts)
    for id_ in left_out(name):
        weighed = weigh(asked, starts, id_)
        if weighed.start is None:
            continue
        after = breaches(asked, {**starts, id_: weighed.start})
        for effect in weighed.effects:
            key = (str(effect.resource), effect.id)
            if effect.mark is Mark.OVER:
                assert key in broken(after), (id_, effect)
            if effect.mark in (Mark.ROOM, Mark.NEAR) and not effect.is_tail:
                assert key not in broken(after) - broken(before), (id_, effect)
        objected = {kind for kind, _ in broken(after) - broken(before)}
        assert objected <= {str(each.resource) for each in weighed.effects if each.mark in OVER}, id_
        assert bool(weighed.breaches or weighed.obstacles) == bool(worse(before, after)), id_


def test_the_municipal_questions_try_the_verdicts() -> None:
    asked = with_half(problem_called("50x36-2"))
    wishes = left_out("50x36-2")[::3]
    marks = {effect.mark for id_ in wishes for effect in weigh(asked, starts_of("50x36-2"), id_).effects}

    assert marks >= {Mark.ROOM, Mark.NEAR, Mark.OVER, Mark.OVER_ALREADY}


def house(*initiatives: Initiative, drift: int = 2_000, **said: object) -> Problem:
    """Two years; 10 days a month of one role, a ceiling of 40 hours, 1.000 to invest a year."""
    return problem(
        *initiatives,
        months=24,
        units=(replace(unit("whole"), ceiling_hours=(40,) * 24, headcount=10),),
        roles=(Role("pl", "Projektledere", (10,) * 24),),
        frames=(
            Frame("anlaeg", "Anlæg", {2027: 1_000, 2028: 1_000}),
            Frame("drift", "Drift", {2027: drift, 2028: drift}),
        ),
        **said,
    )


def wish(id_: str, **said: object) -> Initiative:
    """600 in the month before it goes live, then 50 a month; 6 days and 20 hours in that month."""
    return initiative(
        id_,
        money=(Spending("anlaeg", (600,), 0), Spending("drift", (), 50)),
        staff={"pl": (6,)},
        change=(Change("whole", (20,)),),
        **said,
    )


def by_id(weighed: Weighed) -> dict[str, Effect]:
    return {f"{'tail ' if each.is_tail else ''}{each.id}": each for each in weighed.effects}


class TestOneWish:
    def test_it_is_tried_where_least_is_in_the_way(self) -> None:
        """2027 has money for one of them only, so the second is tried in January 2028."""
        weighed = weigh(house(wish("a"), wish("b")), {"a": 0}, "b")

        assert (weighed.start, weighed.is_placed, weighed.breaches) == (12, False, ())
        effects = by_id(weighed)
        assert (effects["anlaeg"].year, effects["anlaeg"].before, effects["anlaeg"].after) == (2028, 0, 600)
        assert (effects["tail drift"].before, effects["tail drift"].after) == (600, 1_150)
        assert (effects["pl"].year, effects["pl"].part, effects["pl"].after) == (2028, 1, 6)
        assert effects["whole"].after == 20
        assert {each.mark for each in weighed.effects} == {Mark.ROOM}

    def test_one_in_the_plan_is_weighed_where_it_stands(self) -> None:
        asked = house(wish("a"), wish("b"))

        weighed = weigh(asked, {"a": 0, "b": 0}, "b")

        assert (weighed.start, weighed.is_placed) == (0, True)
        effects = by_id(weighed)
        assert effects["anlaeg"].mark is effects["pl"].mark is Mark.OVER
        assert (effects["whole"].before, effects["whole"].after, effects["whole"].mark) == (20, 40, Mark.NEAR)
        assert weighed.breaches == (
            ("Anlæg: Der mangler 200 kr. i 2027.", "Anlæg: DKK 200 missing in 2027."),
            (
                "Projektledere: Der mangler 2 dage i januar 2027.",
                "Projektledere: 2 days missing in January 2027.",
            ),
        )

    def test_the_others_are_the_same_whether_it_is_in_the_plan_or_not(self) -> None:
        asked = house(wish("a"), wish("b"))

        placed, tried = weigh(asked, {"a": 0, "b": 12}, "b"), weigh(asked, {"a": 0}, "b")

        assert placed.effects == tried.effects

    def test_what_was_over_before_is_said_to_have_been(self) -> None:
        asked = house(wish("a"), wish("b"), drift=500)

        weighed = weigh(asked, {"a": 0}, "b")

        assert by_id(weighed)["tail drift"].mark is Mark.OVER_ALREADY
        assert any("Drift" in da for da, _ in weighed.breaches)

    def test_a_frame_it_does_not_touch_is_unchanged(self) -> None:
        weighed = weigh(house(wish("a"), initiative("b", staff={"pl": (1,)})), {"a": 0}, "b")

        assert {each.id: each.mark for each in weighed.effects} == {
            "anlaeg": Mark.UNCHANGED,
            "drift": Mark.UNCHANGED,
            "pl": Mark.ROOM,
        }

    def test_a_duty_adds_to_the_deadlines_that_are_met(self) -> None:
        asked = house(wish("a"), wish("law", obligation=MUST, latest_go_live=20))

        met = weigh(asked, {"a": 0}, "law").deadlines

        assert (met.before, met.after, met.there_are) == (0, 1, 1)

    def test_a_duty_that_is_late_stands_in_the_way(self) -> None:
        asked = house(wish("law", obligation=MUST, latest_go_live=2))

        weighed = weigh(asked, {"law": 5}, "law")

        assert weighed.deadlines.after == 0
        assert weighed.obstacles[-1][0] == "Fristen overskrides med 4 måneder."

    def test_a_freeze_stands_in_the_way(self) -> None:
        asked = house(wish("a"), freezes=(Freeze(0, 30, None),))

        assert "frysperiode" in weigh(asked, {}, "a").obstacles[0][0]

    def test_what_is_longer_than_the_plan_cannot_be_weighed(self) -> None:
        weighed = weigh(house(wish("a", roll_out=30)), {}, "a")

        assert (weighed.start, weighed.effects) == (None, ())
        assert "før planen slutter" in weighed.obstacles[0][0]

    def test_a_wish_the_question_does_not_know_is_an_error(self) -> None:
        with pytest.raises(KeyError):
            weigh(house(wish("a")), {}, "b")


@pytest.mark.parametrize(
    ("before", "after", "there_is", "mark"),
    [
        (10, 50, 100, Mark.ROOM),
        (10, 89, 100, Mark.ROOM),
        (10, 90, 100, Mark.NEAR),
        (10, 100, 100, Mark.NEAR),
        (10, 101, 100, Mark.OVER),
        (100, 101, 100, Mark.OVER),
        (101, 101, 100, Mark.OVER_ALREADY),
        (101, 120, 100, Mark.OVER_ALREADY),
        (120, 100, 100, Mark.NEAR),
        (95, 95, 100, Mark.UNCHANGED),
        (0, 10**9, None, Mark.ROOM),
        (0, 1, 0, Mark.OVER),
    ],
)
def test_the_verdict_of_a_limit(before: int, after: int, there_is: int | None, mark: Mark) -> None:
    assert mark_of(before, after, there_is) is mark


@pytest.mark.parametrize("name", MUNICIPAL)
def test_what_is_kept_is_what_was_weighed(name: str) -> None:
    for id_ in left_out(name):
        weighed = weigh(problem_called(name), starts_of(name), id_)
        assert read_weighed(json.loads(json.dumps(weighed.as_json()))) == weighed
