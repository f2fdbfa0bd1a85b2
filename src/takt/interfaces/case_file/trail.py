"""The evidence in plain words: what the ledger holds about a case, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.governance.flow.stages import Stage
from takt.interfaces.case_file.queries import Case


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
        Trace(
            event.number, event.at, _what(event), event.facts.get("reason", ""), _who(event, case.who(event))
        )
        for event in reversed(case.events)
    ]


def _what(event: Event) -> str:
    if event.verb == "initiative.moved":
        return _("Fra “%(was)s” til “%(now)s”") % {
            "was": _stage(event.facts.get("was", "")),
            "now": _stage(event.facts.get("now", "")),
        }
    return {
        "wish.submitted": _("Ønsket blev sendt"),
        "wish.joined": _("En kollega sluttede sig til"),
        "wish.withdrawn": _("Ønsket blev trukket tilbage"),
        "attachment.added": _("Et bilag blev lagt på"),
        "attachment.removed": _("Et bilag blev fjernet"),
        "wish.answered": _("Ønskeren fik svar"),
        "case.taken": _("En i netværket tog sagen"),
        "case.given": _("Sagen blev givet til en anden i netværket"),
        "case.ready": _("Sagen blev meldt klar til rådet"),
        "question.asked": _("Netværket spurgte ønskeren"),
        "question.given": _("En anden i netværket tog over, hvad der var spurgt om"),
        "question.answered": _("Ønskeren svarede"),
        "effort.described": _("Dage pr. rolle blev lagt ind"),
        "impact.described": _("Berørte enheder blev lagt ind"),
        "benefit_owner.named": _("En gevinstejer blev udpeget og spurgt"),
        "benefit_owner.accepted": _("Gevinstejeren sagde ja"),
        "benefit_owner.declined": _("Gevinstejeren sagde nej"),
        "options.weighed": _("Mulighederne blev vejet"),
        "risks.described": _("Risici blev lagt ind"),
        "goals.linked": _("Sagen blev knyttet til strategiens mål"),
        "screening.answered": _("Loven blev screenet"),
        "assessment.recorded": _("En vurdering, loven kræver, blev opdateret"),
        "inclusion.assessed": _("Digital inklusion blev vurderet"),
        "estimate.recorded": _("Skøn over tid, penge og belastning blev lagt ind"),
    }.get(event.verb, event.verb)


def _stage(key: str) -> str:
    return str(Stage(key).label) if key in Stage.values else key


def _who(event: Event, person: Person | None) -> str:
    if event.actor is None:
        return _("Takt")
    if person is None:
        return _("en medarbejder, der er slettet")
    return f"{person}, {person.job_title}" if person.job_title else str(person)
