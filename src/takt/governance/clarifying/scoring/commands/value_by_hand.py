"""Set the points of a case by hand, with the reason why the formula is not used. It shows as set by hand."""

from datetime import datetime

from django.db import transaction

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.commands.working import changed, locked
from takt.governance.clarifying.models import Estimate
from takt.governance.clarifying.scoring import rules
from takt.governance.clarifying.scoring.models import Valuation
from takt.governance.flow.models import Initiative


@transaction.atomic
def value_by_hand(
    initiative: Initiative, points: int | None, reason: str, *, seen: int, by: Person, at: datetime
) -> Valuation:
    """``seen``: the points as they stood when the person began, so that nobody's work is lost."""
    case = locked(initiative)
    estimate = Estimate.objects.filter(initiative=case).first()
    refuse_if(rules.why_not_value_at_all(case, estimate, by))
    assert estimate is not None  # noqa: S101 - why_not_value_at_all has seen to it
    was = estimate.points_per_year
    refuse_if(rules.why_not_by_hand(points, reason) or rules.why_not_value_over(was, seen))
    assert points is not None  # noqa: S101 - why_not_by_hand has seen to it
    estimate.points_per_year = points
    estimate.save(update_fields=["points_per_year"])
    reason = reason.strip()[:500]
    facts = {"was": was, "points": points, "reason": reason}
    changed("case.valued_by_hand", case, by=by, at=at, facts=facts)
    return Valuation.objects.create(
        initiative=case, round=None, points=points, reason=reason, valued_by=by, valued_at=at
    )
