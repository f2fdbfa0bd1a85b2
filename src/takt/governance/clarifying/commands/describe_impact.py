"""Say what each unit must carry: people, hours and intensity."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Unit
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules
from takt.governance.clarifying.commands.working import changed, locked
from takt.governance.clarifying.findings import Carried, carried_as_it_stands
from takt.governance.clarifying.merging import merge
from takt.governance.clarifying.models import Impact
from takt.governance.flow.models import Initiative


@transaction.atomic
def describe_impact(
    initiative: Initiative,
    wanted: Mapping[int, Carried],
    *,
    seen: Mapping[int, Carried],
    by: Person,
    at: datetime,
) -> Mapping[int, Carried]:
    """By the key of the unit; a unit left out carries nothing. ``seen`` as in estimate_wish."""
    case = locked(initiative)
    refuse_if(rules.why_not_work(case, by))
    merged = merge(wanted, seen=seen, now=carried_as_it_stands(case))
    units = {
        unit.pk: unit for unit in Unit.objects.filter(pk__in={*wanted, *merged.conflicts, *merged.values})
    }
    refuse_if(rules.why_not_overwrite([_said(units[key], now) for key, now in merged.conflicts.items()]))
    for key, carried in merged.values.items():
        refuse_if(rules.why_not_carry(units[key], carried))
        Impact.objects.update_or_create(initiative=case, unit=units[key], defaults=asdict(carried))
    case.impacts.exclude(unit__in=merged.values).delete()
    facts = {"units": {units[key].name: asdict(carried) for key, carried in merged.values.items()}}
    changed("impact.described", case, by=by, at=at, facts=facts)
    return merged.values


def _said(unit: Unit, now: Carried | None) -> str:
    if now is None:
        return _("%(unit)s er fjernet") % {"unit": unit}
    return _(
        "%(unit)s har nu %(people)d berørte, %(training)d + %(adaptation)d timer og intensitet %(intensity)d"
    ) % {
        "unit": unit,
        "people": now.people,
        "training": now.training_hours,
        "adaptation": now.adaptation_hours,
        "intensity": now.intensity,
    }
