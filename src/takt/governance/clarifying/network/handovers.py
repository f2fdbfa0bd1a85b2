"""What a member leaves behind, and how each kind of it goes on to another. A room with a new kind adds a line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.governance.clarifying.models import Assignment, Question
from takt.governance.clarifying.scoring.handovers import give_assessments, to_assess
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

NO_LONGER_WORK = (Stage.CLOSED, Stage.DECLINED, Stage.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Handover:
    key: str
    """As the ledger counts it."""
    title: str | Promise
    left_by: Callable[[Person], Sequence[Initiative]]
    """The cases in which the person has something of this kind, by number."""
    give: "Give"


Give = Callable[[Sequence[Initiative], Person, Person, Person, datetime], None]
"""These cases, from one, to another, by whom, when. Called inside the transaction of hand_over."""


def handovers() -> tuple[Handover, ...]:
    """Everything that goes on to another when a member leaves, in the order in which it is said."""
    return (
        Handover("cases", _("sager på alle trin"), _cases_of, _give_cases),
        Handover("questions", _("sager med ubesvarede spørgsmål"), _asked_by, _give_questions),
        Handover("assessments", _("sager, der venter på en bedømmelse"), to_assess, give_assessments),
    )


def left_by(person: Person) -> list[tuple[Handover, Sequence[Initiative]]]:
    """Of each kind that the person has anything of."""
    return [(one, found) for one in handovers() if (found := one.left_by(person))]


def _cases_of(person: Person) -> Sequence[Initiative]:
    return _in_order(Initiative.objects.filter(assignment__person=person).exclude(stage__in=NO_LONGER_WORK))


def _asked_by(person: Person) -> Sequence[Initiative]:
    unanswered = Question.objects.filter(asked_by=person, answered_at=None)
    return _in_order(Initiative.objects.filter(pk__in=unanswered.values("initiative")))


def _in_order(cases: QuerySet[Initiative]) -> Sequence[Initiative]:
    return list(cases.select_related("unit").order_by("number"))


def _give_cases(cases: Sequence[Initiative], was: Person, to: Person, by: Person, at: datetime) -> None:
    """Each case says in its own trail that somebody else has it now."""
    Assignment.objects.filter(initiative__in=cases, person=was).update(person=to, taken_at=at)
    for case in cases:
        record("case.given", about=case, by=by, at=at, to=str(to.pseudonym))


def _give_questions(cases: Sequence[Initiative], was: Person, to: Person, by: Person, at: datetime) -> None:
    """The answer will be read by somebody who is still there; who asked first stands in the ledger."""
    Question.objects.filter(initiative__in=cases, asked_by=was, answered_at=None).update(asked_by=to)
    for case in cases:
        record("question.given", about=case, by=by, at=at, to=str(to.pseudonym))
