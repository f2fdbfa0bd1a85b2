"""The evidence in plain words: what the ledger holds about a case, newest first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.governance.deciding.meetings.models import OutcomeKind
from takt.governance.flow.stages import Stage
from takt.interfaces.case_file.queries import Case
from takt.interfaces.case_file.sentences import SENTENCES


@dataclass(frozen=True, slots=True)
class Trace:
    number: int
    """In the ledger."""
    at: datetime
    what: str
    why: str
    who: str


def trail(case: Case) -> Sequence[Trace]:
    return [
        Trace(event.number, event.at, _what(event), _why(event), _who(event, case.who(event)))
        for event in reversed(case.events)
    ]


def _what(event: Event) -> str:
    if told := TOLD_WITH_FACTS.get(event.verb):
        return told(event.facts)
    return str(SENTENCES.get(event.verb, event.verb))


def _why(event: Event) -> str:
    return _("(begrundelsen er fjernet)") if event.is_reason_removed else event.reason


def _moved(facts: Mapping[str, Any]) -> str:
    return _("Fra “%(was)s” til “%(now)s”") % {
        "was": _stage(facts.get("was", "")),
        "now": _stage(facts.get("now", "")),
    }


def _treated(facts: Mapping[str, Any]) -> str:
    kind = facts.get("kind", "")
    return _("%(body)s: %(outcome)s") % {
        "body": facts.get("body", ""),
        "outcome": str(OutcomeKind(kind).label).lower() if kind in OutcomeKind.values else kind,
    }


TOLD_WITH_FACTS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "initiative.moved": _moved,
    "case.treated": _treated,
}


def _stage(key: str) -> str:
    return str(Stage(key).label) if key in Stage.values else key


def _who(event: Event, person: Person | None) -> str:
    if event.actor is None:
        return _("Takt")
    if person is None:
        return _("en medarbejder, der er slettet")
    return f"{person}, {person.job_title}" if person.job_title else str(person)
