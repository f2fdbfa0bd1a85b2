"""Who gets the case next, worked out from the model in force, and by which day it must be ready for them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from takt.governance.deciding.meetings.queries import next_deadline
from takt.governance.deciding.meetings.turn import Turn, turn_of
from takt.governance.flow.models import Initiative


@dataclass(frozen=True, slots=True)
class Receiver:
    key: str
    name: str
    """Empty while nobody can say, and then ``why_not_known`` says why."""
    due_date: date | None = None
    """Of the body's next meeting; None when none has been planned."""
    why_not_known: str = ""


def receiver_of(initiative: Initiative, *, at: datetime) -> Receiver:
    turn = turn_of(initiative, at)
    if turn.step is None:
        return Receiver("", "", why_not_known=_why_not_known(turn))
    body = turn.step.body
    return Receiver(body.key, body.name, next_deadline(body.key, timezone.localdate(at)))


def _why_not_known(turn: Turn) -> str:
    if turn.facts is None:
        return _("Hvem der får sagen, følger af skønnet og af de enheder, der skal ændre sig.")
    return _("Ingen har mandat til sagen. Se vejen til en beslutning på sagens side.")
