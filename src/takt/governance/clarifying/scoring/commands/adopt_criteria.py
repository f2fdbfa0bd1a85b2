"""Adopt the draft as the next version of a body's criteria."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.scoring import criteria_rules
from takt.governance.clarifying.scoring.commands.drafting import locked_draft
from takt.governance.clarifying.scoring.criteria import newest
from takt.governance.clarifying.scoring.models import CriteriaVersion
from takt.governance.clarifying.scoring.terms import terms_of


@transaction.atomic
def adopt_criteria(body_key: str, *, edition: int, reason: str, by: Person, at: datetime) -> CriteriaVersion:
    """New rounds follow it. Rounds that have begun keep the version they were begun under."""
    draft, before = locked_draft(body_key, edition, by), newest(body_key)
    terms = terms_of(draft)
    is_changed = before is None or terms_of(before) != terms
    refuse_if(
        criteria_rules.why_not_stand(terms)
        or criteria_rules.why_not_adopt_criteria(is_changed=is_changed, reason=reason)
    )
    draft.number = (before.number or 0) + 1 if before else 1
    draft.reason, draft.adopted_at, draft.adopted_by = reason.strip()[:500], at, by
    draft.save()
    record(
        "criteria.adopted",
        about=f"kriterier-{body_key}-{draft.number}",
        by=by,
        at=at,
        reason=draft.reason,
        weights={one.name: one.weight for one in terms.criteria},
        full_points=terms.full_points,
        dkk_per_point=terms.dkk_per_point,
    )
    return draft
