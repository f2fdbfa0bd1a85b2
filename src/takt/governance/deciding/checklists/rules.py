"""May the checklist of a body be changed, and if not, why? No queries, no clock."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from takt.foundation.design.templatetags.takt import day, person_or_forgotten
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.deciding.checklists.models import Checklist
from takt.governance.deciding.models import Body


def why_not_require(body: Body, by: Person, *, is_secretary: bool) -> Refusal | None:
    """``is_secretary``: of this body, today."""
    if by.is_active and (is_secretary or by.holds(Role.COORDINATOR)):
        return None
    return not_yours(
        _("Kun sekretæren for %(body)s og digitaliseringskonsulenten kan ændre tjeklisten.")
        % {"body": body.name},
        _("Skriv til en af dem, hvis der skal kræves noget andet. Alle kan læse tjeklisten."),
    )


def why_not_keep(keys: Collection[str], known: Collection[str]) -> Refusal | None:
    if not keys:
        return Refusal(
            _("Tjeklisten er tom."),
            _("Kræv mindst ét punkt. Uden krav kan forummet ikke vide, hvad det får."),
        )
    if set(keys) <= set(known):
        return None
    return Refusal(
        _("Et af punkterne findes ikke længere."), _("Hent siden igen, og vælg mellem dem, der er.")
    )


def why_not_overwrite(now: Checklist, edition: int) -> Refusal | None:
    """``edition``: as the person last saw it; 0 when nobody had said anything yet."""
    if now.edition == edition:
        return None
    return Refusal(
        _("%(person)s ændrede tjeklisten %(when)s, mens du havde siden åben. Dine ændringer er ikke gemt.")
        % {"person": person_or_forgotten(now.changed_by), "when": day(now.changed_at)},
        _(
            "Dine kryds står her endnu. Ved hvert punkt kan du se, hvad der gælder nu. Gem igen, hvis dine skal gælde."
        ),
    )
