"""Say no to answering for the benefit, with the reason; the network names another."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from takt.foundation.ledger.commands import record
from takt.foundation.mail.commands import tell
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules, weighing_rules
from takt.governance.clarifying.commands.working import locked, owner_of
from takt.governance.clarifying.models import Assignment, BenefitOwner, OwnerAnswer
from takt.governance.flow.models import Initiative


@transaction.atomic
def decline_benefit(initiative: Initiative, reason: str, *, by: Person, at: datetime) -> BenefitOwner:
    """The case is then not ready any more. The words stay outside the ledger."""
    case = locked(initiative)
    owner = owner_of(case)
    refuse_if(weighing_rules.why_not_answer_for_benefit(case, owner, by) or rules.why_not_say(reason))
    assert owner is not None  # noqa: S101 - the rule has seen to it
    owner.answer, owner.reason, owner.answered_at = OwnerAnswer.DECLINED, reason.strip()[:2_000], at
    owner.edition += 1
    owner.save()
    Assignment.objects.filter(initiative=case).update(ready_at=None)
    record("benefit_owner.declined", about=case, by=by, at=at)
    tell(
        owner.named_by,
        subject=_("Sag %(number)s mangler en gevinstejer"),
        text=_("%(person)s vil ikke stå for gevinsten af “%(title)s”: %(reason)s"),
        values={"number": case.number, "title": case.title, "person": by, "reason": owner.reason},
        link=case.get_absolute_url(),
        at=at,
    )
    return owner
