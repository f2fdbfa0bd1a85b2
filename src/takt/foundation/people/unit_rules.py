"""May the units of the municipality be changed, and if not, why not? No queries, no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from takt.foundation.design.templatetags.takt import number
from takt.foundation.people.models import Person, Role, Unit
from takt.foundation.refusals import Refusal, not_yours

KEEPERS = (Role.COORDINATOR, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class UnitFacts:
    name: str
    headcount: int
    parent: int | None = None
    """The key of the unit it belongs to; None for the whole municipality."""


def may_keep_units(by: Person) -> bool:
    return by.is_active and by.holds(*KEEPERS)


def why_not_keep_units(by: Person) -> Refusal | None:
    if may_keep_units(by):
        return None
    return not_yours(
        _("Kun digitaliseringskonsulenter og systemadministratorer kan ændre enhederne."),
        _("Skriv til en af dem, hvis en enhed mangler eller hedder noget andet."),
    )


def why_not_place(facts: UnitFacts, units: Mapping[int, Unit], this: int | None = None) -> Refusal | None:
    """``units``: all there are, by key. ``this``: the key of the one that is changed; None for a new one."""
    others = [unit for unit in units.values() if unit.pk != this]
    return (
        _why_not_name(facts, others)
        or _why_not_under(facts, units, others, this)
        or _why_not_headcount(facts, units, this)
    )


def why_not_overwrite(now: Unit, edition: int) -> Refusal | None:
    """``edition``: of the unit as the person last saw it."""
    if now.edition == edition:
        return None
    return Refusal(
        _("En kollega har rettet %(unit)s, siden du åbnede siden.") % {"unit": now.name},
        _("Intet er gået tabt. Se, hvad der står nu, ret dit, og gem igen."),
    )


def _why_not_name(facts: UnitFacts, others: Sequence[Unit]) -> Refusal | None:
    if not facts.name:
        return Refusal(_("Enheden har ikke noget navn."), _("Skriv det navn, kollegerne kender den under."))
    if any(unit.name.casefold() == facts.name.casefold() for unit in others):
        return Refusal(
            _("Der er allerede en enhed, der hedder %(name)s.") % {"name": facts.name},
            _("Skriv i navnet, hvad der adskiller de to."),
        )
    return None


def _why_not_under(
    facts: UnitFacts, units: Mapping[int, Unit], others: Sequence[Unit], this: int | None
) -> Refusal | None:
    if facts.parent is None:
        top = next((unit for unit in others if unit.parent_id is None), None)
        if top is None:
            return None
        return Refusal(
            _("%(top)s står allerede øverst.") % {"top": top.name},
            _("Vælg, hvad %(name)s hører under.") % {"name": facts.name},
        )
    above: int | None = facts.parent
    while above is not None:
        if above == this:
            return Refusal(
                _("%(name)s kan ikke høre under sig selv.") % {"name": facts.name},
                _("Vælg en enhed, der ikke ligger under den."),
            )
        above = units[above].parent_id
    return None


def _why_not_headcount(facts: UnitFacts, units: Mapping[int, Unit], this: int | None) -> Refusal | None:
    if facts.headcount < 1:
        return Refusal(
            _("%(name)s har ingen ansatte.") % {"name": facts.name},
            _("Skriv, hvor mange medarbejdere der er i enheden og under den."),
        )
    parent = units[facts.parent] if facts.parent is not None else None
    if parent is not None and facts.headcount > parent.headcount:
        return _too_many(facts.name, facts.headcount, parent.name, parent.headcount)
    below = max((unit.headcount for unit in units.values() if unit.parent_id == this), default=0)
    if this is None or facts.headcount >= below:
        return None
    largest = next(u for u in units.values() if u.parent_id == this and u.headcount == below)
    return _too_many(largest.name, below, facts.name, facts.headcount)


def _too_many(name: str, headcount: int, above: str, most: int) -> Refusal:
    return Refusal(
        _("%(name)s har %(headcount)s ansatte, og %(above)s, som den hører under, har kun %(most)s.")
        % {"name": name, "headcount": number(headcount), "above": above, "most": number(most)},
        _("En enheds ansatte tæller med i dem, den hører under. Ret det ene af de to tal."),
    )
