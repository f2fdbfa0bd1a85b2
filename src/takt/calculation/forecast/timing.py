"""When each placed initiative starts and goes live in every draw."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from takt.calculation.forecast.drawing import Floats
from takt.calculation.planner.problem import Initiative, Problem

Months = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Timing:
    """Each (draws,)."""

    start: Months
    lead: Months

    @property
    def go_live(self) -> Months:
        return self.start + self.lead

    @property
    def ways(self) -> tuple[list[tuple[int, int]], Months]:
        """The different (start, lead) there are, and which of them each draw has."""
        base = int(self.lead.max(initial=0)) + 1
        codes, which = np.unique(self.start * base + self.lead, return_inverse=True)
        return [divmod(code, base) for code in codes.tolist()], which


def timings(problem: Problem, start: Mapping[str, int], duration: Mapping[str, Floats]) -> dict[str, Timing]:
    """Nothing starts before its plan says; it waits for all it requires. What has started waits for nothing,
    and what went live before the first month is not drawn.
    """
    found: dict[str, Timing] = {}
    for one in _requirements_first(problem, start):
        ratio = duration[one.id]
        begins = np.full(len(ratio), start[one.id], dtype=np.int64)
        for requirement in one.requires if one.fixed_start is None else ():
            if requirement.id in found:
                begins = np.maximum(begins, found[requirement.id].go_live + requirement.lag_months)
        lead = np.full(len(ratio), one.lead_time, dtype=np.int64)
        if start[one.id] + one.lead_time > 0:
            drawn = np.floor(one.lead_time * ratio + 0.5).astype(np.int64)
            lead = np.maximum(drawn, -start[one.id])  # what is under way is not live yet
        found[one.id] = Timing(begins, lead)
    return found


def _requirements_first(problem: Problem, start: Mapping[str, int]) -> list[Initiative]:
    placed: dict[str, Initiative] = {}
    for one in problem.initiatives:
        waiting = [one] if one.id in start else []
        while waiting:
            required = [problem.initiative[each.id] for each in waiting[-1].requires]
            missing = [each for each in required if each.id in start and each.id not in placed]
            if missing:
                waiting.append(missing[0])
            else:
                last = waiting.pop()
                placed[last.id] = last
    return list(placed.values())
