"""How many full-time equivalents a role has today, so that people can speak of persons and not of person-days."""

from dataclasses import dataclass
from decimal import Decimal

from takt.calculation.planner.problem import Problem
from takt.governance.clarifying.models import StaffRole

USUAL_DAYS = 14
"""A full-time equivalent's days for initiatives in a month, where the house has not said."""


@dataclass(frozen=True, slots=True)
class Staffing:
    tenths: int
    """Full-time equivalents today; 0 = not known."""
    days_per_month: int
    """Of one full-time equivalent, in a usual month."""


def staffing_today(problem: Problem) -> dict[str, Staffing]:
    """By role id, for the roles of a question."""
    equivalents = dict(StaffRole.objects.values_list("key", "full_time_equivalents"))
    return {
        role.id: _staffing(sorted(role.days)[len(role.days) // 2], equivalents.get(role.id))
        for role in problem.roles
    }


def _staffing(usual_days: int, equivalents: Decimal | None) -> Staffing:
    if not equivalents:
        return Staffing(0, USUAL_DAYS)
    return Staffing(int(10 * equivalents), min(31, max(1, round(usual_days / equivalents))))
