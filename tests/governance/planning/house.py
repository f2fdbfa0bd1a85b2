"""A small house with all four limits, and initiatives to place in it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from takt.calculation.planner.plan import Placement, Plan, Status
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.usage import months_late, value_twelfths
from takt.foundation.people.models import Unit
from takt.governance.clarifying.models import Dependency, Effort, Estimate, Impact, StaffRole
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.governance.planning.models import Ceiling, Frame, FrameKind, Freeze, StaffMonth

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def build_limits() -> None:
    """Frames 2027–2030, project leaders 40 days a month, ceilings for all and for an area, July frozen."""
    whole = Unit.objects.get(name="Fjordby Kommune")
    area = Unit.objects.get(name="Ældre og Sundhed")
    Ceiling.objects.create(unit=whole, hours_per_employee="4.0", source="Direktionen")
    Ceiling.objects.create(unit=area, hours_per_employee="3.5", go_lives_per_quarter=2, source="Direktionen")
    for year in range(2027, 2031):
        Frame.objects.create(kind=FrameKind.INVESTMENT, year=year, dkk=5_000_000, source="Budget")
        Frame.objects.create(kind=FrameKind.RUNNING, year=year, dkk=2_000_000, source="Budget")
    role = StaffRole.objects.create(key="pl", name="Projektledere", full_time_equivalents="2.5")
    StaffMonth.objects.bulk_create(
        StaffMonth(role=role, month=date(2027, month, 1), days=20 if month == 7 else 40)
        for month in range(1, 13)
    )
    Freeze.objects.create(first_month=date(2027, 7, 1), latest_month=date(2027, 7, 1), reason="Sommerferie")


def build_initiative(
    number: str,
    title: str = "Skærmbesøg i hjemmeplejen",
    *,
    unit: str = "Hjemmeplejen Nord",
    stage: Stage = Stage.CLARIFYING,
    obligation: str = "should",
    days: int = 50,
    people: int = 100,
    requires: str = "",
    **estimate: Any,
) -> Initiative:
    """Three months of preparation, four of roll-out and three of settling-in, unless said otherwise."""
    initiative = Initiative.objects.create(
        number=number,
        title=title,
        stage=stage,
        obligation=obligation,
        unit=Unit.objects.get(name=unit),
        created_at=AT,
        changed_at=AT,
    )
    amounts = {"investment": 700_000, "running": 300_000, "benefit": 400_000}
    amounts |= {name: estimate.pop(name) for name in list(amounts) if name in estimate}
    fields = {f"{name}{which}_dkk": dkk for name, dkk in amounts.items() for which in ("_low", "", "_high")}
    defaults = {
        "prepare_months": 3,
        "roll_out_months": 4,
        "settle_months": 3,
        "price_year": 2026,
        "points_per_year": 240,
        "source": "Netværket",
        "estimated_at": AT,
    }
    Estimate.objects.create(initiative=initiative, **fields | defaults | estimate)
    if days:
        Effort.objects.create(
            initiative=initiative, role=StaffRole.objects.get(), low_days=days, days=days, high_days=days
        )
    if people:
        Impact.objects.create(
            initiative=initiative,
            unit=initiative.unit,
            people=people,
            training_hours=4,
            adaptation_hours=2,
            intensity=2,
        )
    if requires:
        Dependency.objects.create(
            initiative=initiative, requires=Initiative.objects.get(number=requires), lag_months=1
        )
    return initiative


def plan_with(problem: Problem, starts: Mapping[str, int]) -> Plan:
    """A plan that says the truth about itself; whether it is lawful is for the checker."""
    value = value_twelfths(problem, starts)
    return Plan(
        problem_sha256=problem.sha256,
        status=Status.FEASIBLE,
        placements=tuple(
            Placement(one.id, starts[one.id]) for one in problem.initiatives if one.id in starts
        ),
        months_late=months_late(problem, starts),
        goal_shortfall=0,
        value_twelfths=value,
        value_bound_twelfths=max(value, 0) + 1200,
        engine={"engine": "by hand"},
        seconds=0.5,
    )
