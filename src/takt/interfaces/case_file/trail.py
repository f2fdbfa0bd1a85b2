"""The evidence in plain words: what the ledger holds about a case, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.governance.deciding.meetings.models import OutcomeKind
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
        Trace(event.number, event.at, _what(event), _why(event), _who(event, case.who(event)))
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
        "wish.merged": _("Ønsket blev samlet i en anden sag"),
        "wish.gathered": _("Et andet ønske blev samlet her"),
        "wish.taken_from_mail": _("En e-mail blev lavet til ønsket"),
        "attachment.added": _("Et bilag blev lagt på"),
        "attachment.removed": _("Et bilag blev fjernet"),
        "wish.answered": _("Ønskeren fik svar"),
        "case.taken": _("Sagen blev taget op"),
        "case.given": _("Sagen blev givet til en anden"),
        "case.ready": _("Sagen blev meldt klar"),
        "case.treated": _treated(event),
        "case.reconsidered": _("Sagen blev genoptaget, fordi noget er nyt"),
        "condition.fulfilled": _("En betingelse blev meldt opfyldt"),
        "condition.waived": _("En betingelse faldt"),
        "question.asked": _("Ønskeren blev spurgt"),
        "question.given": _("En anden tog over, hvad der var spurgt om"),
        "question.answered": _("Ønskeren svarede"),
        "hearing.called": _("Berørte enheder blev spurgt"),
        "hearing.answered": _("En enhed svarede i høringen"),
        "hearing.reminded": _("En enhed blev mindet om høringen"),
        "hearing.prolonged": _("Høringen blev forlænget"),
        "hearing.withdrawn": _("Høringen blev trukket tilbage"),
        "hearing.closed": _("Høringen blev afsluttet"),
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
        "assessment.asked": _("Nogle blev bedt om at bedømme sagen"),
        "assessment.assessor_added": _("Endnu en bedømmer blev spurgt"),
        "assessment.assessor_replaced": _("En anden bedømmer blev spurgt i stedet"),
        "assessment.given": _("En bedømmer svarede"),
        "assessment.opened": _("Bedømmelserne blev åbnet"),
        "assessment.closed": _("Bedømmelsen blev lukket"),
        "assessment.reopened": _("En ny bedømmelse blev begyndt"),
        "assessment.settled": _("En uenighed blev afklaret"),
        "case.valued": _("Værdien blev regnet af bedømmelsen"),
        "case.valued_by_hand": _("Værdien blev sat i hånden"),
        "readiness.asked": _("Lederne af de berørte enheder blev spurgt om parathed"),
        "readiness.given": _("En enhed svarede om parathed"),
        "readiness.reminded": _("En leder blev mindet om at svare om parathed"),
        "reason.removed": _("En begrundelse blev fjernet, fordi den indeholdt personoplysninger"),
        "estimate.recorded": _("Skøn over tid, penge og belastning blev lagt ind"),
    }.get(event.verb, event.verb)


def _why(event: Event) -> str:
    return _("(begrundelsen er fjernet)") if event.is_reason_removed else event.reason


def _treated(event: Event) -> str:
    kind = event.facts.get("kind", "")
    return _("%(body)s: %(outcome)s") % {
        "body": event.facts.get("body", ""),
        "outcome": str(OutcomeKind(kind).label).lower() if kind in OutcomeKind.values else kind,
    }


def _stage(key: str) -> str:
    return str(Stage(key).label) if key in Stage.values else key


def _who(event: Event, person: Person | None) -> str:
    if event.actor is None:
        return _("Takt")
    if person is None:
        return _("en medarbejder, der er slettet")
    return f"{person}, {person.job_title}" if person.job_title else str(person)
