"""The headings of the overview, for figures made by hand."""

from datetime import date

import pytest

from takt.calculation.governance_path import Level
from takt.calculation.planner.problem import Month
from takt.governance.deciding.models import SeatRole
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.governance.planning.figures import Figures, UnitFigures
from takt.interfaces.overview import findings
from takt.interfaces.overview.news import News, pieces_of
from takt.interfaces.overview.pace import quarters
from takt.interfaces.overview.seats import Waiting
from takt.interfaces.overview.wishes import OwnWishes

FIRST, WINDOW = Month(2027, 1), range(6)
QUIET = (10,) * 6


def figures(**loads: tuple[int, ...]) -> Figures:
    """The whole municipality with two areas, and a unit under the first. Ceilings are 100 hours a month."""
    parents = {"whole": None, "elders": "whole", "schools": "whole", "nursing": "elders"}
    names = {"whole": "Fjordby", "elders": "Ældre og Sundhed", "schools": "Skole", "nursing": "Sygeplejen"}
    units = [
        UnitFigures(
            id_, names[id_], parent, 50, list(loads.get(id_, QUIET)), [None if id_ == "whole" else 100] * 6
        )
        for id_, parent in parents.items()
    ]
    return Figures(
        units=units,
        staff=[],
        money=[],
        go_lives=[0] * 6,
        freezes=[],
        deadlines={},
        requires=[],
        under_way=[],
        left_out={},
        reported=[],
        months_late=0,
        plan_sha256="",
    )


@pytest.mark.parametrize(
    ("loads", "said"),
    [
        ({}, "Alle områder har god plads under loftet"),
        (
            {"elders": (10, 10, 95, 10, 10, 10)},
            "Ældre og Sundhed kommer nær loftet i marts 2027, men ikke over",
        ),
        ({"elders": (10, 10, 10, 101, 120, 10)}, "Ældre og Sundhed kommer over loftet i april–maj 2027"),
        (
            {"elders": (10, 10, 10, 101, 10, 10), "schools": (101, 10, 10, 10, 10, 10)},
            "Ældre og Sundhed og Skole kommer over loftet",
        ),
        (
            {"nursing": (10, 10, 10, 10, 10, 300)},
            "Områderne holder sig under loftet, men Sygeplejen kommer over i juni 2027",
        ),
        ({"elders": (100,) * 6}, "Ældre og Sundhed kommer nær loftet i januar 2027, men ikke over"),
    ],
)
def test_pace_says_the_hardest_thing(loads: dict[str, tuple[int, ...]], said: str) -> None:
    assert findings.pace(figures(**loads), WINDOW, FIRST, "da") == said


def test_what_lies_outside_the_window_is_not_said() -> None:
    late = figures(elders=(10, 10, 10, 10, 10, 900))

    assert findings.pace(late, range(5), FIRST, "da") == "Alle områder har god plads under loftet"


def test_go_lives_are_counted_by_calendar_quarter() -> None:
    assert quarters([1, 0, 2, 3, 0, 1], range(1, 6), FIRST) == [
        ("1. kvartal 2027", 2),
        ("2. kvartal 2027", 4),
    ]


@pytest.mark.parametrize(
    ("waiting", "overdue", "said"),
    [
        (1, 0, "Ét ønske venter på svar"),
        (3, 1, "Tre ønsker venter på svar, ét er over fristen"),
        (13, 4, "13 ønsker venter på svar, fire er over fristen"),
    ],
)
def test_answers(waiting: int, overdue: int, said: str) -> None:
    assert findings.answers(waiting, overdue, "da") == said


def case(level: Level, key: str = "board") -> Waiting:
    return Waiting(Initiative(number="2026-001"), key, key.capitalize(), level)


@pytest.mark.parametrize(
    ("waiting", "roles", "said"),
    [
        ([], {"board": SeatRole.CHAIR}, "Ingen sager venter på dig"),
        ([case(Level.DECIDE)] * 3, {"board": SeatRole.CHAIR}, "Tre sager venter på din beslutning"),
        ([case(Level.RECOMMEND)], {"board": SeatRole.MEMBER}, "Én sag venter på din anbefaling"),
        (
            [case(Level.DECIDE), case(Level.RECOMMEND)],
            {"board": SeatRole.MEMBER},
            "To sager venter på din stillingtagen",
        ),
        ([case(Level.DECIDE)] * 2, {"board": SeatRole.SECRETARY}, "To sager venter på Board"),
        (
            [case(Level.DECIDE), case(Level.DECIDE, "council")],
            {"board": SeatRole.SECRETARY, "council": SeatRole.CHAIR},
            "To sager venter i dine fora",
        ),
    ],
)
def test_what_is_asked_of_the_reader_follows_the_seat(
    waiting: list[Waiting], roles: dict[str, SeatRole], said: str
) -> None:
    assert findings.decisions(waiting, roles, "da") == said


@pytest.mark.parametrize(
    ("number", "unanswered", "said"),
    [
        (1, 0, "Dit ønske har fået svar"),
        (1, 1, "Dit ønske venter på svar"),
        (7, 0, "Dine syv ønsker har fået svar"),
        (7, 2, "Du har syv ønsker; to venter på svar"),
    ],
)
def test_own_wishes(number: int, unanswered: int, said: str) -> None:
    assert findings.own_wishes(OwnWishes(number, unanswered, ()), "da") == said


def test_the_fullest_stage_is_the_finding() -> None:
    counts = {Stage.SUBMITTED: 3, Stage.CLARIFYING: 1_200}

    assert findings.stages(counts, "da") == "Flest ligger på trinnet “Kvalificeres”: 1.200 af 1.203"


def test_nothing_new_is_said_when_nothing_has_happened() -> None:
    day = date(2026, 11, 9)

    assert pieces_of(News(0, {}), day, "da") == []
    assert pieces_of(News(2, {Stage.RECOMMENDED: 1}), day, "da") == [
        ("2 nye ønsker", "/oensker/?sendt=2026-11-09"),
        ("1 ny indstilling", "/oensker/?trin=recommended&aendret=2026-11-09"),
    ]
