"""What an outcome does to the case when the meeting closes: its stage, the answer, and who is told."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.governance.clarifying.commands.working import locked as locked_case
from takt.governance.clarifying.commands.working import reply
from takt.governance.clarifying.models import Assignment, ReplyKind
from takt.governance.deciding.meetings.models import Outcome, OutcomeKind
from takt.governance.deciding.meetings.telling import tell_of_outcome
from takt.governance.flow.commands import move
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

EFFECT: dict[OutcomeKind, tuple[Stage, ReplyKind]] = {
    OutcomeKind.RECOMMENDED: (Stage.RECOMMENDED, ReplyKind.RECOMMENDED),
    OutcomeKind.RECOMMENDED_WITH_CONDITIONS: (Stage.RECOMMENDED, ReplyKind.RECOMMENDED),
    OutcomeKind.APPROVED: (Stage.APPROVED, ReplyKind.APPROVED),
    OutcomeKind.APPROVED_WITH_CONDITIONS: (Stage.APPROVED, ReplyKind.APPROVED),
    OutcomeKind.POSTPONED: (Stage.POSTPONED, ReplyKind.POSTPONED),
    OutcomeKind.RETURNED: (Stage.CLARIFYING, ReplyKind.RETURNED),
    OutcomeKind.DECLINED: (Stage.DECLINED, ReplyKind.DECLINED),
}
"""Where the case goes, and what the wisher is told. What is noted does nothing to the case."""


def take_effect(outcome: Outcome, *, by: Person, at: datetime) -> None:
    """``outcome`` with its item, meeting and body at hand; its mandate has been examined."""
    case = outcome.item.initiative
    effect = EFFECT.get(OutcomeKind(outcome.kind))
    outcome.in_effect_at = at
    if case is not None and effect is not None:
        outcome.stage_before = case.stage
    outcome.save(update_fields=["in_effect_at", "stage_before"])
    if case is not None and effect is not None:
        _move_and_answer(outcome, case, *effect, by=by, at=at)


def _answer(outcome: Outcome) -> str:
    """What the wisher reads: why, and what the body asks when it sends the case back. Kept, so in Danish."""
    if outcome.kind != OutcomeKind.RETURNED or outcome.item.is_closed:
        return outcome.told
    with override(settings.LANGUAGE_CODE):
        asked = _("Spørgsmål: %(questions)s") % {"questions": outcome.questions}
    return f"{outcome.told} {asked}"


def _move_and_answer(
    outcome: Outcome, case: Initiative, stage: Stage, kind: ReplyKind, *, by: Person, at: datetime
) -> None:
    body = outcome.item.meeting.body.name
    now = locked_case(case)
    if now.stage != stage:
        move(now, stage, by=by, at=at, reason=outcome.told)
    if outcome.kind == OutcomeKind.RETURNED:
        Assignment.objects.filter(initiative=now).update(ready_at=None)
    fields: dict[str, Any] = {"body_name": body}
    if outcome.kind == OutcomeKind.POSTPONED:
        fields["reopen_date"] = outcome.until_date
    reply(now, kind, _answer(outcome), by=by, at=at, **fields)
    record(
        "case.treated",
        about=now,
        by=by,
        at=at,
        body=body,
        kind=str(outcome.kind),
        meeting=outcome.item.meeting_id,
        conditions=outcome.conditions.count(),
    )
    tell_of_outcome(outcome, now, at=at)
