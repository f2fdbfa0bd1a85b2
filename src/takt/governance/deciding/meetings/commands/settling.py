"""What both ways of ending a condition do."""

from datetime import datetime

from takt.foundation.people.models import Person
from takt.governance.deciding.meetings.models import Condition, ConditionState


def locked_condition(condition: Condition) -> Condition:
    return (
        Condition.objects.select_for_update(of=("self",), no_key=True)
        .select_related("owner", "owner_unit", "outcome__item__initiative", "outcome__item__meeting__body")
        .get(pk=condition.pk)
    )


def settle(condition: Condition, state: ConditionState, text: str, *, by: Person, at: datetime) -> None:
    condition.state, condition.settled_text = state, text.strip()[:2_000]
    condition.settled_by, condition.settled_at = by, at
    condition.edition += 1
    condition.save()
