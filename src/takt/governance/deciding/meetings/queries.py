"""What is asked about meetings. The number of queries never depends on the number of rows."""

from datetime import date, datetime

from django.db.models import Count, F, Min, Prefetch, Q, QuerySet

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Unit
from takt.governance.deciding.meetings.models import (
    AgendaItem,
    Attendance,
    Condition,
    ConditionState,
    Meeting,
    MeetingState,
    Outcome,
    Override,
    Recusal,
    Vote,
)
from takt.governance.deciding.meetings.models.agenda import Choice
from takt.governance.deciding.meetings.models.outcome import APPROVING
from takt.governance.deciding.meetings.outcome_rules import Quorum
from takt.governance.deciding.meetings.standing import seats_of
from takt.governance.deciding.models import SeatRole
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

COMING = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.IN_SESSION)
PAST = (MeetingState.CLOSED, MeetingState.APPROVED, MeetingState.CANCELLED)


def coming_meetings(body_key: str = "") -> QuerySet[Meeting]:
    """The nearest first."""
    return _listed(COMING, body_key).order_by("starts_at", "id")


def past_meetings(body_key: str = "") -> QuerySet[Meeting]:
    """The latest first."""
    return _listed(PAST, body_key).order_by("-starts_at", "-id")


def next_deadline(body_key: str, today: date) -> date | None:
    """The day by which a case must be ready for the next meeting of the body that can still take it in."""
    coming = Meeting.objects.filter(
        body__key=body_key, state__in=(MeetingState.PLANNED, MeetingState.CALLED), is_written=False
    )
    first: date | None = coming.filter(items_due_date__gte=today).aggregate(first=Min("items_due_date"))[
        "first"
    ]
    return first


def _listed(states: tuple[MeetingState, ...], body_key: str) -> QuerySet[Meeting]:
    found = Meeting.objects.filter(state__in=states).select_related("body")
    found = found.filter(body__key=body_key) if body_key else found
    return found.annotate(
        item_count=Count("items", distinct=True),
        decided_count=Count("items__outcome", filter=Q(items__initiative__isnull=False), distinct=True),
    )


def items_of(meeting: Meeting) -> list[AgendaItem]:
    """In order, with all that is shown of them."""
    conditions = Condition.objects.select_related("owner", "owner_unit").order_by("id")
    return list(
        meeting.items.select_related("initiative__unit", "outcome__override").prefetch_related(
            Prefetch("outcome__conditions", conditions),
            Prefetch("recusals", Recusal.objects.select_related("person")),
            Prefetch("votes", Vote.objects.select_related("person")),
            "addenda",
        )
    )


def attendance_of(meeting: Meeting) -> list[Attendance]:
    return list(meeting.attendance.select_related("person"))


def quorum_of(item: AgendaItem, attendance: list[Attendance]) -> Quorum:
    """Recused people count neither among the present nor among the votes."""
    recused = {one.person_id for one in item.recusals.all()}
    needed = item.meeting.body.quorum
    if item.meeting.is_written:
        votes = [vote for vote in item.votes.all() if vote.person_id not in recused]
        return Quorum(
            len(votes),
            needed,
            sum(vote.choice == Choice.FOR for vote in votes),
            sum(vote.choice == Choice.AGAINST for vote in votes),
        )
    present = sum(one.is_present and one.has_vote and one.person_id not in recused for one in attendance)
    return Quorum(present, needed)


def votes_waiting(meeting: Meeting, at: datetime) -> int:
    """Answers that have not been given in a written procedure."""
    voters = {seat.person_id for seat in seats_of(meeting.body, at) if seat.role != SeatRole.SECRETARY}
    items = meeting.items.prefetch_related("votes", "recusals")
    return sum(
        len(
            voters
            - {vote.person_id for vote in item.votes.all()}
            - {one.person_id for one in item.recusals.all()}
        )
        for item in items
    )


def managers_of(units: set[int]) -> list[Person]:
    """Those who answer for the units, each once."""
    managers = Managers.now()
    found = {person.pk: person for unit in sorted(units) if (person := managers.of(unit))}
    return list(found.values())


def manages(person: Person, unit: Unit | None) -> bool:
    return unit is not None and Managers.now().of(unit.pk) == person


def items_of_case(initiative: Initiative) -> list[AgendaItem]:
    """Where the case has stood and stands on agendas, with what came out of it and its conditions."""
    conditions = Condition.objects.select_related("owner", "owner_unit").order_by("id")
    return list(
        AgendaItem.objects.filter(initiative=initiative)
        .select_related("meeting__body", "outcome__override")
        .prefetch_related(Prefetch("outcome__conditions", conditions), "recusals")
        .order_by("meeting__starts_at", "id")
    )


def coming_of(items: list[AgendaItem]) -> list[AgendaItem]:
    """On agendas that have been sent, the nearest first."""
    sent = (MeetingState.CALLED, MeetingState.IN_SESSION)
    return [item for item in items if item.meeting.state in sent]


def outcomes_of(items: list[AgendaItem]) -> list[Outcome]:
    """Those in effect, the newest first."""
    found = (getattr(item, "outcome", None) for item in items)
    in_effect = [one for one in found if one is not None and one.in_effect_at is not None]
    return sorted(in_effect, key=lambda one: (one.in_effect_at, one.pk), reverse=True)


def on_other_agendas(meeting: Meeting) -> dict[int, datetime]:
    """By key of the case: when another meeting of the same body, still to come, treats it."""
    others = AgendaItem.objects.filter(
        meeting__body__key=meeting.body.key, meeting__state__in=COMING, initiative__isnull=False
    ).exclude(meeting=meeting)
    return dict(others.order_by("-meeting__starts_at").values_list("initiative", "meeting__starts_at"))


def conditions_in_effect() -> QuerySet[Condition]:
    return Condition.objects.filter(outcome__in_effect_at__isnull=False).select_related(
        "owner", "owner_unit", "outcome__item__initiative", "outcome__item__meeting__body"
    )


def readable_conditions(reader: Person, bodies: list[str]) -> QuerySet[Condition]:
    """Those of open items; of closed ones only the reader's own, and those of bodies the reader sits in.

    ``bodies``: their keys. Somebody recused from an item does not read what came of it.
    """
    own = Q(owner=reader)
    among = Q(outcome__item__meeting__body__key__in=bodies) & ~Q(outcome__item__recusals__person=reader)
    return conditions_in_effect().filter(Q(outcome__item__is_closed=False) | own | among).distinct()


def follow_up(reader: Person, bodies: list[str], *, shown: str, today: date) -> QuerySet[Condition]:
    """``shown``: aaben, overskredet, afsluttet or alle."""
    found = readable_conditions(reader, bodies)
    if shown == "overskredet":
        found = found.filter(state=ConditionState.OPEN, due_date__lt=today)
    elif shown == "afsluttet":
        found = found.exclude(state=ConditionState.OPEN)
    elif shown != "alle":
        found = found.filter(state=ConditionState.OPEN)
    return found.order_by(F("settled_at").asc(nulls_first=True), "due_date", "id")


def overrides() -> QuerySet[Override]:
    """Every yes beyond a limit that still weighs on the plan, the newest first; those of open items only."""
    return (
        Override.objects.filter(
            outcome__kind__in=APPROVING,
            outcome__in_effect_at__isnull=False,
            outcome__item__initiative__stage__in=(Stage.APPROVED, Stage.REALISING),
            outcome__item__is_closed=False,
        )
        .select_related("outcome__item__initiative", "outcome__item__meeting__body")
        .order_by("-outcome__in_effect_at", "-id")
    )
