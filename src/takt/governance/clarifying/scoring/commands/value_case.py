"""Take the points of the formula over as the value of the case, so that the planner reckons with them."""

from datetime import datetime

from django.db import transaction

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.commands.working import changed
from takt.governance.clarifying.models import Estimate
from takt.governance.clarifying.scoring import rules
from takt.governance.clarifying.scoring.commands.working import locked_round
from takt.governance.clarifying.scoring.models import Valuation
from takt.governance.clarifying.scoring.queries import result_of, valuation_of
from takt.governance.clarifying.scoring.results import value_of
from takt.governance.flow.models import Initiative


@transaction.atomic
def value_case(initiative: Initiative, *, offered: int, seen: int, by: Person, at: datetime) -> Valuation:
    """The figures of the formula are sealed, so that the points can be reckoned again by anyone.

    ``offered``: the points of the formula, and ``seen``: those of the case, as the person saw them.
    """
    case, one = locked_round(initiative)
    estimate = Estimate.objects.filter(initiative=case).first()
    result = result_of(one, None) if one else None
    refuse_if(rules.why_not_value(case, estimate, result, by))
    assert one is not None  # noqa: S101 - why_not_value has seen to it
    assert result is not None  # noqa: S101 - why_not_value has seen to it
    assert estimate is not None  # noqa: S101 - why_not_value has seen to it
    value, stands_on = value_of(result, estimate), valuation_of(case, estimate)
    is_the_same = stands_on is not None and (stands_on.round, stands_on.points) == (one, value.points)
    refuse_if(rules.why_not_again(is_the_same=is_the_same))
    was = estimate.points_per_year
    refuse_if(rules.why_not_value_over(was, seen) or rules.why_not_take_other_points(value.points, offered))
    estimate.points_per_year = value.points
    estimate.save(update_fields=["points_per_year"])
    facts = {
        "round": one.number,
        "criteria": str(one.criteria),
        "medians": {row.name: str(row.median) for row in result.rows},
        "weights": {row.name: row.criterion.weight for row in result.rows},
        "benefit_dkk": [estimate.benefit_low_dkk, estimate.benefit_dkk, estimate.benefit_high_dkk],
        "full_points": one.criteria.full_points,
        "dkk_per_point": one.criteria.dkk_per_point,
        "was": was,
        "points": value.points,
    }
    changed("case.valued", case, by=by, at=at, facts=facts)
    return Valuation.objects.create(
        initiative=case, round=one, points=value.points, valued_by=by, valued_at=at
    )
