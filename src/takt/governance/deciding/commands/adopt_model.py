"""Adopt the draft as the next version of the governance model."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding import rules
from takt.governance.deciding.difference import differences
from takt.governance.deciding.drafting import locked_draft
from takt.governance.deciding.models import Body, ModelVersion
from takt.governance.deciding.queries import bodies_of, latest
from takt.governance.deciding.terms import model_terms


@transaction.atomic
def adopt_model(*, edition: int, reason: str, in_force_from: date, by: Person, at: datetime) -> ModelVersion:
    """From ``in_force_from`` new decisions follow it; cases decided before follow what was in force then.

    ``edition``: of the draft whose difference was reviewed. Raises Refused when it has changed since.
    """
    draft, newest, today = locked_draft(by), latest(), timezone.localdate(at)
    bodies = bodies_of(draft)
    model = model_terms(bodies)
    is_changed = bool(differences(model_terms(bodies_of(newest)) if newest else {}, model, {}))
    refuse_if(rules.why_not_adopt(draft, by, newest=newest, edition=edition, is_changed=is_changed))
    refuse_if(rules.why_not_reason(reason))
    refuse_if(rules.why_not_date(in_force_from, today=today, newest=newest))
    refuse_if(rules.why_not_whole(model, on=in_force_from))
    draft.number = newest.number + 1 if newest and newest.number else 1
    draft.reason, draft.in_force_from = reason.strip()[:500], in_force_from
    draft.adopted_at, draft.adopted_by = at, by
    draft.save()
    record(
        "governance.adopted",
        about=f"styringsmodel-{draft.number}",
        by=by,
        at=at,
        in_force_from=in_force_from.isoformat(),
        reason=draft.reason,
        bodies=[evidence(body) for body in bodies],
    )
    return draft


def evidence(body: Body) -> dict[str, Any]:
    """What the ledger keeps of a body: its mandates in full, and its people as pseudonyms."""
    return {
        "key": body.key,
        "name": body.name,
        "quorum": body.quorum,
        "mandates": [
            {
                "level": one.level,
                "scope": one.scope,
                "investment_limit_dkk": one.investment_limit_dkk,
                "running_limit_dkk": one.running_limit_dkk,
                "areas": [area.name for area in one.areas.all()],
            }
            for one in body.mandates.all()
        ],
        "seats": [
            {"person": str(seat.person.pseudonym), "role": seat.role}
            for seat in body.seats.all()
            if seat.person
        ],
    }
