"""The two file formats at a glance: every key with its default (docs/planner.md §2)."""

from typing import Final

from takt.calculation.planner.node import REQUIRED, Keys

PROBLEM_FORMAT: Final = "takt.problem/1"
PLAN_FORMAT: Final = "takt.plan/1"
MOST_MONTHS: Final = 600
MOST_UNITS: Final = 10_000
MOST_ROLES: Final = 10_000
"""A unit and a role have a number for every month."""
MOST_INITIATIVES: Final = 100_000

PROBLEM = Keys(
    format=REQUIRED,
    title="",
    first_month=REQUIRED,
    months=REQUIRED,
    units=[],
    roles=[],
    frames=[],
    freezes=[],
    goals=[],
    initiatives=REQUIRED,
    choose_one=[],
    move_penalty_points_per_month=0,
    leave_out_penalty_points=0,
)
UNIT = Keys(
    id=REQUIRED,
    name="",
    parent=None,
    headcount=0,
    ceiling_hours=None,
    max_go_lives_per_quarter=None,
)
ROLE = Keys(id=REQUIRED, name="", days=REQUIRED)
FRAME = Keys(id=REQUIRED, name="", dkk=REQUIRED)
FREEZE = Keys(first=REQUIRED, latest=REQUIRED, units=None)
GOAL = Keys(id=REQUIRED, name="", minimum=REQUIRED)
INITIATIVE = Keys(
    id=REQUIRED,
    title="",
    obligation="could",
    prepare=REQUIRED,
    roll_out=REQUIRED,
    settle=0,
    earliest_start=0,
    latest_go_live=None,
    fixed_start=None,
    announced_start=None,
    points_per_year=0,
    points_at_go_live=0,
    money=[],
    staff={},
    change=[],
    requires=[],
    excludes=[],
    goals={},
)
SPENDING = Keys(frame=REQUIRED, dkk=[], dkk_per_month_in_use=0)
CHANGE = Keys(unit=REQUIRED, hours=[])
REQUIREMENT = Keys(id=REQUIRED, lag_months=0)
PLAN = Keys(
    format=REQUIRED,
    problem_sha256=REQUIRED,
    status=REQUIRED,
    placements=REQUIRED,
    months_late=REQUIRED,
    goal_shortfall=REQUIRED,
    value=REQUIRED,
    value_bound=REQUIRED,
    engine={},
    seconds=0,
)
PLACEMENT = Keys(id=REQUIRED, start=REQUIRED)
