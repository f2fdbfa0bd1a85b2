"""Write problems and plans: the same values always give the same bytes, and reading gives the values back."""

import json
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

from takt.calculation.planner.format import PLAN_FORMAT, PROBLEM_FORMAT
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Freeze, Initiative, Problem


def problem_bytes(problem: Problem) -> bytes:
    """``takt.problem/1``: keys in the order of docs/planner.md, all but the last given always; mappings sorted."""
    return _json(
        {
            "format": PROBLEM_FORMAT,
            "title": problem.title,
            "first_month": str(problem.first_month),
            "months": problem.months,
            "units": [
                {
                    "id": unit.id,
                    "name": unit.name,
                    "parent": unit.parent,
                    "headcount": unit.headcount,
                    "ceiling_hours": _by_month(unit.ceiling_hours),
                    "max_go_lives_per_quarter": unit.max_go_lives_per_quarter,
                }
                for unit in problem.units
            ],
            "roles": [
                {"id": role.id, "name": role.name, "days": _by_month(role.days)} for role in problem.roles
            ],
            "frames": [
                {
                    "id": frame.id,
                    "name": frame.name,
                    "dkk": {f"{year:04d}": dkk for year, dkk in sorted(frame.dkk.items())},
                }
                for frame in problem.frames
            ],
            "freezes": [_freeze(problem, freeze) for freeze in problem.freezes],
            "goals": [{"id": goal.id, "name": goal.name, "minimum": goal.minimum} for goal in problem.goals],
            "initiatives": [_initiative(one) for one in problem.initiatives],
            "choose_one": problem.choose_one,
            "move_penalty_points_per_month": problem.move_penalty_points_per_month,
            **_said_if_any("leave_out_penalty_points", problem.leave_out_penalty_points),
        }
    ).encode()


def _said_if_any(key: str, amount: int) -> dict[str, int]:
    """A key that came later is left out where it says nothing, so that older archives keep their bytes."""
    return {key: amount} if amount else {}


def with_sha256(problem: Problem) -> Problem:
    """A problem built in memory, with the hash that its own bytes have."""
    return replace(problem, sha256=sha256(problem_bytes(problem)).hexdigest())


def plan_bytes(plan: Plan) -> bytes:
    """``takt.plan/1``. Points are written as decimals from which reading finds the exact twelfths."""
    members = {
        "format": _json(PLAN_FORMAT),
        "problem_sha256": _json(plan.problem_sha256),
        "status": _json(plan.status),
        "placements": _json([{"id": one.id, "start": one.start} for one in plan.placements]),
        "months_late": _json(plan.months_late),
        "goal_shortfall": _json(plan.goal_shortfall),
        "value": _points(plan.value_twelfths),
        "value_bound": _points(plan.value_bound_twelfths),
        "engine": _json(dict(sorted(plan.engine.items()))),
        "seconds": _json(plan.seconds),
    }
    listed = ",".join(f"{_json(key)}:{text}" for key, text in members.items())
    return f"{{{listed}}}".encode()


def _freeze(problem: Problem, freeze: Freeze) -> dict[str, object]:
    return {
        "first": str(problem.first_month.plus(freeze.first)),
        "latest": str(problem.first_month.plus(freeze.latest)),
        "units": None if freeze.units is None else sorted(freeze.units),
    }


def _initiative(one: Initiative) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "obligation": one.obligation,
        "prepare": one.prepare,
        "roll_out": one.roll_out,
        "settle": one.settle,
        "earliest_start": one.earliest_start,
        "latest_go_live": one.latest_go_live,
        "fixed_start": one.fixed_start,
        "announced_start": one.announced_start,
        "points_per_year": one.points_per_year,
        "points_at_go_live": one.points_at_go_live,
        "money": [
            {
                "frame": spending.frame,
                "dkk": spending.dkk,
                "dkk_per_month_in_use": spending.dkk_per_month_in_use,
            }
            for spending in one.money
        ],
        "staff": dict(sorted(one.staff.items())),
        "change": [{"unit": change.unit, "hours": change.hours} for change in one.change],
        "requires": [{"id": required.id, "lag_months": required.lag_months} for required in one.requires],
        "excludes": sorted(one.excludes),
        "goals": dict(sorted(one.goals.items())),
    }


def _by_month(numbers: Sequence[int | None]) -> int | Sequence[int | None] | None:
    """One number when it is the same all months."""
    return numbers[0] if len(set(numbers)) == 1 else numbers


def _points(twelfths: int) -> str:
    """Exact when whole, otherwise to four decimals: a float would lose the twelfths of large sums."""
    if twelfths % 12 == 0:
        return str(twelfths // 12)
    tenthousandths = round(Decimal(twelfths * 10_000) / 12)
    return f"{Decimal(tenthousandths).scaleb(-4):f}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
