"""Schedules made month by month, as slowly as can be read: what the compiled ones are held against."""

from collections.abc import Sequence
from dataclasses import dataclass

from takt.calculation.planner.problem import Problem


@dataclass(frozen=True)
class Plain:
    """``names`` are in the order of the jobs; beyond the horizon there is as much room as there ever was."""

    problem: Problem
    names: Sequence[str]
    months: int

    def placed(self, order: Sequence[str]) -> dict[str, int] | None:
        """One after the other as early as it fits; None when one does not fit at all."""
        start: dict[str, int] = {}
        for name in order:
            fitting = (at for at in range(self.ready(name, start), self.months) if self.fits(name, at, start))
            at = next(fitting, None)
            if at is None:
                return None
            start[name] = at
        return start

    def pushed(self, start: dict[str, int]) -> dict[str, int]:
        """As late as what waits allows, the last to finish first; then as early as can be."""
        start, number = dict(start), {name: n for n, name in enumerate(self.names)}
        for name in sorted(start, key=lambda n: (start[n] + self.lead(n), number[n]), reverse=True):
            waiting = self.waiting(name)
            until = min((start[other] - gap for other, gap in waiting), default=start[name])
            others = {other: at for other, at in start.items() if other != name}
            start[name] = next(
                (at for at in range(until, start[name], -1) if self.fits(name, at, others)), start[name]
            )
        for name in sorted(start, key=lambda n: (start[n], number[n])):
            others = {other: at for other, at in start.items() if other != name}
            start[name] = next(
                (at for at in range(self.ready(name, start), start[name]) if self.fits(name, at, others)),
                start[name],
            )
        return start

    def fits(self, name: str, at: int, others: dict[str, int]) -> bool:
        one = self.problem.initiative[name]
        latest = self.problem.months - 1 - one.lead_time
        if at <= latest and self._is_frozen(at + one.lead_time):
            return False
        span = max((len(days) for days in one.staff.values()), default=0)
        if at + max(1, span) > self.months:
            return False
        return all(
            self._used(role.id, month, {**others, name: at}) <= self._room(role.days, month)
            for role in self.problem.roles
            for month in range(at, at + span)
        )

    def ready(self, name: str, start: dict[str, int]) -> int:
        one, problem = self.problem.initiative[name], self.problem
        after = (
            start[need.id] + problem.initiative[need.id].lead_time + need.lag_months for need in one.requires
        )
        return max(after, default=0)

    def waiting(self, name: str) -> list[tuple[str, int]]:
        lead_time = self.problem.initiative[name].lead_time
        return [
            (other.id, lead_time + need.lag_months)
            for other in self.problem.initiatives
            for need in other.requires
            if need.id == name
        ]

    def lead(self, name: str) -> int:
        return min((gap for _, gap in self.waiting(name)), default=0)

    def _is_frozen(self, live: int) -> bool:
        return any(freeze.first <= live <= freeze.latest for freeze in self.problem.freezes)

    def _used(self, role: str, month: int, start: dict[str, int]) -> int:
        total = 0
        for name, at in start.items():
            days = self.problem.initiative[name].staff.get(role, ())
            total += days[month - at] if at <= month < at + len(days) else 0
        return total

    @staticmethod
    def _room(days: tuple[int, ...], month: int) -> int:
        return days[month] if month < len(days) else max(days)
