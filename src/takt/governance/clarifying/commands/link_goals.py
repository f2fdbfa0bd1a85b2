"""Say which goals a case serves, and how."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules, weighing_rules
from takt.governance.clarifying.commands.working import changed, locked
from takt.governance.clarifying.merging import merge
from takt.governance.clarifying.models import Contribution
from takt.governance.flow.models import Initiative
from takt.registers.strategies.models import Goal


@transaction.atomic
def link_goals(
    initiative: Initiative, wanted: Mapping[int, str], *, seen: Mapping[int, str], by: Person, at: datetime
) -> Mapping[int, str]:
    """The sentence by the key of the goal; a goal left out is not served. ``seen`` as in estimate_wish."""
    case = locked(initiative)
    refuse_if(rules.why_not_work(case, by))
    merged = merge(wanted, seen=seen, now=goals_as_they_stand(case))
    goals = Goal.objects.select_related("strategy").in_bulk({*merged.values, *merged.conflicts})
    refuse_if(weighing_rules.why_not_link({goal: merged.values[goal] for goal in merged.values}, goals))
    refuse_if(
        rules.why_not_overwrite(
            [_said(goals[key], now) for key, now in merged.conflicts.items() if key in goals]
        )
    )
    for key, sentence in merged.values.items():
        Contribution.objects.update_or_create(
            initiative=case, goal=goals[key], defaults={"sentence": sentence.strip()[:300]}
        )
    case.contributions.exclude(goal__in=merged.values).delete()
    facts = {"goals": [f"{goals[key].strategy.key} {goals[key].position}" for key in sorted(merged.values)]}
    changed("goals.linked", case, by=by, at=at, facts=facts)
    return merged.values


def goals_as_they_stand(initiative: Initiative) -> dict[int, str]:
    """The sentence by the key of the goal."""
    return dict(initiative.contributions.values_list("goal_id", "sentence"))


def _said(goal: Goal, now: str | None) -> str:
    if now is None:
        return _("“%(goal)s” er fjernet") % {"goal": goal}
    return f"“{goal}”: {now}"
