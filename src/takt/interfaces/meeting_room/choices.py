"""Which outcomes are open for an item, and why the others are not."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from takt.calculation.governance_path import Level
from takt.foundation.refusals import Refusal
from takt.governance.deciding.meetings import outcome_rules
from takt.governance.deciding.meetings.models import AgendaItem, OutcomeKind
from takt.governance.deciding.meetings.standing import Standing
from takt.governance.deciding.meetings.turn import Turn

_YES = {
    Level.DECIDE: (OutcomeKind.APPROVED, OutcomeKind.APPROVED_WITH_CONDITIONS),
    Level.RECOMMEND: (OutcomeKind.RECOMMENDED, OutcomeKind.RECOMMENDED_WITH_CONDITIONS),
}
_NO = (OutcomeKind.POSTPONED, OutcomeKind.DECLINED, OutcomeKind.RETURNED, OutcomeKind.NOTED)


@dataclass(frozen=True, slots=True)
class Choice:
    kind: OutcomeKind
    why_not: Refusal | None
    is_chosen: bool

    @property
    def label(self) -> str:
        return str(self.kind.label)


def choices_for(item: AgendaItem, turn: Turn | None, standing: Standing, chosen: str) -> list[Choice]:
    """In the order of the form: yes, then the others."""
    if item.initiative is None or turn is None:
        kinds = list(outcome_rules.OF_A_PLAIN_ITEM)
    else:
        level = turn.levels.get(item.meeting.body.key)
        kinds = [*_YES.get(level or Level.QUALIFY, ()), *_NO]
    return [
        Choice(kind, outcome_rules.why_not_kind(kind, item, turn, standing), kind == chosen) for kind in kinds
    ]


def legend(item: AgendaItem, turn: Turn | None, standing: Standing) -> str:
    level = turn.levels.get(item.meeting.body.key) if turn else None
    if level is Level.RECOMMEND:
        return _("Indstilling fra %(body)s") % {"body": standing.body}
    if level is Level.DECIDE:
        return _("Beslutning i %(body)s") % {"body": standing.body}
    return _("Udfald")
