"""What waits for a person because of meetings: agendas, votes, minutes, conditions, questions to a case."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.foundation.design.templatetags.takt import clock
from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Role
from takt.foundation.people.tasks import Task
from takt.governance.deciding.meetings.models import (
    Condition,
    ConditionState,
    Meeting,
    MeetingState,
    Outcome,
    OutcomeKind,
)
from takt.governance.deciding.meetings.queries import conditions_in_effect
from takt.governance.deciding.meetings.standing import standings_of
from takt.governance.deciding.models import SeatRole
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

MOST = 50
PREPARE_WITHIN = timedelta(days=14)
RUNS = (SeatRole.CHAIR, SeatRole.SECRETARY)


def tasks_for(reader: Person, *, today: date) -> list[Task]:
    """Those that are due first come first."""
    if not reader.is_active:
        return []
    roles = standings_of(reader, _noon(today))
    found = [*_meetings(reader, roles, today), *conditions_of(reader), *_questions(reader)]
    return sorted(found, key=lambda task: (task.due_date is None, task.due_date or today))[:MOST]


def _meetings(reader: Person, roles: Mapping[str, SeatRole], today: date) -> Iterator[Task]:
    if not roles:
        return
    near = Q(state=MeetingState.PLANNED, starts_at__lte=_noon(today + PREPARE_WITHIN))
    waiting = (
        Meeting.objects.filter(
            near | Q(state__in=(MeetingState.CALLED, MeetingState.IN_SESSION, MeetingState.CLOSED)),
            body__key__in=list(roles),
        )
        .select_related("body")
        .prefetch_related("items__votes", "items__recusals")
        .order_by("starts_at")[:MOST]
    )
    for meeting in waiting:
        if task := _of_meeting(meeting, SeatRole(roles[meeting.body.key]), reader):
            yield task


def _of_meeting(meeting: Meeting, role: SeatRole, reader: Person) -> Task | None:
    starts = timezone.localdate(meeting.starts_at)
    name, link = meeting.body.name, meeting.get_absolute_url()
    if meeting.state == MeetingState.PLANNED:
        if role not in RUNS:
            return None
        return Task(_("Dagsordener at gøre klar"), name, link, starts, _("Dagsordenen er ikke sendt."))
    if meeting.state == MeetingState.CLOSED:
        if role != SeatRole.CHAIR:
            return None
        return Task(_("Referater at godkende"), name, link, None, _("Mødet er lukket; læs og godkend."))
    if meeting.is_written:
        return _vote(meeting, role, reader)
    return Task(
        _("Dagsordener at læse"),
        name,
        link,
        starts,
        _("Mødet begynder %(clock)s. %(place)s")
        % {"clock": clock(meeting.starts_at), "place": meeting.place},
    )


def _vote(meeting: Meeting, role: SeatRole, reader: Person) -> Task | None:
    if role == SeatRole.SECRETARY or meeting.votes_due_at is None:
        return None
    missing = sum(
        all(vote.person_id != reader.pk for vote in item.votes.all())
        and all(recusal.person_id != reader.pk for recusal in item.recusals.all())
        for item in meeting.items.all()
    )
    if not missing:
        return None
    note = ngettext("Ét punkt mangler din stemme.", "%(items)d punkter mangler din stemme.", missing)
    return Task(
        _("Stemmer at give"),
        meeting.body.name,
        meeting.get_absolute_url(),
        timezone.localdate(meeting.votes_due_at),
        note % {"items": missing},
    )


def conditions_of(reader: Person) -> Iterator[Task]:
    """One's own, and for a manager those of the unit."""
    mine = Q(owner=reader)
    if reader.holds(Role.UNIT_MANAGER):
        mine |= Q(owner_unit__in=Managers.now().units_of(reader))
    found = conditions_in_effect().filter(mine, state=ConditionState.OPEN).order_by("due_date", "id")
    for condition in found[:MOST]:
        yield Task(
            _("Betingelser at opfylde"),
            condition.text,
            condition.get_absolute_url(),
            condition.due_date,
            _case_of(condition),
        )


def _case_of(condition: Condition) -> str:
    case = condition.outcome.item.initiative
    return f"{case.number} {case.title}" if case else condition.outcome.item.title


def _questions(reader: Person) -> Iterator[Task]:
    """Cases of one's own that a body has sent back, until they are ready again."""
    newest = Outcome.objects.filter(item__initiative=OuterRef("pk"), in_effect_at__isnull=False).order_by(
        "-in_effect_at", "-id"
    )
    sent_back = (
        Initiative.objects.filter(
            stage=Stage.CLARIFYING, assignment__person=reader, assignment__ready_at=None
        )
        .annotate(
            came=Subquery(newest.values("kind")[:1]),
            body=Subquery(newest.values("item__meeting__body__name")[:1]),
        )
        .filter(came=OutcomeKind.RETURNED)
        .order_by("number")[:MOST]
    )
    for case in sent_back:
        note = _("%(number)s. %(body)s har stillet spørgsmål til sagen.")
        yield Task(
            _("Sager, der er sendt retur"),
            case.title,
            f"{case.get_absolute_url()}#forum",
            None,
            note % {"number": case.number, "body": case.body},
        )


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))
