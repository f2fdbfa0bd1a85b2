"""Say which of the municipality's systems a case touches, and how."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules, touching_rules
from takt.governance.clarifying.commands.working import changed, locked
from takt.governance.clarifying.merging import merge
from takt.governance.clarifying.models import Touch
from takt.governance.clarifying.touching import NO_SYSTEM, Touched, systems_as_they_stand
from takt.governance.flow.models import Initiative
from takt.registers.systems.models import System


@transaction.atomic
def link_systems(
    initiative: Initiative,
    wanted: Mapping[int, Touched],
    *,
    seen: Mapping[int, Touched],
    by: Person,
    at: datetime,
) -> Mapping[int, Touched]:
    """By the key of the system, or ``NO_SYSTEM``; one left out is not touched. ``seen`` as in estimate_wish."""
    case = locked(initiative)
    refuse_if(rules.why_not_work(case, by))
    merged = merge(wanted, seen=seen, now=systems_as_they_stand(case))
    systems = System.objects.in_bulk({*merged.values, *merged.conflicts})
    refuse_if(
        rules.why_not_overwrite([_said(systems.get(key), now) for key, now in merged.conflicts.items()])
    )
    refuse_if(touching_rules.why_not_touch(merged.values, systems))
    _keep(case, merged.values, systems)
    facts = {"systems": [_told(systems.get(key), one) for key, one in sorted(merged.values.items())]}
    changed("systems.linked", case, by=by, at=at, facts=facts)
    return merged.values


def _keep(case: Initiative, touched: Mapping[int, Touched], systems: Mapping[int, System]) -> None:
    kept = [
        case.touched_systems.update_or_create(
            system=None if key == NO_SYSTEM else systems[key],
            defaults={"how": one.how, "note": one.note.strip()[:300]},
        )[0].pk
        for key, one in touched.items()
    ]
    case.touched_systems.exclude(pk__in=kept).delete()


def _told(system: System | None, touched: Touched) -> str:
    """For the ledger."""
    return f"{touched.how} {system}" if system else touched.how


def _said(system: System | None, now: Touched | None) -> str:
    if now is None:
        return _("“%(system)s” er fjernet") % {"system": system or Touch.NONE.label}
    words = ", ".join(part for part in (str(Touch(now.how).label), now.note) if part)
    return f"“{system}”: {words}" if system else words
