"""The guilty are few, and each is needed: without any one of them the duty can be met."""

from dataclasses import replace

import pytest
from tests.calculation.planner.cases import MUST, initiative, problem
from tests.calculation.planner.explained import problem_called
from tests.calculation.planner.oracle import lawful_plans

from takt.calculation.planner.explain.conflict import Guilty, conflict
from takt.calculation.planner.explain.rules import Rule, RuleKind
from takt.calculation.planner.problem import Change, Freeze, Problem, Requirement, Role, Unit

FIRST = initiative("first", obligation=MUST, roll_out=2, latest_go_live=2, staff={"pl": (6, 6)})
SECOND = initiative("second", obligation=MUST, roll_out=2, latest_go_live=2, staff={"pl": (6, 6)})
WISH = initiative("wish", points_per_year=1000, staff={"pl": (10,)})
LEADERS = Role("pl", "Projektleder", (10,) * 6)


def two_duties(**said: object) -> Problem:
    return problem(FIRST, SECOND, WISH, roles=(LEADERS,), **said)


def test_two_duties_that_need_the_same_people_name_them_and_each_other() -> None:
    found = conflict(two_duties(), "first")
    assert found is not None
    assert {guilty.rule for guilty in found.guilty} == {
        Rule(RuleKind.STAFF, ("pl",)),
        Rule(RuleKind.DUTY, ("second",)),
    }
    (staff,) = (guilty for guilty in found.guilty if guilty.rule.kind is RuleKind.STAFF)
    assert len(staff.when) == 1
    assert set(staff.when) <= {0, 1}


def test_with_more_people_or_a_later_deadline_both_are_met() -> None:
    more = replace(two_duties(), roles=(replace(LEADERS, days=(12,) * 6),))
    assert conflict(more, "first") is None
    later = problem(FIRST, replace(SECOND, latest_go_live=4), WISH, roles=(LEADERS,))
    assert conflict(later, "first") is None


def test_a_duty_that_nobody_could_meet_is_not_blamed_for_another() -> None:
    hopeless = initiative("hopeless", obligation=MUST, latest_go_live=3, staff={"pl": (99,)})
    alone = problem(FIRST, hopeless, roles=(LEADERS,))
    assert conflict(alone, "first") is None
    found = conflict(alone, "hopeless")
    assert found is not None
    assert found.guilty == (Guilty(Rule(RuleKind.STAFF, ("pl",)), (0, 1, 2)),)


def test_freezes_requirements_and_windows_are_named() -> None:
    before = initiative("before", roll_out=2)
    duty = replace(FIRST, id="duty", staff={}, requires=(Requirement("before", 0),), latest_go_live=4)
    found = conflict(problem(before, duty, freezes=(Freeze(4, 4, None),)), "duty")
    assert found is not None
    assert {guilty.rule for guilty in found.guilty} == {
        Rule(RuleKind.REQUIRES, ("duty", "before")),
        Rule(RuleKind.FREEZE, (), (4, 4)),
    }
    early = replace(FIRST, id="duty", staff={}, earliest_start=3)
    found = conflict(problem(early), "duty")
    assert found is not None
    assert found.guilty == (Guilty(Rule(RuleKind.EARLIEST_START, ("duty",))),)
    found = conflict(problem(replace(early, earliest_start=0, roll_out=3)), "duty")
    assert found is not None
    assert found.guilty == (Guilty(Rule(RuleKind.TOO_SHORT, ("duty",))),)


@pytest.mark.parametrize("name", ["tiny-05", "tiny-07", "tiny-12", "tiny-23", "tiny-24", "tiny-28"])
def test_a_duty_in_conflict_is_late_in_every_plan_that_meets_the_others_named(name: str) -> None:
    question = problem_called(name)
    duties = [one for one in question.initiatives if one.obligation is MUST and one.fixed_start is None]
    found = [answer for one in duties if (answer := conflict(question, one.id)) is not None]
    assert found
    for answer in found:
        named = [guilty.rule.ids[0] for guilty in answer.guilty if guilty.rule.kind is RuleKind.DUTY]
        in_time = [question.initiative[id_] for id_ in (answer.id, *named)]
        for starts in lawful_plans(question):
            assert not all(
                one.id in starts
                and (one.latest_go_live is None or starts[one.id] + one.lead_time <= one.latest_go_live)
                for one in in_time
            )


def test_a_duty_that_no_other_duty_keeps_away_proves_nothing() -> None:
    """The only one of a choice, in a unit where nothing may go live: the rules contradict without any duty."""
    one = initiative("a", obligation=MUST, roll_out=0, settle=1, change=(Change("whole", (1,)),))
    other = initiative("b", obligation=MUST, roll_out=0, latest_go_live=0)
    whole = Unit("whole", "", None, 0, (None,), 0)
    question = problem(one, other, months=1, units=(whole,), choose_one=(("a",),))
    assert conflict(question, "a") is None
