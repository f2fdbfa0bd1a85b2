"""Everything the room shows to one reader."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Unit
from takt.foundation.refusals import not_yours, refuse_if
from takt.governance.deciding.meetings import outcome_rules, rules
from takt.governance.deciding.meetings.agenda_view import Shown, shown_items
from takt.governance.deciding.meetings.forms import ConditionForms, OutcomeForm
from takt.governance.deciding.meetings.models import (
    AgendaItem,
    Attendance,
    Condition,
    Meeting,
    MeetingState,
    Outcome,
    OutcomeKind,
)
from takt.governance.deciding.meetings.queries import attendance_of, votes_waiting
from takt.governance.deciding.meetings.standing import Standing, seats_of, standing_at
from takt.governance.deciding.meetings.turn import turn_of
from takt.interfaces.meeting_room.choices import choices_for, legend
from takt.interfaces.meeting_room.clock import left_in_words, minutes_left
from takt.interfaces.meeting_room.yes import consequences_for


@dataclass(frozen=True)
class Room:
    meeting: Meeting
    reader: Person
    standing: Standing
    shown: list[Shown]
    now: Shown
    """The item that is treated."""
    attendance: list[Attendance]

    @property
    def item(self) -> AgendaItem | None:
        return self.now.item

    @property
    def present(self) -> int:
        return sum(one.is_present and one.has_vote for one in self.attendance)

    @property
    def present_keys(self) -> str:
        """Of those who stand as present now, so that two who record do not undo each other."""
        return ",".join(str(one.person_id) for one in self.attendance if one.is_present)

    @property
    def has_minutes(self) -> bool:
        return any(one.outcome or (one.item and one.item.notes) for one in self.shown)

    @property
    def voting(self) -> int:
        return sum(one.has_vote for one in self.attendance)


def enter(meeting: Meeting, item: int | None, *, reader: Person, at: datetime) -> Room:
    """The room is for those who sit in the body. Without an item: the first that has no outcome."""
    standing = standing_at(meeting, reader, at)
    if not standing.sits:
        refuse_if(
            not_yours(
                _("Mødelokalet er for dem, der sidder i %(body)s.") % {"body": standing.body},
                _("Læs dagsorden og referat på mødets side."),
            )
        )
    shown = shown_items(meeting, reader, standing)
    if not shown:
        raise Http404
    now = _asked(shown, item) if item else next((one for one in shown if _waits(one)), shown[-1])
    return Room(meeting, reader, standing, shown, now, attendance_of(meeting))


def _waits(one: Shown) -> bool:
    return one.item is not None and one.outcome is None


def _asked(shown: list[Shown], pk: int) -> Shown:
    """An item that the reader may not see does not exist here."""
    found = next((one for one in shown if one.item is not None and one.item.pk == pk), None)
    if found is None:
        raise Http404
    return found


def context_of(
    room: Room, at: datetime, *, form: OutcomeForm | None = None, rows: Any = None
) -> dict[str, Any]:
    meeting, item = room.meeting, room.item
    place = room.shown.index(room.now)
    lengths = [one.item.minutes if one.item else 0 for one in room.shown]
    left = minutes_left(meeting.opened_at, lengths, place, at) if not meeting.is_written else None
    is_live = meeting.state == MeetingState.IN_SESSION
    context: dict[str, Any] = {
        "room": room,
        "meeting": meeting,
        "standing": room.standing,
        "shown": room.shown,
        "now": room.now,
        "item": item,
        "address": _address(meeting, item),
        "left": left_in_words(left) if left is not None and is_live else "",
        "is_late": left is not None and left < 0,
        "is_live": is_live,
        "previous": next((one for one in reversed(room.shown[:place]) if one.item), None),
        "next": next((one for one in room.shown[place + 1 :] if one.item), None),
        "why_not_minute": rules.why_not_minute(meeting, room.standing),
        "votes_missing": votes_waiting(meeting, at) if meeting.is_written and is_live else 0,
    }
    if item is None:
        return context
    context |= {"consequences": consequences_for(item, at) if is_live else None}
    if is_live and room.standing.runs:
        context |= _to_record(room, item, at, form, rows)
    return context


def _address(meeting: Meeting, item: AgendaItem | None) -> str:
    """Where the page is read again, also when it answers what was sent."""
    if item is None:
        return reverse("meeting_room", args=[meeting.pk])
    return reverse("meeting_room_item", args=[meeting.pk, item.pk])


def _to_record(
    room: Room, item: AgendaItem, at: datetime, form: OutcomeForm | None, rows: Any
) -> dict[str, Any]:
    outcome = room.now.outcome
    form = form or OutcomeForm(initial=first_values(outcome))
    turn = turn_of(item.initiative, at) if item.initiative else None
    recused = {one.person_id for one in room.now.recusals}
    return {
        "form": form,
        "rows": rows or ConditionForms(prefix="betingelse", initial=condition_values(outcome)),
        "choices": choices_for(item, turn, room.standing, str(form["kind"].value() or "")),
        "legend": legend(item, turn, room.standing),
        "owners": owners_near(room),
        "can_be_recused": [
            one.person for one in room.attendance if one.person and one.person_id not in recused
        ],
        "quorum": room.now.quorum,
        "why_not_quorum": outcome_rules.why_not_quorum(
            OutcomeKind.POSTPONED, room.now.quorum, is_written=room.meeting.is_written
        )
        if room.now.quorum
        else None,
    }


def first_values(outcome: Outcome | None) -> dict[str, Any]:
    if outcome is None:
        return {"edition": 0}
    override = getattr(outcome, "override", None)
    return {
        "kind": outcome.kind,
        "reason": outcome.reason,
        "answer": outcome.answer,
        "until_date": outcome.until_date,
        "questions": outcome.questions,
        "override_reason": override.reason if override else "",
        "edition": outcome.edition,
    }


def condition_values(outcome: Outcome | None) -> list[dict[str, Any]]:
    return [
        {
            "text": one.text,
            "owner": owner_written(one),
            "due_date": one.due_date,
            "proof_wanted": one.proof_wanted,
        }
        for one in (outcome.conditions.all() if outcome else ())
    ]


def owner_written(condition: Condition) -> str:
    return known_as(condition.owner) if condition.owner else str(condition.owner_unit or "")


def known_as(person: Person) -> str:
    """“Nadia Krogh (nadia@fjordby.example)”: nobody is mistaken for a namesake."""
    return f"{person.name} ({person.email})"


def owners_near(room: Room) -> list[str]:
    """Suggestions: the members, the one who has the case, and the units that must change."""
    case = room.item.initiative if room.item else None
    people = [seat.person for seat in seats_of(room.meeting.body, room.meeting.starts_at) if seat.person]
    units: list[Unit] = []
    if case is not None:
        assignment = getattr(case, "assignment", None)
        people += [assignment.person] if assignment and assignment.person else []
        units = [impact.unit for impact in case.impacts.select_related("unit")]
    names = [known_as(one) for one in people] + [unit.name for unit in units]
    return list(dict.fromkeys(names))
