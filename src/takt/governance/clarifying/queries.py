"""What is asked about cases in clarification. The number of queries never depends on the number of cases."""

from datetime import date

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from takt.foundation.people.models import Person
from takt.governance.clarifying.models import BenefitOwner, OwnerAnswer, Question, Reply
from takt.governance.clarifying.weighing_rules import NO_LONGER_OPEN
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


def to_take_up() -> QuerySet[Initiative]:
    """Wishes that nobody in the network has, the most urgent answer first."""
    nobody = Q(assignment=None) | Q(assignment__person=None) | Q(assignment__person__is_active=False)
    return (
        Initiative.objects.filter(Q(stage=Stage.SUBMITTED) | (Q(stage=Stage.CLARIFYING) & nobody))
        .select_related("unit", "wish")
        .defer("wish__trouble")
        .order_by("-stage", F("wish__answer_due_date").asc(nulls_last=True), "number")
    )


def cases_of(person: Person) -> QuerySet[Initiative]:
    """Being clarified by this person; each knows how many of its questions wait (``waiting``)."""
    return (
        Initiative.objects.filter(stage=Stage.CLARIFYING, assignment__person=person)
        .select_related("unit", "assignment", "estimate")
        .annotate(
            waiting=Count("questions", filter=Q(questions__answered_at=None)),
            oldest_due=Subquery(
                Question.objects.filter(initiative=OuterRef("pk"), answered_at=None)
                .order_by("due_date")
                .values("due_date")[:1]
            ),
        )
        .order_by(F("assignment__ready_at").asc(nulls_first=True), "assignment__taken_at", "number")
    )


def questions_for(person: Person) -> QuerySet[Question]:
    """Those that wait for this person's answer."""
    return (
        Question.objects.filter(
            answered_at=None, initiative__wish__wished_by=person, initiative__stage=Stage.CLARIFYING
        )
        .select_related("initiative", "asked_by")
        .order_by("due_date", "id")
    )


def benefits_waiting_for(person: Person) -> QuerySet[BenefitOwner]:
    """Cases whose benefit this person is asked to answer for."""
    return (
        BenefitOwner.objects.filter(person=person, answer=OwnerAnswer.WAITING)
        .exclude(initiative__stage__in=NO_LONGER_OPEN)
        .select_related("initiative__unit")
        .order_by("due_date", "id")
    )


def to_reopen(today: date) -> QuerySet[Initiative]:
    """Postponed until a day that has come; ``reopen_date`` is that day."""
    newest = Reply.objects.filter(initiative=OuterRef("pk")).order_by("-id")
    return (
        Initiative.objects.filter(
            stage=Stage.POSTPONED, pk__in=Reply.objects.filter(reopen_date__lte=today).values("initiative")
        )
        .annotate(reopen_date=Subquery(newest.values("reopen_date")[:1]))
        .filter(reopen_date__lte=today)
        .select_related("unit")
        .order_by("reopen_date", "number")
    )
