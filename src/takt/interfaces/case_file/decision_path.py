"""Which bodies the case must pass, by the governance model that it follows."""

from datetime import datetime

from django.utils import timezone

from takt.governance.deciding.case_path import DecisionPath, decision_path
from takt.governance.deciding.queries import in_force
from takt.governance.flow.stages import Stage
from takt.interfaces.case_file.queries import Case

_DECISIONS = (Stage.APPROVED, Stage.DECLINED)
_OPEN = (Stage.DRAFT, Stage.SUBMITTED, Stage.CLARIFYING, Stage.RECOMMENDED, Stage.POSTPONED)


def decision_path_block(case: Case) -> DecisionPath | None:
    """A decided case follows the version of its day, whatever the model says now. None: nothing to decide any more."""
    if case.initiative.stage in _OPEN:
        return _by(timezone.now(), case, is_decided=False)
    decided_at = _decided_at(case)
    return _by(decided_at, case, is_decided=True) if decided_at else None


def _by(moment: datetime, case: Case, *, is_decided: bool) -> DecisionPath:
    return decision_path(in_force(moment), case.estimate, case.impacts, is_decided=is_decided)


def _decided_at(case: Case) -> datetime | None:
    """When it was last approved or declined."""
    moments = [
        event.at
        for event in case.events
        if event.verb == "initiative.moved" and event.facts.get("now") in _DECISIONS
    ]
    return moments[-1] if moments else None
