"""A forecast is exact where nothing varies, surer the less does, the same twice, and right as counted by hand."""

from dataclasses import replace
from statistics import mean

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.calculation.forecast.slow_forecast import slow_use
from tests.calculation.planner.cases import MUST, honest_plan, initiative, problem, unit
from tests.calculation.planner.small_problems import small_problems, starts_for

from takt.calculation.forecast import CERTAIN, REFERENCE_CLASS, Factors, ThreePoint, Uncertainty, forecast
from takt.calculation.forecast.drawing import Deviates
from takt.calculation.forecast.forecasting import _drawn
from takt.calculation.forecast.using import used
from takt.calculation.money.three_point import weighted
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Change, Frame, Problem, Requirement, Role, Spending
from takt.calculation.planner.usage import Limit, Resource, capacity, usage_of

NOTHING_VARIES = Uncertainty(CERTAIN)


def always(per_mille: int) -> ThreePoint:
    return ThreePoint(per_mille, per_mille, per_mille)


def two_in_a_row() -> tuple[Problem, Plan]:
    """Six months: the first rolls out for two, the second requires it and is a duty due in month 4."""
    first = initiative(
        "a",
        roll_out=2,
        staff={"pl": (10, 10)},
        change=(Change("u", (4, 4)),),
        money=(Spending("f", (100, 100), 10),),
    )
    second = initiative(
        "b",
        obligation=MUST,
        roll_out=2,
        latest_go_live=4,
        staff={"pl": (6, 6)},
        requires=(Requirement("a", 0),),
    )
    asked = problem(
        first,
        second,
        roles=(Role("pl", "", (10,) * 6),),
        frames=(Frame("f", "", {2027: 240}),),
        units=(unit("top", ceiling=4), unit("u", parent="top")),
    )
    return asked, honest_plan(asked, {"a": 0, "b": 2})


def test_when_nothing_varies_the_forecast_is_the_plan() -> None:
    asked, plan = two_in_a_row()
    found = forecast(asked, plan, NOTHING_VARIES, draws=10)
    assert {limit for limit, _ in capacity(asked)} == set(found.limits)
    for limit, there_is in capacity(asked):
        each, planned = found.limits[limit], usage_of(asked, plan.start).of(limit)
        assert (each.planned, each.p50, each.p80) == (planned,) * 3
        assert each.chance == (planned <= there_is)
        assert each.expected_overrun == max(0, planned - there_is)
    assert [(each.planned, each.p80, each.chance) for each in found.go_lives.values()] == [
        (2, 2, 1.0),
        (4, 4, 1.0),
    ]
    assert found.duties == ("b",)


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_when_nothing_varies_every_plan_is_what_it_uses(data: st.DataObject) -> None:
    asked = data.draw(small_problems())
    starts = data.draw(starts_for(asked))
    late = {one.id for one in asked.initiatives for each in one.requires if one.fixed_start is None}
    starts = {id_: start for id_, start in starts.items() if id_ not in late}
    usage = usage_of(asked, starts)
    found = forecast(asked, honest_plan(asked, starts), NOTHING_VARIES, draws=3)
    for limit, each in found.limits.items():
        assert each.p50 == each.p80 == usage.of(limit)


def test_twice_the_money_and_half_as_many_days_again() -> None:
    asked, plan = two_in_a_row()
    factors = Factors(money=always(2000), staff=always(1500))
    found = forecast(asked, plan, Uncertainty(factors), draws=10)
    frame = found.limits[Limit(Resource.MONEY, "f", 2027)]
    assert (frame.p80, frame.chance, frame.expected_overrun) == (480, 0.0, 240.0)
    days = [found.limits[Limit(Resource.STAFF, "pl", month)].p80 for month in range(6)]
    assert days == [15, 15, 9, 9, 0, 0]


def test_a_delay_is_passed_on_and_costs_no_more_days() -> None:
    asked, plan = two_in_a_row()
    found = forecast(
        asked, plan, Uncertainty(own={"a": Factors(duration=always(2000))}, usual=CERTAIN), draws=5
    )
    assert [each.p80 for each in found.go_lives.values()] == [4, 6]
    duty = found.go_lives["b"]
    assert (duty.chance, duty.expected_months_late) == (0.0, 2.0)
    days = [found.limits[Limit(Resource.STAFF, "pl", month)].p80 for month in range(6)]
    assert days == [5, 5, 5, 5, 6, 6]


