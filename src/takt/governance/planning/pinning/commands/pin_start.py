"""Ask the planner to keep a start, or another month for one that is kept already."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from takt.calculation.planner.problem import Month
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.flow.models import Initiative
from takt.governance.planning.limits.months import first_day_of
from takt.governance.planning.pinning import rules
from takt.governance.planning.pinning.models import Pin
from takt.governance.planning.pinning.queries import active_pins
from takt.governance.planning.question import MONTHS, default_first_month


@transaction.atomic
def pin_start(
    initiative: Initiative, month: Month, reason: str, *, seen: int, by: Person, at: datetime
) -> Pin:
    """``seen``: the edition of the pin that the person had before them, 0 for none.

    The month need not be lawful: whether it is, the next plan says. Raises Refused.
    """
    held = Initiative.objects.select_for_update(of=("self",), no_key=True).get(pk=initiative.pk)
    standing = active_pins().select_for_update(of=("self",), no_key=True).filter(initiative=held).first()
    others = active_pins().exclude(initiative=held).count()
    first = default_first_month(timezone.localdate(at))
    refuse_if(
        rules.why_not_wish(by)
        or rules.why_not_pin(held, standing, seen, others)
        or rules.why_not_month(month, first, MONTHS)
        or rules.why_not_say(reason)
    )
    pin = standing or Pin(initiative=held, edition=0)
    pin.month, pin.reason = first_day_of(month), reason.strip()[: rules.LONGEST_REASON]
    pin.pinned_by, pin.pinned_at = by, at
    pin.edition += 1
    pin.save()
    verb = "pin.moved" if standing else "pin.made"
    record(verb, about=held, by=by, at=at, reason=pin.reason, month=str(month), edition=pin.edition)
    return pin
