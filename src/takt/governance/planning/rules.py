"""May this be done with a plan, and if not, why? No queries, no clock."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from takt.calculation.planner.breach import Breach
from takt.calculation.planner.problem import Problem
from takt.foundation.design.templatetags.takt import clock, day
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.planning.models import PlanRun

MAY_COMPUTE = (Role.COORDINATOR, Role.ECONOMIST, Role.DIRECTOR, Role.ADMINISTRATOR)


def why_not_compute(by: Person) -> Refusal | None:
    """Everyone may read the plan; computing one is the work of those who prepare decisions."""
    if by.is_active and by.holds(*MAY_COMPUTE):
        return None
    return not_yours(
        _("Kun digitaliseringskonsulenter, økonomer og direktører kan beregne en plan."),
        _("Spørg digitaliseringsafdelingen. Du kan læse alle planer her på siden."),
    )


def why_not_request_plan(by: Person, already: PlanRun | None) -> Refusal | None:
    """``already``: the run that waits or is under way."""
    if refusal := why_not_compute(by):
        return refusal
    if already is None:
        return None
    when = f"{day(already.requested_at)} {clock(already.requested_at)}"
    return Refusal(
        _("%(person)s bad om en plan %(when)s, og den er ikke færdig endnu.")
        % {"person": already.requested_by or _("En medarbejder"), "when": when},
        _("Vent, til den er færdig, eller stop den først."),
    )


def why_not_ask(problem: Problem) -> Refusal | None:
    """A question without initiatives has no answer."""
    if problem.initiatives:
        return None
    return Refusal(
        _("Der er ingen ønsker at lægge en plan for. Ingen af dem er kvalificeret og skønnet endnu."),
        _("Skøn tid, penge og belastning på mindst ét ønske, der er under kvalificering."),
    )


def why_not_cancel_plan(by: Person, run: PlanRun) -> Refusal | None:
    if refusal := why_not_compute(by):
        return refusal
    if not run.job.is_over:
        return None
    return Refusal(_("Beregningen er allerede slut."), _("Bed om en ny, hvis planen skal regnes om."))


def why_not_record_plan(breaches: Sequence[Breach]) -> Refusal | None:
    """The solver proposes, the checker certifies: a plan that breaks a limit is never recorded."""
    if not breaches:
        return None
    sentences = [breach.sentence() for breach in breaches[:3]]
    return Refusal(
        _("Planen er ikke lovlig og bliver ikke gemt: %(breaches)s.") % {"breaches": "; ".join(sentences)},
        _("Det er en fejl i Takt. Send problemfilen til dem, der vedligeholder Takt."),
    )
