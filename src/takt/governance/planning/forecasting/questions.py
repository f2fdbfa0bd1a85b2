"""What a reckoning depends on, of the plan and of the house as it stands. The same question has the same hash."""

import json
from collections import defaultdict
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from takt.calculation.forecast import Factors, Uncertainty
from takt.calculation.forecast.estimates import Amounts, own_factors, ratio_of
from takt.calculation.planner.problem import Problem
from takt.calculation.worth import More, MoreKind
from takt.governance.clarifying.models import Effort, Estimate
from takt.governance.planning.forecasting.models import Kind
from takt.governance.planning.kept import situation_of
from takt.governance.planning.models import PlanRun
from takt.governance.planning.scenarios.staffing import staffing_today

SHAPE = 1
"""Goes up when something else is reckoned or kept, so that what was told before is reckoned again."""
DRAWS, SEED = 10_000, 1
BUFFER_PERCENT = 10
MORE_DKK, MORE_PERCENT = 1_000_000, 10


@dataclass(frozen=True)
class SurenessQuestion:
    uncertainty: Uncertainty
    own: dict[str, int]
    """How many initiatives of the plan have an estimate of their own of money, staff and change."""
    placed: int

    def said(self) -> dict[str, Any]:
        return {**asdict(self.uncertainty), "draws": DRAWS, "seed": SEED, "buffer": BUFFER_PERCENT}


@dataclass(frozen=True)
class WorthQuestion:
    more: tuple[More, ...]

    def said(self) -> dict[str, Any]:
        return {"more": [one.as_json() for one in self.more]}


@dataclass(frozen=True)
class Asked:
    """A question beside one plan."""

    run: PlanRun
    kind: Kind

    @cached_property
    def question(self) -> SurenessQuestion | WorthQuestion:
        situation = situation_of(self.run)
        if self.kind == Kind.WORTH:
            return worth_question(situation.problem)
        return sureness_question(situation.problem, set(situation.start))

    @cached_property
    def sha256(self) -> str:
        said = {"shape": SHAPE, "plan": self.run.figures["plan_sha256"], **self.question.said()}
        return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def sureness_question(problem: Problem, placed: set[str]) -> SurenessQuestion:
    """With the estimates as they stand today, of what has a place in the plan."""
    days = defaultdict[str, list[Amounts]](list)
    for number, *amounts in Effort.objects.filter(initiative__number__in=placed).values_list(
        "initiative__number", "low_days", "days", "high_days"
    ):
        days[number].append((amounts[0], amounts[1], amounts[2]))
    years = -(-problem.months // 12)
    ratios = {
        one.initiative.number: {
            "money": ratio_of(_money(one, years)),
            "staff": ratio_of(days[one.initiative.number]),
            "change": ratio_of([(one.training_low_hours, one.training_hours, one.training_high_hours)]),
        }
        for one in Estimate.objects.filter(initiative__number__in=placed).select_related("initiative")
    }
    own: dict[str, Factors] = {
        number: own_factors(money=each["money"], staff=each["staff"], change=each["change"])
        for number, each in sorted(ratios.items())
        if any(each.values())
    }
    return SurenessQuestion(
        Uncertainty(own=own),
        {
            what: sum(each[what] is not None for each in ratios.values())
            for what in ("money", "staff", "change")
        },
        len(placed),
    )


def _money(one: Estimate, years: int) -> list[Amounts]:
    """Investment, and running costs for as many years as the plan has."""
    return [
        (one.investment_low_dkk, one.investment_dkk, one.investment_high_dkk),
        (years * one.running_low_dkk, years * one.running_dkk, years * one.running_high_dkk),
    ]


def worth_question(problem: Problem) -> WorthQuestion:
    days = staffing_today(problem)
    return WorthQuestion(
        (
            *(More(MoreKind.STAFF, role.id, days[role.id].days_per_month) for role in problem.roles),
            *(More(MoreKind.MONEY, frame.id, MORE_DKK) for frame in problem.frames),
            More(MoreKind.CEILING, "", MORE_PERCENT),
        )
    )
