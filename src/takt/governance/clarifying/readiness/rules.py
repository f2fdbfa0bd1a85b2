"""May a unit be asked about its readiness, or answer, and if not, why? No queries, no clock."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from takt.calculation.change_load.readiness import HIGHEST, LOWEST
from takt.foundation.people.models import Person, Role, Unit
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.asking.rules import Answers, why_not_keep
from takt.governance.clarifying.readiness.models import FIELDS, Readiness
from takt.governance.clarifying.readiness.questions import QUESTIONS
from takt.governance.clarifying.rules import why_not_work
from takt.governance.flow.models import Initiative

Given = Mapping[str, int | None]


def why_not_ask(case: Initiative, units: Sequence[Unit], by: Person) -> Refusal | None:
    """``units``: those that receive the case and have not been asked."""
    if refusal := why_not_work(case, by):
        return refusal
    if not units:
        return Refusal(
            _("Der er ingen enheder at spørge. Ingen er beskrevet, eller alle er spurgt."),
            _("Beskriv under Kvalificering, hvilke enheder der skal ændre sig."),
        )
    return None


def why_not_due(due_date: date | None, today: date) -> Refusal | None:
    if due_date is None or due_date <= today:
        return Refusal(_("Lederne skal have tid til at svare."), _("Vælg en dag, der ligger efter i dag."))
    return None


def why_not_answer(unit: Unit, manager: Person | None, by: Person) -> Refusal | None:
    """``manager``: of the unit, or the nearest above it. A coordinator may write an answer down on their behalf."""
    if by.is_active and (by.holds(Role.COORDINATOR) or (manager is not None and manager.pk == by.pk)):
        return None
    return not_yours(
        _("Parathed i %(unit)s svarer lederen på%(who)s.")
        % {"unit": unit, "who": f": {manager}" if manager else ""},
        _("Fortæl det til lederen. Digitaliseringskonsulenten kan skrive et svar på lederens vegne."),
    )


def why_not_on_behalf(unit: Unit, on_behalf_of: str, *, is_manager: bool) -> Refusal | None:
    if is_manager or on_behalf_of.strip():
        return None
    return Refusal(
        _("Du er ikke leder af %(unit)s, så svaret skal stå i en leders navn.") % {"unit": unit},
        _("Skriv navn og stilling på den leder, der har givet svaret."),
    )


def why_not_these(given: Given, note: str) -> Refusal | None:
    names = {asked.field: asked.name for asked in QUESTIONS}
    for field in FIELDS:
        value = given.get(field)
        if value is None or not LOWEST <= value <= HIGHEST:
            return Refusal(
                _("“%(name)s” er ikke besvaret.") % {"name": names[field]}, _("Vælg et tal fra 1 til 5.")
            )
    return why_not_keep(Answers(trouble=note)) if note.strip() else None


def why_not_overwrite(newest: Readiness | None, seen: int) -> Refusal | None:
    """``seen``: the key of the answer that the person saw, 0 when there was none."""
    if (newest.pk if newest else 0) == seen:
        return None
    assert newest is not None  # noqa: S101 - answers are never removed
    return Refusal(
        _("Enheden har fået et nyt svar, siden du åbnede siden: %(answers)s.")
        % {"answers": ", ".join(str(one) for one in newest.answers)},
        _("Dine tal står i felterne. Gem igen, hvis de skal gælde."),
    )
