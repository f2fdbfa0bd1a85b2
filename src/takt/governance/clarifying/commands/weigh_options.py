"""Weigh the ways of meeting the need against each other, and choose one."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules, weighing_rules
from takt.governance.clarifying.commands.working import changed, locked
from takt.governance.clarifying.merging import merge
from takt.governance.clarifying.models import Option, OptionKind, OptionOutcome
from takt.governance.clarifying.weighing import Weighed, options_as_they_stand
from takt.governance.flow.models import Initiative


@transaction.atomic
def weigh_options(
    initiative: Initiative,
    wanted: Mapping[str, Weighed],
    *,
    seen: Mapping[str, Weighed],
    by: Person,
    at: datetime,
) -> Mapping[str, Weighed]:
    """By kind; one left out has not been considered. ``seen`` as in estimate_wish. Returns what now stands."""
    case = locked(initiative)
    refuse_if(rules.why_not_work(case, by))
    merged = merge(wanted, seen=seen, now=options_as_they_stand(case))
    refuse_if(rules.why_not_overwrite([_said(kind, now) for kind, now in merged.conflicts.items()]))
    refuse_if(weighing_rules.why_not_weigh(merged.values))
    case.options.all().delete()  # rewritten as a whole, so that the choice can move from one to another
    Option.objects.bulk_create(
        Option(initiative=case, kind=kind, **asdict(merged.values[kind]))
        for kind in OptionKind.values
        if kind in merged.values
    )
    facts = {"options": {kind: option.outcome for kind, option in merged.values.items()}}
    changed("options.weighed", case, by=by, at=at, facts=facts)
    return merged.values


def _said(kind: str, now: Weighed | None) -> str:
    name = OptionKind(kind).label
    if now is None:
        return _("“%(option)s” er fjernet") % {"option": name}
    return _("“%(option)s” er %(outcome)s: %(assessment)s") % {
        "option": name,
        "outcome": OptionOutcome(now.outcome).label,
        "assessment": now.assessment,
    }
