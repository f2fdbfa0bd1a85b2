"""Make somebody a member of the network; the role follows."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from takt.foundation.ledger.commands import record
from takt.foundation.mail.commands import tell
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.network import rules
from takt.governance.clarifying.network.commands.working import let_role_follow, set_fields
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.network.terms import Terms, tidy


@transaction.atomic
def add_member(
    person: Person, terms: Terms, *, knows: Sequence[str] = (), by: Person, at: datetime
) -> Membership:
    """``knows``: fields of knowledge as they were written."""
    refuse_if(rules.why_not_lead(by))
    joining = Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    others = list(Membership.objects.filter(person=joining, handed_over_at=None).select_related("unit"))
    names = tidy(knows)
    refuse_if(rules.why_not_join(joining, others, terms) or rules.why_not_know(names))
    membership = Membership.objects.create(
        person=joining, unit=terms.unit, kind=terms.kind, from_date=terms.from_date, to_date=terms.to_date
    )
    set_fields(membership, names)
    let_role_follow(person, timezone.localdate(at))
    tell(
        joining,
        subject=_("Du er med i digitaliseringsnetværket"),
        text=_("Du er skrevet ind for %(unit)s. Under Netværk kan du skrive, hvad du ved noget om."),
        values={"unit": terms.unit.name},
        link=membership.get_absolute_url(),
        at=at,
    )
    record("member.added", about=f"network {membership.pk}", by=by, at=at, **facts_of(joining, terms))
    return membership


def facts_of(person: Person, terms: Terms) -> dict[str, str]:
    """What the ledger keeps: a pseudonym, never a name."""
    return {
        "member": str(person.pseudonym),
        "unit": terms.unit.name,
        "kind": str(terms.kind),
        "from": terms.from_date.isoformat(),
        "to": terms.to_date.isoformat() if terms.to_date else "",
    }
