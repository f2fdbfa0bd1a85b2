"""Who may ask that a case be taken up again."""

from datetime import datetime

from takt.foundation.people.models import Person
from takt.governance.clarifying.rules import NETWORK
from takt.governance.deciding.meetings.models import Outcome
from takt.governance.deciding.meetings.standing import standings_of
from takt.governance.deciding.models import SeatRole
from takt.governance.flow.models import Initiative


def may_ask(case: Initiative, by: Person, at: datetime) -> bool:
    """The network, and secretary and chair of a body that has treated the case."""
    if not by.is_active:
        return False
    if by.holds(*NETWORK):
        return True
    run = [key for key, role in standings_of(by, at).items() if role in (SeatRole.SECRETARY, SeatRole.CHAIR)]
    return Outcome.objects.filter(
        item__initiative=case, in_effect_at__isnull=False, item__meeting__body__key__in=run
    ).exists()
