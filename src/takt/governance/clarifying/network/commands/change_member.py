"""Change what is agreed with a member: unit, kind and dates."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.network import rules
from takt.governance.clarifying.network.commands.add_member import facts_of
from takt.governance.clarifying.network.commands.working import let_role_follow, locked
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.network.terms import Terms


@transaction.atomic
def change_member(
    membership: Membership, terms: Terms, *, edition: int, by: Person, at: datetime
) -> Membership:
    """``edition``: of the membership as the person last saw it."""
    changed = locked(membership)
    assert changed.person is not None  # noqa: S101 - locked has seen to it
    others = Membership.objects.filter(person=changed.person, handed_over_at=None).exclude(pk=changed.pk)
    refuse_if(
        rules.why_not_lead(by)
        or rules.why_not_reach(changed)
        or rules.why_not_overwrite(changed, edition)
        or rules.why_not_join(changed.person, list(others.select_related("unit")), terms)
    )
    changed.unit, changed.kind = terms.unit, terms.kind
    changed.from_date, changed.to_date = terms.from_date, terms.to_date
    changed.edition += 1
    changed.save()
    let_role_follow(changed.person, timezone.localdate(at))
    record("member.changed", about=f"network {changed.pk}", by=by, at=at, **facts_of(changed.person, terms))
    return changed
