"""May a case be sent on to the body that receives it, and if not, why? No queries, no clock."""

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal
from takt.governance.clarifying.models import Assignment
from takt.governance.clarifying.rules import why_not_work
from takt.governance.deciding.checklists.gathering import Gathered
from takt.governance.flow.models import Initiative


def why_not_send_on(
    initiative: Initiative, assignment: Assignment | None, gathered: Gathered, by: Person
) -> Refusal | None:
    if refusal := why_not_work(initiative, by):
        return refusal
    body = gathered.body or _("rådet")
    if assignment is not None and assignment.ready_at is not None:
        return Refusal(
            _("Sagen er allerede meldt klar."),
            _("%(body)s sætter den på sin dagsorden.") % {"body": body[:1].upper() + body[1:]},
        )
    if gathered.missing:
        return Refusal(
            _("Sagen er ikke klar endnu. Der mangler: %(missing)s.")
            % {"missing": ", ".join(gathered.missing)},
            _("Tjeklisten siger, hvem der kan bidrage med hvert punkt."),
        )
    return None
