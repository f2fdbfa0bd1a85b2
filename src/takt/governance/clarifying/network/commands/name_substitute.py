"""Say who sees a member's tasks while the member is away."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from takt.foundation.ledger.commands import record
from takt.foundation.mail.commands import tell
from takt.foundation.people.commands.working import locked_people
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.network import rules
from takt.governance.clarifying.network.commands.working import locked
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.network.terms import Absence


@transaction.atomic
def name_substitute(
    membership: Membership,
    substitute: Person | None,
    absence: Absence = Absence(),  # noqa: B008 - it is frozen
    *,
    edition: int,
    by: Person,
    at: datetime,
) -> Membership:
    """None: nobody stands in any longer. ``edition``: of the membership as the person last saw it."""
    if substitute is not None:
        [substitute] = locked_people(substitute)  # who may be leaving in this very moment
    changed = locked(membership)
    refuse_if(
        rules.why_not_edit(changed, by)
        or rules.why_not_reach(changed)
        or rules.why_not_overwrite(changed, edition)
        or rules.why_not_substitute(changed, substitute, absence)
    )
    is_new = substitute is not None and substitute != changed.substitute
    changed.substitute, changed.away_from, changed.away_to = substitute, absence.first, absence.last
    changed.edition += 1
    changed.save()
    if is_new:
        tell(
            substitute,
            subject=_("Du er stedfortræder for %(member)s"),
            text=_("Når %(member)s er væk, står opgaverne også under Mine opgaver hos dig."),
            values={"member": changed.person.name if changed.person else ""},
            link=changed.get_absolute_url(),
            at=at,
        )
    record(
        "member.substitute",
        about=f"network {changed.pk}",
        by=by,
        at=at,
        substitute=str(substitute.pseudonym) if substitute else "",
        away=[day.isoformat() for day in (absence.first, absence.last) if day],
    )
    return changed
