"""One limit, one obstacle, one amount in words."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil

from takt.calculation.planner.breach import called
from takt.calculation.planner.explain.answer import Bottleneck, Obstacle, ObstacleKind, Pressure
from takt.calculation.planner.explain.words import say
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.usage import Quarter, Resource
from takt.calculation.wording import Language, join_list, kroner, month_list, month_name, number

MOST_CALLED = 5


class Phrases:
    """What a problem's months, units, roles and frames are called in one language."""

    def __init__(self, problem: Problem, language: Language) -> None:
        self.problem = problem
        self.language = language
        self._name = {
            **{(Resource.LOAD, unit.id): unit.name or unit.id for unit in problem.units},
            **{(Resource.GO_LIVES, unit.id): unit.name or unit.id for unit in problem.units},
            **{(Resource.STAFF, role.id): role.name or role.id for role in problem.roles},
            **{(Resource.MONEY, frame.id): frame.name or frame.id for frame in problem.frames},
        }

    def say(self, key: str, **filled: str) -> str:
        return say(key, self.language, **filled)

    def name(self, bottleneck: Bottleneck) -> str:
        return self._name[bottleneck]

    def called(self, id_: str | None) -> str:
        return "" if id_ is None else called(self.problem.initiative[id_])

    def all_called(self, ids: Iterable[str]) -> str:
        """The first few by name, the rest by number."""
        named = [self.called(id_) for id_ in ids]
        if len(named) > MOST_CALLED:
            rest = self.say("more_others", count=self.number(len(named) - MOST_CALLED + 1))
            named = [*named[: MOST_CALLED - 1], rest]
        return join_list(named, self.language)

    def placing(self, key: str, id_: str, start: int) -> str:
        return self.say(key, other=self.called(id_), start=self.month(start))

    # Amounts

    def month(self, offset: int) -> str:
        return month_name(self.problem.first_month.plus(offset), self.language)

    def months(self, offsets: Iterable[int]) -> str:
        return month_list([self.problem.first_month.plus(offset) for offset in offsets], self.language)

    def number(self, value: int | Fraction, decimals: int = 0) -> str:
        return number(value, decimals, self.language)

    def points(self, twelfths: int) -> str:
        return self.number(Fraction(twelfths, 12), 0 if abs(twelfths) >= 120 else 1)

    def count_of_months(self, count: int) -> str:
        return self.say("month") if count == 1 else self.say("months", months=self.number(count))

    def days(self, fewest: int, most: int) -> str:
        if fewest == most == 1:
            return self.say("day")
        span = self.number(most) if fewest == most else f"{self.number(fewest)}–{self.number(most)}"
        return self.say("days", days=span)

    def hours(self, total: int, limit: int, unit: str, *, is_enough: bool = False) -> tuple[str, str]:
        """Both per employee, or of the whole unit where the difference would not be seen.

        ``is_enough``: the total is rounded up, for whoever raises the limit to just what is said.
        """
        headcount = self.problem.unit[unit].headcount
        if headcount > 0:
            for decimals in (1, 2):
                shown = Fraction(total, headcount)
                much = self.number(_rounded_up(shown, decimals) if is_enough else shown, decimals)
                most = self.number(Fraction(limit, headcount), decimals)
                if much != most or total == limit:
                    return self.say("per_employee", hours=much), most
        return self._whole_hours(total, total), self.number(limit)

    def when(self, pressures: Sequence[Pressure]) -> str:
        resource = pressures[0].limit.resource
        return self.times([pressure.limit.when for pressure in pressures], resource)

    def times(self, times: Sequence[int | Quarter], resource: Resource) -> str:
        """Months, or of money years, or of go-lives quarters."""
        quarters = [at for at in times if isinstance(at, tuple)]
        if quarters:
            said = [self.say("quarter", year=str(year), quarter=str(quarter)) for year, quarter in quarters]
            return join_list(said, self.language)
        whole = [at for at in times if isinstance(at, int)]
        if resource is Resource.MONEY:
            return join_list([str(year) for year in whole], self.language)
        return self.months(whole)

    # Limits that bind

    def binding(self, pressures: Sequence[Pressure]) -> str:
        """Of one bottleneck: by how much it is exceeded, and in which months."""
        first, name, when = pressures[0], self.name(pressures[0].bottleneck), self.when(pressures)
        resource = first.limit.resource
        if resource is Resource.LOAD:
            return self._over_ceiling(pressures, name, when)
        if resource is Resource.GO_LIVES:
            total, limit = self.number(first.total), self.number(first.decided)
            return self.say("over_go_lives", unit=name, total=total, quarter=when, limit=limit)
        if resource is Resource.MONEY:
            return self.say("over_frame", frame=name, amount=kroner(_short(first), self.language), year=when)
        days = self.days(*_span(_short(pressure) for pressure in pressures))
        if len(pressures) == 1:
            return self.say("over_role", role=name, days=days, months=when)
        total = self.days(*[sum(_short(pressure) for pressure in pressures)] * 2)
        return self.say("over_role_months", role=name, days=days, months=when, total=total)

    def _over_ceiling(self, pressures: Sequence[Pressure], name: str, when: str) -> str:
        worst = max(pressures, key=_short)
        total, limit = self.hours(worst.total, worst.decided, worst.limit.id)
        if len(pressures) == 1:
            said = self.say("over_ceiling", unit=name, total=total, months=when, limit=limit)
        else:
            said = self.say(
                "over_ceiling_months",
                unit=name,
                months=when,
                worst=self.when([worst]),
                total=total,
                limit=limit,
            )
        if any(pressure.allowed > pressure.decided for pressure in pressures):
            said += " " + self.say("already_over", unit=name)
        return said

    def in_short(self, pressures: Sequence[Pressure], *, at_least: bool) -> str:
        """Of one bottleneck, to stand in a list; ``at_least`` when it is the best of several months."""
        least = "_least" if at_least else ""
        first, name = pressures[0], self.name(pressures[0].bottleneck)
        if first.limit.resource is Resource.LOAD:
            return self.say("short_ceiling", unit=name)
        if first.limit.resource is Resource.GO_LIVES:
            return self.say("short_go_lives", unit=name)
        missing = sum(pressure.missing for pressure in pressures)
        if first.limit.resource is Resource.MONEY:
            return self.say(f"short_frame{least}", frame=name, amount=kroner(missing, self.language))
        return self.say(f"short_role{least}", role=name, days=self.days(missing, missing))

    def obstacle(self, obstacle: Obstacle) -> str:
        return self._filled(obstacle.kind.value, obstacle)

    def obstacle_in_short(self, obstacle: Obstacle) -> str:
        return self._filled(f"short_{obstacle.kind.value}", obstacle)

    def _filled(self, key: str, obstacle: Obstacle) -> str:
        month = obstacle.month or 0
        is_count = obstacle.kind is ObstacleKind.HORIZON
        return self.say(
            key,
            other=self.called(obstacle.other),
            month="" if is_count else self.month(month),
            months=self.count_of_months(month) if is_count else "",
        )

    # Limits to raise

    def raising(self, pressures: Sequence[Pressure]) -> str:
        """Of one bottleneck: what it takes, as a range over the months."""
        first, name, when = pressures[0], self.name(pressures[0].bottleneck), self.when(pressures)
        extras = [pressure.extra for pressure in pressures]
        resource = first.limit.resource
        if resource is Resource.LOAD:
            return self._raise_ceiling(pressures, name, when)
        if resource is Resource.GO_LIVES:
            return self.say("raise_go_lives", unit=name, total=self.number(first.total), quarter=when)
        if resource is Resource.MONEY:
            return self.say("raise_frame", frame=name, amount=kroner(extras[0], self.language), year=when)
        days = self.days(*_span(extras))
        if len(extras) == 1:
            return self.say("raise_role", role=name, days=days, months=when)
        total = self.days(sum(extras), sum(extras))
        return self.say("raise_role_months", role=name, days=days, months=when, total=total)

    def _raise_ceiling(self, pressures: Sequence[Pressure], name: str, when: str) -> str:
        unit = pressures[0].limit.id
        if len(pressures) == 1:
            total, limit = self.hours(pressures[0].total, pressures[0].decided, unit, is_enough=True)
            return self.say("raise_ceiling", unit=name, limit=limit, total=total, months=when)
        fewest, most = _span(pressure.extra for pressure in pressures)
        extra = self._hours_between(fewest, most, unit)
        return self.say("raise_ceiling_months", unit=name, extra=extra, months=when)

    def _hours_between(self, fewest: int, most: int, unit: str) -> str:
        """``0,2–0,6 timer pr. medarbejder``, rounded up so that they are enough; hours of the whole unit when it is
        too little to be seen.
        """
        headcount = self.problem.unit[unit].headcount
        if headcount > 0 and 20 * fewest >= headcount:
            low, high = (
                self.number(_rounded_up(Fraction(hours, headcount), 1), 1) for hours in (fewest, most)
            )
            return self.say("per_employee", hours=low if low == high else f"{low}–{high}")
        return self._whole_hours(fewest, most)

    def _whole_hours(self, fewest: int, most: int) -> str:
        if fewest == most == 1:
            return self.say("hour")
        low, high = self.number(fewest), self.number(most)
        return self.say("hours", hours=low if fewest == most else f"{low}–{high}")


def by_bottleneck(pressures: Iterable[Pressure]) -> list[list[Pressure]]:
    """Those of the same limit together, the most broken first; years and quarters stand apart."""
    groups: dict[object, list[Pressure]] = {}
    for pressure in pressures:
        is_monthly = pressure.limit.resource in (Resource.LOAD, Resource.STAFF)
        groups.setdefault((pressure.bottleneck, None if is_monthly else pressure.limit.when), []).append(
            pressure
        )
    return sorted(groups.values(), key=_share, reverse=True)


def _rounded_up(value: Fraction, decimals: int) -> Fraction:
    parts = 10**decimals
    return Fraction(ceil(value * parts), parts)


def _short(pressure: Pressure) -> int:
    """By how much it is too narrow; what fixed ones broke before is measured from the limit itself."""
    return pressure.missing or pressure.extra


def _share(pressures: Sequence[Pressure]) -> float:
    return max(_short(pressure) / max(1, pressure.decided) for pressure in pressures)


def _span(amounts: Iterable[int]) -> tuple[int, int]:
    listed = list(amounts)
    return min(listed), max(listed)
