"""The question with more of one limit, or with less of them all."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from takt.calculation.planner.archive import with_sha256
from takt.calculation.planner.problem import Problem
from takt.calculation.scenarios.applying import changed
from takt.calculation.scenarios.changes import CeilingBy, FrameBy, MoreStaff


class MoreKind(StrEnum):
    STAFF = "staff"
    """One more full-time equivalent in a role, all months; ``amount`` is its days in a month."""
    MONEY = "money"
    """``amount`` DKK more in a frame, every year it has."""
    CEILING = "ceiling"
    """``amount`` per cent more on every ceiling on change."""


@dataclass(frozen=True, slots=True)
class More:
    kind: MoreKind
    id: str
    """Of the role or frame; empty for ceilings."""
    amount: int

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "More":
        return cls(MoreKind(kept["kind"]), kept["id"], kept["amount"])


def changed_by(problem: Problem, more: More) -> Problem:
    if more.kind is MoreKind.STAFF:
        return changed(problem, (MoreStaff(more.id, 10, problem.first_month, more.amount),))
    if more.kind is MoreKind.CEILING:
        return changed(problem, (CeilingBy(None, more.amount),))
    frames = (
        replace(frame, dkk={year: dkk + more.amount for year, dkk in frame.dkk.items()})
        if frame.id == more.id
        else frame
        for frame in problem.frames
    )
    return with_sha256(replace(problem, frames=tuple(frames)))


def tightened(problem: Problem, percent: int) -> Problem:
    """With so much less of every frame, role and ceiling; days and hours are rounded down."""
    roles = (
        replace(role, days=tuple(days * (100 - percent) // 100 for days in role.days))
        for role in problem.roles
    )
    return changed(replace(problem, roles=tuple(roles)), (FrameBy(None, -percent), CeilingBy(None, -percent)))
