"""Answer a question from the network, in the same thread."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules
from takt.governance.clarifying.commands.working import locked, wish_of
from takt.governance.clarifying.models import Question


@transaction.atomic
def answer_question(question: Question, text: str, *, by: Person, at: datetime) -> Question:
    """Only the wisher answers, and once. The words stay outside the ledger."""
    locked(question.initiative)  # as who asks, gathers or withdraws does, and in the same order
    asked = (
        Question.objects.select_for_update(of=("self",), no_key=True)
        .select_related("initiative")
        .get(pk=question.pk)
    )
    refuse_if(rules.why_not_answer(asked, wish_of(asked.initiative), by) or rules.why_not_say(text))
    asked.answer, asked.answered_by, asked.answered_at = text.strip()[:4_000], by, at
    asked.save()
    record("question.answered", about=asked.initiative, by=by, at=at, question=asked.pk)
    return asked
