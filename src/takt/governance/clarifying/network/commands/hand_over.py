"""A member leaves: everything they have goes to another member in one action, and the membership ends."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from takt.foundation.ledger.commands import record
from takt.foundation.mail.commands import tell
from takt.foundation.people.commands.working import locked_people
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.network import rules
from takt.governance.clarifying.network.commands.working import let_role_follow, locked
from takt.governance.clarifying.network.handovers import left_by
from takt.governance.clarifying.network.models import Membership
from takt.governance.flow.models import Initiative


@transaction.atomic
def hand_over(
    membership: Membership, to: Person, reason: str, *, edition: int, by: Person, at: datetime
) -> dict[str, int]:
    """How many cases of each kind went over. ``edition``: of the membership as the coordinator last saw it."""
    assert membership.person is not None  # noqa: S101 - nobody leaves who has been forgotten
    _was, to = locked_people(membership.person, to)  # so that nothing is given to either meanwhile
    leaving, today = _locked_with_colleagues(membership), timezone.localdate(at)
    was = leaving.person
    assert was is not None  # noqa: S101 - locked has seen to it
    refuse_if(
        rules.why_not_lead(by)
        or rules.why_not_overwrite(leaving, edition)
        or rules.why_not_hand_over(leaving, to, today)
        or rules.why_not_reason(reason)
    )
    given = _give_all(was, to, by=by, at=at)
    leaving.to_date, leaving.handed_over_at, leaving.handover_reason = today, at, reason.strip()
    leaving.substitute, leaving.away_from, leaving.away_to = None, None, None
    leaving.edition += 1
    leaving.save()
    _leave(was, today)
    tell(
        to,
        subject=_("Du har overtaget %(count)s sager i netværket"),
        text=_(
            "%(who)s har givet dig det, %(member)s havde. Sagerne står under Mine opgaver. Begrundelse: %(reason)s"
        ),
        values={
            "count": str(given.get("cases", 0)),
            "who": by.name,
            "member": was.name,
            "reason": reason.strip(),
        },
        link=leaving.get_absolute_url(),
        at=at,
    )
    who = {"member": str(was.pseudonym), "to": str(to.pseudonym)}
    record("member.handed_over", about=f"network {leaving.pk}", by=by, at=at, given=given, **who)
    return given


def _give_all(was: Person, to: Person, *, by: Person, at: datetime) -> dict[str, int]:
    pks = {case.pk for _handover, cases in left_by(was) for case in cases}
    # all kinds at once and in one order, before the first event: from now on nobody else gives them away
    list(Initiative.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=pks).order_by("pk"))
    given = {}
    for handover, _cases in left_by(was):
        kept = [case for case in handover.left_by(was) if case.pk in pks]
        handover.give(kept, was, to, by, at)
        given[handover.key] = len(kept)
    return given


def _locked_with_colleagues(membership: Membership) -> Membership:
    """Together with those for whom the member stands in, always in one order."""
    theirs = Membership.objects.filter(Q(pk=membership.pk) | Q(substitute=membership.person_id))
    list(theirs.select_for_update(of=("self",), no_key=True).order_by("pk"))
    return locked(membership)


def _leave(was: Person, today: date) -> None:
    """Nobody has a substitute who is no longer there, and the role goes with the membership."""
    Membership.objects.filter(substitute=was).update(substitute=None, away_from=None, away_to=None)
    let_role_follow(was, today)
