"""May this be done with a scenario or a sweep, and if not, why? No queries, no clock."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from takt.foundation.design.templatetags.takt import clock, day
from takt.foundation.jobs.models import Job
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.asking.rules import Answers, why_not_keep
from takt.governance.planning.scenarios.models import Scenario, ScenarioRun, Sweep

MAY_CHANGE = (Role.COORDINATOR, Role.ECONOMIST, Role.DIRECTOR)
MOST_CHANGES = 20


def why_not_change(by: Person) -> Refusal | None:
    """Everyone may read the futures; those who prepare decisions make them."""
    if by.is_active and by.holds(*MAY_CHANGE):
        return None
    return not_yours(
        _("Kun digitaliseringskonsulenter, økonomer og direktører kan lave og beregne scenarier."),
        _("Spørg digitaliseringsafdelingen. Du kan læse alle scenarier her på siden."),
    )


def why_not_name(name: str, note: str) -> Refusal | None:
    if not name.strip():
        return Refusal(
            _("Scenariet mangler et navn."),
            _("Skriv kort, hvad der er anderledes, for eksempel “Én projektleder mere”."),
        )
    if why_not_keep(Answers(trouble=f"{name}\n{note}")) is None:
        return None
    return Refusal(
        _("Teksten ser ud til at indeholde et CPR-nummer. Det må ikke stå i et scenarie."),
        _("Slet nummeret, og skriv uden oplysninger om personer."),
    )


def why_not_edit(scenario: Scenario, seen: int, by: Person, says_now: Sequence[str]) -> Refusal | None:
    """``seen``: the edition the person saw; ``says_now``: the changes as they stand, in words."""
    if refusal := why_not_change(by) or why_not_there(scenario):
        return refusal
    if scenario.edition == seen:
        return None
    return Refusal(
        _("Scenariet er ændret, siden du åbnede siden. Nu står der: %(changes)s.")
        % {"changes": "; ".join([str(scenario), *says_now])},
        _("Se det igennem, og gem igen, hvis din ændring stadig skal gælde."),
    )


def why_not_there(scenario: Scenario) -> Refusal | None:
    if scenario.discarded_at is None:
        return None
    return Refusal(_("Scenariet er lagt væk."), _("Lav et nyt, hvis du vil regne på det igen."))


def why_not_more(scenario: Scenario) -> Refusal | None:
    if len(scenario.changes) < MOST_CHANGES:
        return None
    return Refusal(
        _("Et scenarie kan have højst %(most)s ændringer.") % {"most": MOST_CHANGES},
        _("Fjern en ændring, eller del tanken i to scenarier."),
    )


def why_not_compute(scenario: Scenario, by: Person, already: ScenarioRun | None) -> Refusal | None:
    """``already``: its run that waits or is under way."""
    if refusal := why_not_change(by) or why_not_there(scenario):
        return refusal
    if not scenario.changes:
        return Refusal(
            _("Scenariet ændrer ikke noget endnu, så svaret er den plan, I har."),
            _("Tilføj mindst én ændring."),
        )
    if already is None:
        return None
    when = f"{day(already.requested_at)} {clock(already.requested_at)}"
    return Refusal(
        _("Scenariet er ved at blive beregnet. %(person)s bad om det %(when)s.")
        % {"person": already.requested_by or _("En medarbejder"), "when": when},
        _("Vent, til det er færdigt, eller stop det først."),
    )


def why_not_cancel(job: Job, by: Person) -> Refusal | None:
    if refusal := why_not_change(by):
        return refusal
    if not job.is_over:
        return None
    return Refusal(_("Beregningen er allerede slut."), _("Bed om en ny, hvis der skal regnes igen."))


def why_not_sweep(by: Person, already: Sweep | None) -> Refusal | None:
    """``already``: the sweep that waits or is under way; one at a time, for it fills the machines."""
    if refusal := why_not_change(by):
        return refusal
    if already is None:
        return None
    return Refusal(
        _("Gennemregningen “%(name)s” er ikke færdig endnu, og der regnes én ad gangen.") % {"name": already},
        _("Vent, til den er færdig, eller stop den først. Det, den har regnet, bliver gemt."),
    )


def why_not_continue(missing: int, by: Person, already: Sweep | None) -> Refusal | None:
    if refusal := why_not_sweep(by, already):
        return refusal
    if missing:
        return None
    return Refusal(_("Alle punkter er regnet."), _("Bed om en ny gennemregning, hvis noget er ændret."))
