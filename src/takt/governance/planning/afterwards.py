"""What is to be done when a plan has been computed, by parts that the plan itself need not know."""

from collections.abc import Callable
from datetime import datetime

from takt.governance.planning.models import PlanRun

Afterwards = Callable[[PlanRun, datetime], None]
_afterwards: list[Afterwards] = []


def when_computed(function: Afterwards) -> Afterwards:
    """Mark what is called with ``(plan, at)`` once it has been recorded: ask for work, do none.

    A worker that dies in between does not come to it, so it must be asked for in the morning too.
    """
    _afterwards.append(function)
    return function


def follow_up(run: PlanRun, at: datetime) -> None:
    for function in _afterwards:
        function(run, at)
