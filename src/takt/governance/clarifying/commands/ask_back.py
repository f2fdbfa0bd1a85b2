"""Ask the wisher, in the thread of the case."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.working import locked_people
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules
from takt.governance.clarifying.commands.working import locked, wish_of
from takt.governance.clarifying.models import Assignment, Question
from takt.governance.flow.models import Initiative

ANSWER_WITHIN = timedelta(weeks=2)


@transaction.atomic
def ask_back(initiative: Initiative, text: str, *, by: Person, at: datetime) -> Question:
    """The answer is expected within two weeks. The words stay outside the ledger."""
    [by] = locked_people(by)  # who may be leaving in this very moment
    case = locked(initiative)
    refuse_if(rules.why_not_ask(case, wish_of(case), by) or rules.why_not_say(text))
    question = Question.objects.create(
        initiative=case,
        text=text.strip()[:2_000],
        asked_by=by,
        asked_at=at,
        due_date=timezone.localdate(at) + ANSWER_WITHIN,
    )
    Assignment.objects.filter(initiative=case).update(ready_at=None)
    record("question.asked", about=case, by=by, at=at, question=question.pk)
    return question
