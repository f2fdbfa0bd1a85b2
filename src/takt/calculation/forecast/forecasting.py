"""Draw what comes many times over and count how often each limit holds."""

from collections.abc import Iterator, Mapping

import numpy as np

from takt.calculation.forecast.answer import Forecast, LimitForecast, LiveForecast
from takt.calculation.forecast.drawing import Deviates, Floats
from takt.calculation.forecast.timing import Timing, timings
from takt.calculation.forecast.uncertainty import Uncertainty
from takt.calculation.forecast.using import Drawn, Shared, demand_of, used
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Initiative, Obligation, Problem
from takt.calculation.planner.usage import Limit, Resource, capacity, usage_of


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
    return {
        one.id: Drawn(demand_of(problem, one), timing[one.id], ratio[one.id], problem.months)
        for one in placed
    }


def _limits(problem: Problem, plan: Plan, drawn: Mapping[str, Drawn], draws: int) -> Iterator[LimitForecast]:
    there_is, planned = dict(capacity(problem)), usage_of(problem, plan.start)
    for name, use in used(problem, list(drawn.values()), draws):
        for limit, amounts in zip(_each_time(problem, name), use, strict=True):
            if limit in there_is:
                yield _limit(limit, there_is[limit], planned.of(limit), amounts)


def _each_time(problem: Problem, name: Shared) -> list[Limit]:
    times = range(problem.months)
    if name[0] is Resource.MONEY:
        times = range(problem.year(0), problem.year(problem.months - 1) + 1)
    return [Limit(*name, time) for time in times]


def _limit(limit: Limit, there_is: int, planned: int, use: Floats) -> LimitForecast:
    p50, p80 = _percentiles(use)
    return LimitForecast(
        limit=limit,
        there_is=there_is,
        planned=planned,
        chance=float((use < there_is + 0.5).mean()),
        p50=p50,
        p80=p80,
        expected_overrun=float(np.maximum(0.0, use - there_is).mean()),
    )


def _live(one: Initiative, plan: Plan, timing: Timing) -> LiveForecast:
    go_live, deadline = timing.go_live, one.latest_go_live
    p50, p80 = _percentiles(go_live.astype(float))
    late = np.zeros(1) if deadline is None else np.maximum(0, go_live - deadline)
    return LiveForecast(
        id=one.id,
        planned=plan.start[one.id] + one.lead_time,
        p50=p50,
        p80=p80,
        deadline=deadline,
        chance=float((late == 0).mean()),
        expected_months_late=float(late.mean()),
    )


def _percentiles(values: Floats) -> tuple[int, int]:
    """The least value that 50 and 80 per cent do not exceed (nearest rank), to the nearest whole number."""
    ranks = [-(-per_cent * len(values) // 100) - 1 for per_cent in (50, 80)]
    ordered = np.partition(values, ranks)
    return int(np.rint(ordered[ranks[0]])), int(np.rint(ordered[ranks[1]]))