def test_what_has_started_waits_for_nothing_and_what_is_live_is_not_drawn() -> None:
    asked, _ = two_in_a_row()
    before, after = asked.initiatives
    under_way = replace(after, fixed_start=2)
    done = replace(before, fixed_start=-4)
    fixed = problem(done, under_way, **{key: getattr(asked, key) for key in ("roles", "frames", "units")})
    slow = Uncertainty(Factors(duration=always(3000)))
    found = forecast(fixed, honest_plan(fixed, {"a": -4, "b": 2}), slow, draws=5)
    assert [each.p80 for each in found.go_lives.values()] == [-2, 8]


def test_the_wider_the_less_sure() -> None:
    asked, plan = two_in_a_row()
    chances, overruns = [], []
    for spread in (0, 100, 300, 600):
        factors = Factors(*[ThreePoint(1000, 1000, 1000 + spread)] * 4)
        found = forecast(asked, plan, Uncertainty(factors), draws=4_000)
        frame = found.limits[Limit(Resource.MONEY, "f", 2027)]
        chances.append((frame.chance, found.go_lives["b"].chance))
        overruns.append(frame.expected_overrun)
    assert chances == sorted(chances, reverse=True)
    assert overruns == sorted(overruns)
    assert overruns[0] == 0
    assert overruns[-1] > 0


def test_the_same_seed_gives_the_same_and_another_does_not() -> None:
    asked, plan = two_in_a_row()
    once = forecast(asked, plan, Uncertainty(), draws=500, seed=7)
    assert forecast(asked, plan, Uncertainty(), draws=500, seed=7) == once
    assert forecast(asked, plan, Uncertainty(), draws=500, seed=8) != once


@given(st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_every_draw_is_what_plain_python_reckons(data: st.DataObject) -> None:
    asked = data.draw(small_problems())
    plan = honest_plan(asked, data.draw(starts_for(asked)))
    wide = Factors(*[ThreePoint(300, 1000, 2500)] * 4)
    draws = 6
    drawn = _drawn(asked, plan, Uncertainty(wide), Deviates(draws, 1, 200))
    table = dict(used(asked, list(drawn.values()), draws))
    for draw in range(draws):
        lead = {id_: int(one.timing.lead[draw]) for id_, one in drawn.items()}
        ratio = {id_: {r: float(x[draw]) for r, x in one.ratio.items()} for id_, one in drawn.items()}
        slow, go_live = slow_use(asked, plan.start, lead, ratio)
        assert go_live == {id_: int(one.timing.go_live[draw]) for id_, one in drawn.items()}
        for name, use in table.items():
            assert use[:, draw].tolist() == pytest.approx(slow[name], abs=1e-6)


@pytest.mark.parametrize(
    "estimate", [ThreePoint(860, 1000, 1750), ThreePoint(1000, 1000, 1320), ThreePoint(0, 500, 500)]
)
def test_draws_follow_the_pert_distribution(estimate: ThreePoint) -> None:
    ratios = Deviates(50_000, 1, 0).ratios(estimate)
    assert estimate.low / 1000 <= ratios.min() <= ratios.max() <= estimate.high / 1000
    expected = float(weighted(estimate.low, estimate.likely, estimate.high)) / 1000
    assert mean(ratios.tolist()) == pytest.approx(expected, abs=0.005)


def test_what_the_house_misjudges_goes_together() -> None:
    together = Deviates(50_000, 1, 500)
    one, other = (together.ratios(ThreePoint(500, 1000, 1500)) for _ in range(2))
    assert np.corrcoef(one, other)[0, 1] == pytest.approx(0.5, abs=0.03)
    whole = Deviates(100, 1, 1000)
    assert (whole.ratios(ThreePoint(0, 1, 2)) == whole.ratios(ThreePoint(0, 1, 2))).all()


def test_out_of_order_is_refused() -> None:
    with pytest.raises(ValueError, match="out of order"):
        ThreePoint(1000, 900, 1200)
    with pytest.raises(ValueError, match="between 0 and 1000"):
        Uncertainty(REFERENCE_CLASS, correlation_per_mille=1001)
    with pytest.raises(ValueError, match="1 or more"):
        forecast(*two_in_a_row(), NOTHING_VARIES, draws=0)
