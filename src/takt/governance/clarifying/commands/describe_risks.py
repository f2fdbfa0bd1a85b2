"""Say what may go wrong, how likely and how bad it is, and who does what about it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules, weighing_rules
from takt.governance.clarifying.commands.working import changed, locked
from takt.governance.clarifying.merging import merge
from takt.governance.clarifying.models import Risk
from takt.governance.clarifying.weighing import RiskTold, risks_as_they_stand
from takt.governance.flow.models import Initiative


@transaction.atomic
def describe_risks(
    initiative: Initiative,
    wanted: Mapping[str, RiskTold],
    *,
    seen: Mapping[str, RiskTold],
    by: Person,
    at: datetime,
) -> int:
    """By the key of the risk; any other key is a new one. ``seen`` as in estimate_wish. Returns their number."""
    case = locked(initiative)
    refuse_if(rules.why_not_work(case, by))
    now = risks_as_they_stand(case)
    merged = merge(wanted, seen=seen, now=now)
    refuse_if(
        rules.why_not_overwrite([_said(seen.get(key), there) for key, there in merged.conflicts.items()])
    )
    refuse_if(weighing_rules.why_not_risk(merged.values))
    for key, risk in merged.values.items():
        if key in now:
            Risk.objects.filter(pk=int(key)).update(**_fields(risk))
        else:
            Risk.objects.create(initiative=case, **_fields(risk))
    case.risks.filter(pk__in=[int(key) for key in now if key not in merged.values]).delete()
    facts = {"risks": [[risk.probability, risk.consequence] for risk in merged.values.values()]}
    changed("risks.described", case, by=by, at=at, facts=facts)
    return len(merged.values)


def _fields(risk: RiskTold) -> dict[str, Any]:
    return {
        "text": risk.text.strip()[:300],
        "probability": risk.probability,
        "consequence": risk.consequence,
        "owner_id": risk.owner,
        "response": risk.response.strip()[:500],
    }


def _said(before: RiskTold | None, now: RiskTold | None) -> str:
    if now is None:
        return _("“%(risk)s” er fjernet") % {"risk": before.text if before else ""}
    return _("“%(risk)s” har nu sandsynlighed %(probability)d og konsekvens %(consequence)d") % {
        "risk": now.text,
        "probability": now.probability,
        "consequence": now.consequence,
    }
