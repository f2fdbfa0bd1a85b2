"""Who is told what. Each letter is written in its reader's own language and sent by a worker."""

from takt.governance.deciding.meetings.telling.people import tell_members, tell_of_outcome, tell_owner

__all__ = ["tell_members", "tell_of_outcome", "tell_owner"]
