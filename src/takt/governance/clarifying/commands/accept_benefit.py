"""Say yes to answering for the benefit."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import weighing_rules
from takt.governance.clarifying.commands.working import locked, owner_of
from takt.governance.clarifying.models import BenefitOwner, OwnerAnswer
from takt.governance.flow.models import Initiative


@transaction.atomic
def accept_benefit(initiative: Initiative, *, by: Person, at: datetime) -> BenefitOwner:
    """A yes changes nothing that others have found out, so a case that is ready stays ready."""
    case = locked(initiative)
    owner = owner_of(case)
    refuse_if(weighing_rules.why_not_answer_for_benefit(case, owner, by))
    assert owner is not None  # noqa: S101 - the rule has seen to it
    owner.answer, owner.answered_at = OwnerAnswer.ACCEPTED, at
    owner.edition += 1
    owner.save()
    record("benefit_owner.accepted", about=case, by=by, at=at)
    return owner
