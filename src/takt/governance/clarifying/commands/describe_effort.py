"""Say how many days each scarce role will spend: low, likely and high."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, refuse_if
from takt.governance.clarifying import rules
from takt.governance.clarifying.commands.working import changed, locked
from takt.governance.clarifying.findings import Days, days_as_they_stand
from takt.governance.clarifying.merging import merge
from takt.governance.clarifying.models import Effort, StaffRole
from takt.governance.flow.models import Initiative


@transaction.atomic
def describe_effort(
    initiative: Initiative, wanted: Mapping[int, Days], *, seen: Mapping[int, Days], by: Person, at: datetime
) -> Mapping[int, Days]:
    """Days by the key of the role; no days, no row. ``seen`` as in estimate_wish. Returns what now stands."""
    case = locked(initiative)
    roles = {role.pk: role for role in StaffRole.objects.all()}
    refuse_if(rules.why_not_work(case, by) or _why_not_days(wanted, roles))
    now = days_as_they_stand(case)
    merged = merge({role: days for role, days in wanted.items() if days.high}, seen=seen, now=now)
    refuse_if(
        rules.why_not_overwrite([f"{roles[role]} {_said(days)}" for role, days in merged.conflicts.items()])
    )
    for role, days in merged.values.items():
        fields = {
            "low_days": days.low,
            "days": days.likely,
            "high_days": days.high,
            "source": days.source.strip(),
        }
        Effort.objects.update_or_create(initiative=case, role=roles[role], defaults=fields)
    case.efforts.exclude(role__in=merged.values).delete()
    facts = {"days": {roles[role].key: _points(days) for role, days in merged.values.items()}}
    changed("effort.described", case, by=by, at=at, facts=facts)
    return merged.values


def _why_not_days(wanted: Mapping[int, Days], roles: Mapping[int, StaffRole]) -> Refusal | None:
    refusals = (rules.why_not_spend(roles[role], days) for role, days in wanted.items())
    return next((refusal for refusal in refusals if refusal), None)


def _points(days: Days) -> list[int]:
    return [days.low, days.likely, days.high]


def _said(days: Days | None) -> str:
    """“10, 15 og 20 dage (tilbud)”, as it stands now."""
    if days is None:
        return _("har ingen dage")
    numbers = _("%(low)d, %(likely)d og %(high)d dage") % {
        "low": days.low,
        "likely": days.likely,
        "high": days.high,
    }
    return f"{numbers} ({days.source})" if days.source else numbers
