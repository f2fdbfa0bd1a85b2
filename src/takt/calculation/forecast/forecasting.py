"""Draw what comes many times over and count how often each limit holds."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from takt.calculation.forecast.answer import Forecast, LimitForecast, LiveForecast
from takt.calculation.forecast.drawing import Deviates, Floats
from takt.calculation.forecast.timing import Timing, timings
from takt.calculation.forecast.uncertainty import Uncertainty
from takt.calculation.forecast.using import Drawn, Shared, demand_of, used
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Initiative, Obligation, Problem
from takt.calculation.planner.usage import Limit, Resource, Usage, capacity, usage_of


def forecast(
    problem: Problem, plan: Plan, uncertainty: Uncertainty, *, draws: int = 10_000, seed: int = 1
) -> Forecast:
    """The same problem, plan, uncertainty, draws and seed give the same forecast.

    What takes longer uses no more for that: money, staff and hours have ratios of their own, and are laid out
    over the time it takes. Delays are passed on to what requires it. ValueError unless there is a draw.
    """
    if draws < 1:
        raise ValueError(f"draws must be 1 or more: {draws}")
    drawn = _drawn(problem, plan, uncertainty, Deviates(draws, seed, uncertainty.correlation_per_mille))
    live = {one.id: _live(one, plan, drawn[one.id].timing) for one in problem.initiatives if one.id in drawn}
    return Forecast(
        draws=draws,
        seed=seed,
        limits={each.limit: each for each in _limits(problem, plan, drawn, draws)},
        go_lives=live,
        duties=tuple(id_ for id_ in live if problem.initiative[id_].obligation is Obligation.MUST),
    )


def _drawn(problem: Problem, plan: Plan, uncertainty: Uncertainty, deviates: Deviates) -> dict[str, Drawn]:
    ratio, duration = dict[str, Mapping[Resource, Floats]](), dict[str, Floats]()
    placed = [one for one in problem.initiatives if one.id in plan.start]
    for one in placed:
        factors = uncertainty.of(one.id)
        ratio[one.id] = {
            Resource.MONEY: deviates.ratios(factors.money),
            Resource.STAFF: deviates.ratios(factors.staff),
            Resource.LOAD: deviates.ratios(factors.change),
        }
        duration[one.id] = deviates.ratios(factors.duration)
    timing = timings(problem, plan.start, duration)
    return {one.id: Drawn(demand_of(one), timing[one.id], ratio[one.id], problem.months) for one in placed}


def _limits(problem: Problem, plan: Plan, drawn: Mapping[str, Drawn], draws: int) -> Iterator[LimitForecast]:
    there_is, planned = dict(capacity(problem)), usage_of(problem, plan.start)
    for name, use in used(problem, list(drawn.values()), draws):
        limited = [(row, limit) for row, limit in enumerate(_each_time(problem, name)) if limit in there_is]
        if limited:
            rows, limits = zip(*limited, strict=True)
            yield from _each_limit(limits, there_is, planned, use[list(rows)])


def _each_limit(
    limits: Sequence[Limit], there_is: Mapping[Limit, int], planned: Usage, use: Floats
) -> Iterator[LimitForecast]:
    """``use`` is (limits, draws)."""
    most = np.array([there_is[limit] for limit in limits], dtype=float)[:, None]
    chance, overrun = (use < most + 0.5).mean(axis=1), np.maximum(0.0, use - most).mean(axis=1)
    p50, p80 = _percentiles(use)
    for row, limit in enumerate(limits):
        yield LimitForecast(
            limit=limit,
            there_is=there_is[limit],
            planned=planned.of(limit),
            chance=float(chance[row]),
            p50=int(p50[row]),
            p80=int(p80[row]),
            expected_overrun=float(overrun[row]),
        )


def _each_time(problem: Problem, name: Shared) -> list[Limit]:
    times = range(problem.months)
    if name[0] is Resource.MONEY:
        times = range(problem.year(0), problem.year(problem.months - 1) + 1)
    return [Limit(*name, time) for time in times]


def _live(one: Initiative, plan: Plan, timing: Timing) -> LiveForecast:
    go_live, deadline = timing.go_live, one.latest_go_live
    p50, p80 = _percentiles(go_live.astype(float)[None])
    late = np.zeros(1) if deadline is None else np.maximum(0, go_live - deadline)
    return LiveForecast(
        id=one.id,
        planned=plan.start[one.id] + one.lead_time,
        p50=int(p50[0]),
        p80=int(p80[0]),
        deadline=deadline,
        chance=float((late == 0).mean()),
        expected_months_late=float(late.mean()),
    )


def _percentiles(values: Floats) -> tuple[Floats, Floats]:
    """By row, what 50 and 80 per cent of it do not exceed (nearest rank), to the nearest whole number."""
    half, most = (-(-per_cent * values.shape[1] // 100) - 1 for per_cent in (50, 80))
    ordered = np.partition(values, half, axis=1)  # one rank at a time is much the fastest in numpy
    upper = np.partition(ordered[:, half:], most - half, axis=1)
    return np.rint(ordered[:, half]), np.rint(upper[:, most - half])
