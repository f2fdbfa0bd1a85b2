"""What a case shows of the bodies: where it is on an agenda, what came out of it, and its conditions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from takt.foundation.people.models import Person
from takt.governance.deciding.meetings import outcome_rules, rules
from takt.governance.deciding.meetings.models import AgendaItem, Condition, Outcome
from takt.governance.deciding.meetings.queries import coming_of, items_of_case, outcomes_of
from takt.governance.deciding.meetings.reconsidering import may_ask
from takt.governance.deciding.meetings.standing import Standing, standings_of
from takt.governance.flow.models import Initiative


@dataclass(frozen=True, slots=True)
class Treated:
    """An outcome as this reader may see it."""

    outcome: Outcome
    reason: str
    is_whole: bool
    """Not a closed item, or the reader takes part in it."""
    conditions: Sequence[Condition]


@dataclass(frozen=True, slots=True)
class OnCase:
    coming: Sequence[AgendaItem]
    treated: Sequence[Treated]
    """Newest first."""
    may_reconsider: bool
    today: date

    @property
    def is_empty(self) -> bool:
        return not (self.coming or self.treated or self.may_reconsider)


def on_case(initiative: Initiative, *, reader: Person) -> OnCase:
    now = timezone.now()
    standings = standings_of(reader, now)

    def takes_part(item: AgendaItem) -> bool:
        role = standings.get(item.meeting.body.key)
        is_recused = any(rules.is_the_person(one.person, reader) for one in item.recusals.all())
        return rules.why_not_read(item, Standing(item.meeting.body.name, role), is_recused=is_recused) is None

    items = items_of_case(initiative)
    can_be = initiative.stage in outcome_rules.CAN_BE_RECONSIDERED and may_ask(initiative, reader, now)
    return OnCase(
        coming=[item for item in coming_of(items) if takes_part(item)],
        treated=[_treated(one, reader, is_whole=takes_part(one.item)) for one in outcomes_of(items)],
        may_reconsider=can_be,
        today=timezone.localdate(now),
    )


def _treated(outcome: Outcome, reader: Person, *, is_whole: bool) -> Treated:
    conditions = [one for one in outcome.conditions.all() if is_whole or one.owner_id == reader.pk]
    return Treated(outcome, outcome.reason if is_whole else outcome.told, is_whole, conditions)
