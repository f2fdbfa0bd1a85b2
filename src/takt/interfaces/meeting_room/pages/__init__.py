"""The room in session: what is treated now, what a yes would mean, and minutes that grow."""

from takt.interfaces.meeting_room.pages.deeds import attendance, lift, notes, recuse, vote
from takt.interfaces.meeting_room.pages.outcome import outcome
from takt.interfaces.meeting_room.pages.room import room

__all__ = ["attendance", "lift", "notes", "outcome", "recuse", "room", "vote"]
