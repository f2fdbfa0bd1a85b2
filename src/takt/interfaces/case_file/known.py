"""What the next step is told from, and the little that is said of it again and again."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.governance.clarifying.models import Reply
from takt.governance.deciding.meetings.models import Meeting
from takt.governance.deciding.meetings.on_case import OnCase
from takt.interfaces.case_file.ahead import Ahead
from takt.interfaces.case_file.queries import Case
from takt.interfaces.case_file.timing import Timing


@dataclass(frozen=True, slots=True)
class Known:
    """All that the next step is told from."""

    case: Case
    timing: Timing | None
    ahead: Ahead | None
    bodies: OnCase
    reply: Reply | None
    """The answer that holds."""
    today: date
    language: wording.Language

    def day(self, when: date) -> str:
        return wording.day(when, self.language)

    def meets(self, meeting: Meeting) -> str:
        return self.day(timezone.localdate(meeting.starts_at))

    @property
    def holder(self) -> str:
        assignment = getattr(self.case.initiative, "assignment", None)
        if assignment is None or assignment.person is None:
            return _("Ingen har sagen lige nu.")
        return _("%(who)s har sagen.") % {"who": assignment.person}

    @property
    def latest_reason(self) -> str:
        reasons = [event.reason for event in self.case.events if event.verb == "initiative.moved"]
        return reasons[-1] if reasons else ""
