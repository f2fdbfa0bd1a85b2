"""Say how many days each scarce role will spend."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, refuse_if
from takt.governance.clarifying import rules
from takt.governance.clarifying.commands.working import changed, locked
from takt.governance.clarifying.findings import days_as_they_stand
from takt.governance.clarifying.merging import merge
from takt.governance.clarifying.models import Effort, StaffRole
from takt.governance.flow.models import Initiative


@transaction.atomic
def describe_effort(
    initiative: Initiative, wanted: Mapping[int, int], *, seen: Mapping[int, int], by: Person, at: datetime
) -> Mapping[int, int]:
    """Days by the key of the role; no days, no row. ``seen`` as in estimate_wish. Returns what now stands."""
    case = locked(initiative)
    refuse_if(rules.why_not_work(case, by) or why_not_days(wanted))
    now = days_as_they_stand(case)
    merged = merge({role: days for role, days in wanted.items() if days}, seen=seen, now=now)
    roles = {role.pk: role for role in StaffRole.objects.all()}
    refuse_if(
        rules.why_not_overwrite([f"{roles[role]} {days or 0}" for role, days in merged.conflicts.items()])
    )
    for role, days in merged.values.items():
        Effort.objects.update_or_create(initiative=case, role=roles[role], defaults={"days": days})
    case.efforts.exclude(role__in=merged.values).delete()
    facts = {"days": {roles[role].key: days for role, days in merged.values.items()}}
    changed("effort.described", case, by=by, at=at, facts=facts)
    return merged.values


def why_not_days(wanted: Mapping[int, int]) -> Refusal | None:
    return next((refusal for days in wanted.values() if (refusal := rules.why_not_spend(days))), None)
