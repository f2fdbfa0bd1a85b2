"""Give a case to a member, who is told; and so is the one who had it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from takt.foundation.ledger.commands import record
from takt.foundation.mail.commands import tell
from takt.foundation.people.commands.working import locked_people
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.commands.take_up import take_up
from takt.governance.clarifying.commands.working import holder_of, locked
from takt.governance.clarifying.models import Assignment
from takt.governance.clarifying.network import rules
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@transaction.atomic
def assign_case(initiative: Initiative, to: Person, *, seen: int, by: Person, at: datetime) -> Assignment:
    """A wish that nobody has taken up is taken up first, so that the wisher gets an answer.

    ``seen``: the key of the one who had it when the page was opened, 0 for nobody.
    """
    to, by = locked_people(to, by)  # who may be leaving in this very moment
    case = locked(initiative)
    was = holder_of(case)
    refuse_if(
        rules.why_not_give_case(case, by) or rules.why_not_be_given(to) or rules.why_not_give_over(was, seen)
    )
    if case.stage == Stage.SUBMITTED:
        take_up(case, by=by, at=at)
    return pass_on(case, was, to, by=by, at=at)


def pass_on(
    case: Initiative, was: Person | None, to: Person, *, by: Person, at: datetime, reason: str = ""
) -> Assignment:
    """What has been found out stays, and so does a mark of being ready. Call under a lock on the case.

    ``reason`` may be of people, so it is told and not kept in the ledger.
    """
    assignment, _created = Assignment.objects.update_or_create(
        initiative=case, defaults={"person": to, "taken_at": at}
    )
    values = {"number": case.number, "title": case.title, "who": by.name, "to": to.name, "reason": reason}
    if to != by:
        tell(
            to,
            subject=_("Du har fået sag %(number)s"),
            text=_("%(who)s har givet dig sagen “%(title)s”. Den står under Mine opgaver."),
            values=values,
            link=case.get_absolute_url(),
            at=at,
        )
    if was is not None and was not in (to, by):
        tell(
            was,
            subject=_("Sag %(number)s er givet videre"),
            text=_(
                "%(who)s har givet sagen “%(title)s” til %(to)s. Du skal ikke gøre mere ved den. %(reason)s"
            ),
            values=values,
            link=case.get_absolute_url(),
            at=at,
        )
    record("case.given", about=case, by=by, at=at, to=str(to.pseudonym))
    return assignment
