"""Write the outcome of an item into the minutes. It takes effect when the meeting closes."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, refuse_if
from takt.governance.deciding.meetings import outcome_rules, rules
from takt.governance.deciding.meetings.commands.working import locked_item
from takt.governance.deciding.meetings.models import AgendaItem, Condition, Outcome, Override
from takt.governance.deciding.meetings.models.outcome import APPROVING
from takt.governance.deciding.meetings.queries import attendance_of, quorum_of
from takt.governance.deciding.meetings.standing import Standing, standing_at
from takt.governance.deciding.meetings.terms import ConditionTerms, OutcomeTerms, outcome_terms
from takt.governance.deciding.meetings.turn import turn_of
from takt.governance.deciding.meetings.words import outcome_in_words


@transaction.atomic
def record_outcome(
    item: AgendaItem,
    terms: OutcomeTerms,
    *,
    edition: int,
    breaches: Sequence[str] = (),
    by: Person,
    at: datetime,
) -> Outcome:
    """``edition``: of the outcome as it was seen, 0 when there was none.

    ``breaches``: the limits that a yes would exceed, as sentences; the caller works them out for this case and
    plan, never from what a page sends. May be done again until the meeting closes.
    """
    found = locked_item(item)
    standing = standing_at(found.meeting, by, at)
    before = Outcome.objects.filter(item=found).prefetch_related("conditions").first()
    is_recused = found.recusals.filter(person=by).exists()
    refuse_if(rules.why_not_minute(found.meeting, standing) or rules.why_not_take_part(is_recused=is_recused))
    if before is not None and outcome_terms(before) == terms:
        return before
    refuse_if(
        rules.why_not_overwrite(
            before.edition if before else 0, edition, outcome_in_words(before) if before else ""
        )
    )
    refuse_if(why_not_outcome(found, terms, breaches, standing, at))
    outcome = _write(found, terms, before, by=by, at=at)
    _write_override(outcome, terms, breaches)
    record(
        "outcome.recorded",
        about=found.meeting,
        by=by,
        at=at,
        item=found.pk,
        kind=str(terms.kind),
        conditions=len(terms.conditions),
        breaches=list(breaches) if terms.kind in APPROVING else [],
        edition=outcome.edition,
    )
    return outcome


def why_not_outcome(
    item: AgendaItem, terms: OutcomeTerms, breaches: Sequence[str], standing: Standing, at: datetime
) -> Refusal | None:
    """Mandate, quorum, words and limits, in that order. Asked again when the meeting closes."""
    turn = turn_of(item.initiative, at) if item.initiative else None
    level = turn.levels.get(item.meeting.body.key) if turn else None
    quorum = quorum_of(item, attendance_of(item.meeting))
    return (
        outcome_rules.why_not_kind(terms.kind, item, turn, standing)
        or outcome_rules.why_not_quorum(terms.kind, quorum, is_written=item.meeting.is_written)
        or outcome_rules.why_not_words(terms, item, timezone.localdate(at))
        or (outcome_rules.why_not_exceed(terms, breaches, level) if item.initiative else None)
    )


def _write(
    item: AgendaItem, terms: OutcomeTerms, before: Outcome | None, *, by: Person, at: datetime
) -> Outcome:
    outcome = before or Outcome(item=item, edition=0)
    outcome.kind, outcome.reason = terms.kind, terms.reason.strip()[:4_000]
    outcome.answer, outcome.questions = terms.answer.strip()[:2_000], terms.questions.strip()[:4_000]
    outcome.until_date = terms.until_date
    outcome.recorded_by, outcome.recorded_at = by, at
    outcome.edition += 1
    outcome.save()
    outcome.conditions.all().delete()
    Condition.objects.bulk_create(_condition(outcome, one) for one in terms.conditions)
    return outcome


def _condition(outcome: Outcome, terms: ConditionTerms) -> Condition:
    assert terms.due_date is not None  # noqa: S101 - why_not_condition has seen to it
    return Condition(
        outcome=outcome,
        text=terms.text.strip()[:500],
        owner_id=terms.owner,
        owner_unit_id=None if terms.owner else terms.owner_unit,
        due_date=terms.due_date,
        proof_wanted=terms.proof_wanted.strip()[:300],
    )


def _write_override(outcome: Outcome, terms: OutcomeTerms, breaches: Sequence[str]) -> None:
    """Only a yes exceeds anything; when it is taken back, nothing is overridden any more."""
    Override.objects.filter(outcome=outcome).delete()
    if breaches and terms.kind in APPROVING:
        Override.objects.create(
            outcome=outcome, breaches=list(breaches), reason=terms.override_reason.strip()[:2_000]
        )
