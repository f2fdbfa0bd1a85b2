"""What people write about an item and its outcome, as plain values: what forms give and commands keep."""

from dataclasses import dataclass
from datetime import date

from takt.governance.deciding.meetings.models import AgendaItem, ItemKind, Outcome, OutcomeKind


@dataclass(frozen=True, slots=True)
class ItemTerms:
    title: str
    kind: ItemKind = ItemKind.DECISION
    minutes: int = 10
    is_closed: bool = False
    presentation: str = ""


def item_terms(item: AgendaItem) -> ItemTerms:
    return ItemTerms(item.title, ItemKind(item.kind), item.minutes, item.is_closed, item.presentation)


@dataclass(frozen=True, slots=True)
class ConditionTerms:
    text: str
    owner: int | None = None
    """The key of a person; or else ``owner_unit``."""
    owner_unit: int | None = None
    due_date: date | None = None
    proof_wanted: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeTerms:
    kind: OutcomeKind
    reason: str = ""
    answer: str = ""
    until_date: date | None = None
    questions: str = ""
    conditions: tuple[ConditionTerms, ...] = ()
    override_reason: str = ""


def outcome_terms(outcome: Outcome) -> OutcomeTerms:
    """As it stands; the conditions should be fetched beforehand."""
    override = getattr(outcome, "override", None)
    return OutcomeTerms(
        kind=OutcomeKind(outcome.kind),
        reason=outcome.reason,
        answer=outcome.answer,
        until_date=outcome.until_date,
        questions=outcome.questions,
        conditions=tuple(
            ConditionTerms(one.text, one.owner_id, one.owner_unit_id, one.due_date, one.proof_wanted)
            for one in outcome.conditions.all()
        ),
        override_reason=override.reason if override else "",
    )
