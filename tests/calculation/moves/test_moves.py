"""Each kind of reason, from two small plans."""

from dataclasses import replace

import pytest
from tests.calculation.planner.cases import initiative, problem

from takt.calculation.moves import Cause, moves, sentence
from takt.calculation.planner.explain import Situation
from takt.calculation.planner.problem import Frame, Freeze, Month, Obligation, Problem, Role, Spending

LEADERS = Role("pl", "Projektledere", (10,) * 6)


def asked(*which: str, days: int = 10, frame: int = 1_000) -> Problem:
    """Two months each, all of the leaders' days, and 500 DKK."""
    return problem(
        *(
            initiative(
                id_,
                prepare=1,
                roll_out=1,
                points_per_year=12,
                staff={"pl": (10, 10)},
                money=(Spending("anlaeg", (500, 0), 0),),
            )
            for id_ in which
        ),
        roles=(replace(LEADERS, days=(days,) * 6),),
        frames=(Frame("anlaeg", "Anlæg", {2027: frame}),),
        first_month=Month(2027, 1),
        months=6,
    )


def reason(
    before: Problem, was: dict[str, int], after: Problem, becomes: dict[str, int], id_: str = "a"
) -> str:
    found = moves(Situation.of(before, was), Situation.of(after, becomes))
    one = next(moved for moved in found if moved.id == id_)
    assert sentence(one.reason, "en")
    return f"{one.reason.cause}: {sentence(one.reason, 'da')}"


def test_what_stays_is_no_move() -> None:
    assert moves(Situation.of(asked("a"), {"a": 1}), Situation.of(asked("a"), {"a": 1})) == []


def test_months_are_counted_on_the_calendar() -> None:
    later = replace(asked("a"), first_month=Month(2027, 2))
    assert moves(Situation.of(asked("a"), {"a": 2}), Situation.of(later, {"a": 1})) == []


def test_displaced_by_another() -> None:
    said = reason(asked("a", "b"), {"a": 0, "b": 2}, asked("a", "b"), {"a": 2, "b": 0})
    assert said == (
        "displaced: Pladsen bruges nu af b. Ved start i januar 2027: Projektledere mangler 20 dage."
    )


def test_a_limit_that_was_lowered() -> None:
    said = reason(asked("a"), {"a": 0}, asked("a", frame=400), {})
    assert said == "narrower: En grænse er sænket. Ved start i januar 2027: Anlæg mangler 100 kr.."


def test_a_limit_that_was_raised() -> None:
    assert reason(asked("a", frame=400), {}, asked("a"), {"a": 0}).startswith("wider: En grænse er hævet")


def test_room_after_another() -> None:
    said = reason(asked("a", "b"), {"a": 2, "b": 0}, asked("a", "b"), {"a": 0, "b": 3})
    assert said.startswith("released: Der er blevet plads efter b: Projektledere i januar")


def test_a_freeze_that_came() -> None:
    frozen = replace(asked("a"), freezes=(Freeze(2, 2, None),))
    said = reason(asked("a"), {"a": 0}, frozen, {"a": 1})
    assert said == "obstacle: Start i januar 2027 går ikke længere: idriftsættelsen rammer en frysperiode."


def test_its_own_estimate() -> None:
    [one] = asked("a").initiatives
    dearer = replace(asked("a"), initiatives=(replace(one, money=(Spending("anlaeg", (600, 0), 0),)),))
    assert reason(asked("a"), {"a": 0}, dearer, {"a": 1}) == "estimate: Skønnet er ændret: penge."


def test_a_new_wish_a_new_duty_and_one_that_is_gone() -> None:
    assert reason(asked("b"), {}, asked("a", "b"), {"a": 0}).startswith(Cause.NEW)
    assert reason(asked("a"), {"a": 0}, asked("b"), {}).startswith(Cause.GONE)
    [one] = asked("a").initiatives
    duty = replace(asked("a"), initiatives=(replace(one, obligation=Obligation.MUST),))
    assert reason(asked("a"), {"a": 1}, duty, {"a": 0}).startswith(Cause.DUTY)


def test_a_start_that_has_passed() -> None:
    later = replace(asked("a"), first_month=Month(2027, 2))
    assert reason(asked("a"), {"a": 0}, later, {"a": 0}) == (
        "passed: Den hidtidige start, januar 2027, er passeret."
    )


def test_nothing_forces_it() -> None:
    assert reason(asked("a"), {"a": 0}, asked("a"), {"a": 1}).startswith(Cause.WHOLE)


@pytest.mark.parametrize("id_", ["a", "b"])
def test_the_weightiest_first(id_: str) -> None:
    found = moves(
        Situation.of(asked("a", "b"), {"a": 0, "b": 2}), Situation.of(asked("a", "b"), {"a": 1, "b": 4})
    )
    assert [moved.id for moved in found] == ["b", "a"]
    assert next(moved for moved in found if moved.id == id_).months == {"a": 1, "b": 2}[id_]
