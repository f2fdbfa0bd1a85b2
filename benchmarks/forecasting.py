"""How long a forecast takes, asked about a finished plan as a page would ask."""

import time
from collections.abc import Mapping
from typing import Any

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem

DRAWS = 10_000


def forecast_time(problem: Problem, plan: Plan) -> Mapping[str, Any]:
    """Seconds of the clock for one forecast, and how much it had to reckon."""
    from takt.calculation.forecast import Uncertainty, forecast

    began = time.perf_counter()
    found = forecast(problem, plan, Uncertainty(), draws=DRAWS)
    took = time.perf_counter() - began
    return {"forecast_seconds": took, "placed": len(found.go_lives), "limits": len(found.limits)}
