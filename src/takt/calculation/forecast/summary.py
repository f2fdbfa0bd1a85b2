"""A forecast in the few figures that are kept and shown: each limit where it is least sure, each go-live."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from takt.calculation.forecast.answer import Forecast, LimitForecast, LiveForecast
from takt.calculation.planner.usage import Resource


@dataclass(frozen=True, slots=True)
class Holding:
    """One limit: a frame in one year, or a role or unit in the month in which it is least sure to hold."""

    id: str
    when: int
    """Year of a frame; otherwise the month, from the first of the plan."""
    there_is: int
    planned: int
    p50: int
    p80: int
    percent: int
    """Chances in a hundred that it holds there and then."""
    expected_overrun: int
    """There and then, in DKK, days or hours."""
    by_month: tuple[int, ...] = ()
    """Of a role or unit: chances in a hundred in every month, 100 where there is no limit."""


@dataclass(frozen=True, slots=True)
class GoingLive:
    """One initiative. Months are offsets from the first month of the plan."""

    id: str
    planned: int
    p50: int
    p80: int
    deadline: int | None
    percent: int
    """Chances in a hundred of the deadline; 100 without one."""
    months_late: float
    """Expected."""
    is_duty: bool


@dataclass(frozen=True, slots=True)
class Summary:
    draws: int
    seed: int
    frames: tuple[Holding, ...]
    roles: tuple[Holding, ...]
    units: tuple[Holding, ...]
    """Those with a ceiling."""
    go_lives: tuple[GoingLive, ...]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def summary_of(found: Forecast, months: int) -> Summary:
    by_name: dict[tuple[Resource, str], list[LimitForecast]] = {}
    for limit, each in found.limits.items():
        by_name.setdefault((limit.resource, limit.id), []).append(each)
    frames = (each for (kind, _), years in by_name.items() if kind is Resource.MONEY for each in years)
    return Summary(
        draws=found.draws,
        seed=found.seed,
        frames=tuple(_holding(each) for each in frames),
        roles=tuple(_least_sure(by_name, Resource.STAFF, months)),
        units=tuple(_least_sure(by_name, Resource.LOAD, months)),
        go_lives=tuple(_going_live(each, found.duties) for each in found.go_lives.values()),
    )


def read_summary(kept: Mapping[str, Any]) -> Summary:
    """From what ``as_json`` gave."""

    def holdings(rows: Iterable[Mapping[str, Any]]) -> tuple[Holding, ...]:
        return tuple(Holding(**{**row, "by_month": tuple(row["by_month"])}) for row in rows)

    return Summary(
        draws=kept["draws"],
        seed=kept["seed"],
        frames=holdings(kept["frames"]),
        roles=holdings(kept["roles"]),
        units=holdings(kept["units"]),
        go_lives=tuple(GoingLive(**row) for row in kept["go_lives"]),
    )


def _least_sure(
    by_name: Mapping[tuple[Resource, str], list[LimitForecast]], resource: Resource, months: int
) -> Iterator[Holding]:
    for (kind, _), each_month in by_name.items():
        if kind is resource:
            chances = [100] * months
            for one in each_month:
                chances[_when(one)] = _percent(one.chance)
            weakest = min(each_month, key=lambda one: (one.chance, _slack(one)))
            yield _holding(weakest, tuple(chances))


def _slack(one: LimitForecast) -> float:
    """Share of the limit that is left in 80 of 100 cases."""
    return (one.there_is - one.p80) / max(1, one.there_is)


def _holding(one: LimitForecast, by_month: tuple[int, ...] = ()) -> Holding:
    return Holding(
        id=one.limit.id,
        when=_when(one),
        there_is=one.there_is,
        planned=one.planned,
        p50=one.p50,
        p80=one.p80,
        percent=_percent(one.chance),
        expected_overrun=round(one.expected_overrun),
        by_month=by_month,
    )


def _when(one: LimitForecast) -> int:
    when = one.limit.when
    assert isinstance(when, int)  # noqa: S101 - only go-lives are counted by quarter, and they are not drawn
    return when


def _going_live(one: LiveForecast, duties: tuple[str, ...]) -> GoingLive:
    return GoingLive(
        id=one.id,
        planned=one.planned,
        p50=one.p50,
        p80=one.p80,
        deadline=one.deadline,
        percent=_percent(one.chance),
        months_late=round(one.expected_months_late, 2),
        is_duty=one.id in duties,
    )


def _percent(chance: float) -> int:
    """Never 0 or 100 by rounding: only what happened in no draw, or in every."""
    if 0 < chance < 1:
        return min(99, max(1, round(100 * chance)))
    return round(100 * chance)
