"""What is asked about the network. The number of queries never depends on the number of members or cases."""

from collections.abc import Collection
from datetime import date

from django.db.models import Count, F, IntegerField, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from takt.foundation.people.models import Person
from takt.governance.clarifying.models import Assignment, Question
from takt.governance.clarifying.network.models import KnowledgeField, Membership
from takt.governance.clarifying.rules import NETWORK
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


def in_force(today: date) -> QuerySet[Membership]:
    """Those who are in the network on a day and can be asked."""
    return Membership.objects.filter(
        Q(to_date=None) | Q(to_date__gte=today),
        from_date__lte=today,
        handed_over_at=None,
        person__is_active=True,
    )


def membership_of(person: Person, today: date) -> Membership | None:
    return in_force(today).filter(person=person).select_related("unit").first()


def with_load(memberships: QuerySet[Membership], today: date) -> QuerySet[Membership]:
    """Each knows its ``open_cases``, ``waiting`` questions, and cases ``overdue``; people and fields come along.

    The busiest first.
    """
    cases = Assignment.objects.filter(person=OuterRef("person"), initiative__stage=Stage.CLARIFYING)
    questions = Question.objects.filter(
        asked_by=OuterRef("person"), answered_at=None, initiative__stage=Stage.CLARIFYING
    )
    late = Q(initiative__questions__answered_at=None, initiative__questions__due_date__lt=today)
    return (
        memberships.annotate(
            open_cases=_counted(cases, "person"),
            waiting=_counted(questions, "asked_by"),
            overdue=_counted(cases.filter(late), "person", "initiative"),
        )
        .select_related("person", "unit", "substitute")
        .prefetch_related("fields")
        .order_by("-open_cases", F("person__sort_key").asc(nulls_last=True), "id")
    )


def _counted(rows: QuerySet, by: str, what: str = "pk") -> Coalesce:  # type: ignore[type-arg]
    counts = rows.order_by().values(by).annotate(n=Count(what, distinct=True)).values("n")
    return Coalesce(Subquery(counts, output_field=IntegerField()), 0)


def knowing(memberships: QuerySet[Membership], key: str) -> QuerySet[Membership]:
    """``key``: of a field of knowledge."""
    return memberships.filter(fields__key=key) if key else memberships


def fields_in_use(today: date) -> QuerySet[KnowledgeField]:
    """In Danish order; each knows how many ``members`` there are to ask."""
    return (
        KnowledgeField.objects.filter(memberships__in=in_force(today))
        .annotate(members=Count("memberships", filter=Q(memberships__in=in_force(today)), distinct=True))
        .order_by("sort_key", "key")
    )


def people_to_ask() -> QuerySet[Person]:
    """Everyone who can be given a case, by name."""
    return (
        Person.objects.filter(is_active=True, role_holdings__role__in=NETWORK)
        .select_related("unit")
        .distinct()
        .order_by("sort_key", "id")
    )


def people_besides(membership: Membership) -> QuerySet[Person]:
    """Everyone to whom the member's work can go."""
    return people_to_ask().exclude(memberships=membership)


def acts_for(person: Person, today: date) -> set[Person]:
    """The colleagues who are away and whose tasks this person sees meanwhile."""
    away = in_force(today).filter(substitute=person, away_from__lte=today, away_to__gte=today)
    return {membership.person for membership in away.select_related("person") if membership.person}


def cases_of_those(people: Collection[Person]) -> QuerySet[Initiative]:
    """Being clarified by any of them; each knows the day by which its oldest question should be answered."""
    unanswered = Q(questions__answered_at=None)
    return (
        Initiative.objects.filter(stage=Stage.CLARIFYING, assignment__person__in=people)
        .select_related("unit", "assignment__person")
        .annotate(oldest_due=Min("questions__due_date", filter=unanswered))
        .order_by(F("oldest_due").asc(nulls_last=True), "number")
    )


def stands_in_for(person: Person, holder: Person | None, today: date) -> bool:
    """Whether ``holder`` is away today and ``person`` their substitute."""
    return holder is not None and holder in acts_for(person, today)


def history_of(person: Person) -> QuerySet[Membership]:
    """Every membership, the newest first."""
    return Membership.objects.filter(person=person).select_related("unit").order_by("-from_date", "-id")


def member(pk: int, today: date) -> QuerySet[Membership]:
    return with_load(Membership.objects.filter(pk=pk, person__isnull=False), today)


def with_people(today: date) -> QuerySet[Membership]:
    """For the coverage map."""
    return in_force(today).select_related("person").order_by("person__sort_key", "id")
