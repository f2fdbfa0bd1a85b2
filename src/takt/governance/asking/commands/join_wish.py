"""Join a wish instead of sending the same one again."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking import rules
from takt.governance.asking.models import Supporter, Wish
from takt.governance.asking.telling import tell_of_supporter
from takt.governance.flow.models import Initiative


@transaction.atomic
def join_wish(wish: Wish, *, reason: str = "", by: Person, at: datetime) -> Supporter:
    """Join with one's unit and, if one likes, a reason: never as an anonymous vote."""
    # a double click or a withdrawal waits its turn here, and is then seen
    wish.initiative = Initiative.objects.select_for_update(no_key=True).get(pk=wish.initiative_id)
    has_joined = wish.supporters.filter(person=by).exists()
    refuse_if(rules.why_not_join(wish, by, has_joined=has_joined))
    supporter = Supporter.objects.create(
        wish=wish, person=by, unit_id=by.unit_id, reason=reason.strip()[:500], joined_at=at
    )
    record("wish.joined", about=wish.initiative, by=by, at=at, unit=str(by.unit))
    tell_of_supporter(supporter, at=at)
    return supporter
