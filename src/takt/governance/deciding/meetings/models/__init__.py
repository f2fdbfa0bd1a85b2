"""What bodies do with cases: they meet, decide, set conditions and keep minutes."""

from takt.governance.deciding.meetings.models.agenda import AgendaItem, Attendance, ItemKind, Recusal, Vote
from takt.governance.deciding.meetings.models.meeting import Addendum, Meeting, MeetingState, Minutes
from takt.governance.deciding.meetings.models.outcome import (
    Condition,
    ConditionState,
    Outcome,
    OutcomeKind,
    Override,
)
from takt.governance.deciding.models import Body, SeatRole

__all__ = [
    "Addendum",
    "AgendaItem",
    "Attendance",
    "Body",
    "Condition",
    "ConditionState",
    "ItemKind",
    "Meeting",
    "MeetingState",
    "Minutes",
    "Outcome",
    "OutcomeKind",
    "Override",
    "Recusal",
    "SeatRole",
    "Vote",
]
