"""Take a wish up: somebody in the network has it from now on, and the wisher is told."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.working import locked_people
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules
from takt.governance.clarifying.commands.working import give_to, holder_of, locked, reply
from takt.governance.clarifying.models import Assignment, ReplyKind
from takt.governance.flow.commands import move
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@transaction.atomic
def take_up(initiative: Initiative, *, by: Person, at: datetime) -> Assignment:
    """Also for a case that is being clarified but that nobody has; then the wisher has had the answer."""
    [by] = locked_people(by)  # who may be leaving in this very moment
    case = locked(initiative)
    refuse_if(rules.why_not_take_up(case, holder_of(case), by))
    if case.stage == Stage.SUBMITTED:
        with override(settings.LANGUAGE_CODE):  # it is kept, and read by others than the one who acts
            reason = _("Vi tager ønsket op og finder ud af, hvad det koster, kræver og giver.")
        move(case, Stage.CLARIFYING, by=by, at=at, reason=reason)
        reply(case, ReplyKind.TAKEN_UP, reason, by=by, at=at)
    record("case.taken", about=case, by=by, at=at)
    return give_to(by, case, at=at)
