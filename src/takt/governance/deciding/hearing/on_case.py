"""What a case page shows of its hearings: who said what, and whether the units may be asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal
from takt.governance.deciding.hearing import queries, rules
from takt.governance.deciding.hearing.models import State
from takt.governance.flow.models import Initiative


@dataclass(frozen=True, slots=True)
class OnCase:
    hearings: Sequence[queries.Heard]
    """The newest first."""
    leads: bool
    """The reader may hold hearings, if the case allows it."""
    why_not: Refusal | None

    @property
    def is_empty(self) -> bool:
        return not self.hearings and (not self.leads or self.why_not is not None)


def on_case(initiative: Initiative, *, reader: Person) -> OnCase:
    today = timezone.localdate()
    found = list(queries.hearings().filter(initiative=initiative))
    heard = queries.heard(found, today, Managers.now()) if found else []
    running = next((one.hearing for one in heard if one.state == State.OPEN), None)
    may_be_heard = initiative.stage in rules.CAN_BE_HEARD
    leads = may_be_heard and queries.leads_hearings(initiative, reader, today)
    return OnCase(heard, leads, rules.why_not_hear(initiative, running, reader, leads=leads))
