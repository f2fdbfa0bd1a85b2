"""Put the items in another order."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.working import locked, number_items, touch
from takt.governance.deciding.meetings.models import AgendaItem, Meeting, Recusal
from takt.governance.deciding.meetings.standing import standing_at


@transaction.atomic
def reorder_agenda(
    meeting: Meeting, order: Sequence[int], *, edition: int, by: Person, at: datetime
) -> Meeting:
    """``order``: the keys of all items. Items that came meanwhile stay last; an order changed meanwhile is refused."""
    held = locked(meeting)
    refuse_if(rules.why_not_prepare(held, standing_at(held, by, at)))
    items = list(held.items.all())
    wanted = {key: place for place, key in enumerate(order)}
    now = [item.pk for item in items]
    asked = sorted(items, key=lambda item: wanted.get(item.pk, len(wanted)))
    if [item.pk for item in asked] == now:
        return held
    refuse_if(rules.why_not_overwrite(held.edition, edition, order_in_words(_readable(items, by))))
    number_items(asked)
    touch(held)
    record("agenda.reordered", about=held, by=by, at=at, items=[item.pk for item in asked])
    return held


def _readable(items: Sequence[AgendaItem], by: Person) -> list[str]:
    """Titles; of a closed item in which the person does not take part only that it is closed."""
    recused = set(Recusal.objects.filter(item__in=items, person=by).values_list("item", flat=True))
    return [_("Lukket punkt") if one.is_closed and one.pk in recused else one.title for one in items]


def order_in_words(titles: Sequence[str]) -> str:
    return " ".join(f"{number}. {title}." for number, title in enumerate(titles, start=1))
