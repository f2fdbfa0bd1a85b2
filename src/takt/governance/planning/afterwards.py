"""What is to be done when a plan has been recorded, by parts that the plan itself need not know."""

from collections.abc import Callable
from datetime import datetime

from takt.governance.planning.models import PlanRun

Afterwards = Callable[[PlanRun, datetime], None]
_afterwards: list[Afterwards] = []


def when_recorded(function: Afterwards) -> Afterwards:
    """Mark what is called with ``(plan, at)``, in the transaction that records it: ask for work, do none."""
    _afterwards.append(function)
    return function


def follow_up(run: PlanRun, at: datetime) -> None:
    for function in _afterwards:
        function(run, at)
