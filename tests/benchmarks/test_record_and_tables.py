"""A run can be taken up again, and the tables say what was measured, also when it is not to our credit."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

import record
from cases import Case, evenly
from explaining import spread
from planner import BEGIN, END, insert
from record import Entry
from tables import render
from tasks import Task, tasks

FACTS = {"date": "2027-01-04", "machine": "2 cores", "versions": "takt 1"}


def knapsack(engine: str, profit: int, name: str = "OR5x100-0.25_1") -> Entry:
    found = {
        "profit": profit,
        "value_twelfths": 12 * profit,
        "bound_twelfths": 12 * 1000,
        "status": "feasible",
    }
    best = {"best_known": {"profit": 1000}, "lawful": True, "breaches": []}
    return {**asdict(Task("mknapcb", "5x100", name, engine, 10)), **FACTS, **found, **best}


def municipal(engine: str, value: int, late: int = 0, **more: Any) -> Entry:
    best = {"months_late": 0, "goal_shortfall": 0, "tiers_proven": 1, "best_value": 1000, "lp_bound": 1100}
    found = {
        "months_late": late,
        "goal_shortfall": 0,
        "value_twelfths": 12 * value,
        "bound_twelfths": 12 * 1100,
        "first_plan_seconds": 0.5,
        "memory_mb": 300,
        "best_known": best,
        "status": "feasible",
        "lawful": True,
        "breaches": [],
    }
    return {**asdict(Task("municipal", "200x48", "200x48-1.json", engine, 60)), **FACTS, **found, **more}


def greedy(value: int, late: int) -> Entry:
    rule = {"months_late": late, "goal_shortfall": 0, "value_twelfths": 12 * value, "lawful": True}
    return {
        **asdict(Task("greedy", "200x48", "200x48-1.json", "greedy", 0)),
        **FACTS,
        "rules": {"points": rule},
    }


def row(text: str, begins: str) -> list[str]:
    line = next(line for line in text.splitlines() if line.startswith(f"| {begins}"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_what_is_done_is_not_done_again_but_what_failed_is(tmp_path: Path) -> None:
    done, failed, new = (Task("mknapcb", "5x100", name, "takt", 10) for name in ("a", "b", "c"))
    file = tmp_path / "folder" / "record.jsonl"
    record.append(file, {**asdict(done), "value_twelfths": 1})
    record.append(file, {**asdict(failed), "failed": "exit 1"})
    assert record.still_to_do([done, failed, new], record.entries(file)) == [failed, new]
    record.append(file, {**asdict(failed), "value_twelfths": 2})
    assert [entry.get("value_twelfths") for entry in record.entries(file)] == [1, 2]


def test_a_sample_is_spread_over_each_set() -> None:
    cases = [Case("small", str(number)) for number in range(10)] + [Case("other", "x")]
    assert [case.name for case in evenly(cases, 2)] == ["2", "7", "x"]
    assert evenly(cases, None) == cases


def test_every_engine_meets_the_same_knapsacks() -> None:
    cases = [Case("5x100", str(number)) for number in range(30)]
    chosen = list(tasks(cases, instances=5))
    by_engine = {
        engine: [(task.name, task.seconds) for task in chosen if task.engine == engine]
        for engine in ("takt", "cpsat", "highs")
    }
    assert by_engine["takt"] == by_engine["cpsat"] == by_engine["highs"]
    assert sum(seconds == 10 for _, seconds in by_engine["takt"]) == 5
    assert sum(seconds == 60 for _, seconds in by_engine["takt"]) == 1


def test_a_mean_gap_stands_beside_that_of_peers_on_the_same_instances() -> None:
    entries = [knapsack("takt", 999), knapsack("takt", 1000, "b"), knapsack("highs", 990)]
    cells = row(render(entries), "mknapcb 5x100, 10 s")
    assert cells[3] == "**not met:** 0.05 % (2 instances)"
    assert cells[4] == "HiGHS 1 % (0.10 ×)"


def test_a_goal_that_is_kept_is_not_marked() -> None:
    assert row(render([knapsack("takt", 1000)]), "mknapcb 5x100, 10 s")[3] == "0 % (1 instances)"


def test_what_was_not_measured_says_so() -> None:
    assert row(render([]), "J120, 10 s")[3] == "not measured"
    assert row(render([]), "Monte Carlo")[3] == "not measured"


def five(value: int, late: int = 0) -> list[Entry]:
    """Takt and the greedy rule (value 1,000, in time) on five municipalities."""
    names = [{"name": f"200x48-{seed}.json"} for seed in range(5)]
    pairs = [({**municipal("takt", value, late), **name}, {**greedy(1000, 0), **name}) for name in names]
    return [entry for pair in pairs for entry in pair]


@pytest.mark.parametrize(
    ("value", "late", "said"),
    [
        (1100, 0, "later or shorter in 0"),
        (1050, 0, "**not met:** later or shorter in 0"),
        (1100, 4, "**not met:** later or shorter in 5"),
    ],
)
def test_time_is_compared_before_value(value: int, late: int, said: str) -> None:
    assert row(render(five(value, late)), "value against")[3].startswith(said)


def test_a_median_of_few_is_no_verdict() -> None:
    said = row(render(five(1200)[:4]), "value against")[3]
    assert said.endswith("1.20 × (2 large, 60 s); too few large ones to judge")


def test_a_peer_that_is_later_has_no_ratio() -> None:
    text = render([municipal("takt", 900), municipal("highs", 1200, late=3)])
    assert row(text, "200x48-1 | 60 s")[9] == "better"


UNLAWFUL = {"lawful": False, "breaches": ["The frame is 4 kr. short"]}


def test_an_unlawful_plan_is_named_and_counts_for_nothing() -> None:
    text = render([municipal("takt", 1100), municipal("cpsat", 9000, **UNLAWFUL)])
    assert "cpsat on 200x48-1.json (municipal, 60 s): unlawful: The frame is 4 kr. short" in text
    assert row(text, "200x48-1 | 60 s")[8] == "no plan"


def test_an_unlawful_plan_of_ours_keeps_no_goal() -> None:
    text = render([{**knapsack("takt", 1000), **UNLAWFUL}, knapsack("takt", 1000, "b")])
    assert row(text, "mknapcb 5x100, 10 s")[3] == "**not met:** 0 % (2 instances, 1 without lawful plan)"


def test_plans_that_differ_are_not_repeatable() -> None:
    runs = [
        {**asdict(Task("repeat", "20x24", "20x24-1.json", "takt", 0, run)), **FACTS, "plan_sha256": digest}
        for run, digest in ((1, "abc"), (2, "abd"))
    ]
    assert row(render(runs), "repeatable")[3] == "**not met:** 0 of 1 the same twice"


def test_a_percentile_is_one_of_the_times() -> None:
    assert spread([]) == {"asked": 0}
    assert spread([float(n) for n in range(1, 101)]) == {
        "asked": 100, "median": 50.5, "p95": 95.0, "worst": 100.0
    }  # fmt: skip


def test_the_tables_replace_only_what_is_between_the_markers(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    insert(page, "new\n")
    insert(page, "newer\n")
    assert page.read_text(encoding="utf-8") == f"before\n{BEGIN}\nnewer\n{END}\nafter\n"


def test_a_page_without_markers_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text("text", encoding="utf-8")
    with pytest.raises(SystemExit, match="has no place for the tables"):
        insert(page, "new\n")
    assert page.read_text(encoding="utf-8") == "text"


def test_in_a_sample_large_peers_are_asked_about_one_of_each_size() -> None:
    cases = [Case("200x48", f"200x48-{seed}.json") for seed in (1, 2)]
    asked = {
        instances: {task.name for task in tasks(cases, instances=instances) if task.engine == "highs"}
        for instances in (None, 3)
    }
    assert len(asked[None]) == 2
    assert len(asked[3]) == 1


def test_an_explanation_is_judged_by_its_95th_percentile() -> None:
    times = {"asked": 40, "median": 0.001, "p95": 0.004, "worst": 0.04}
    entry = {**asdict(Task("instant", "200x48", "200x48-1.json", "takt", 10)), **FACTS, **times}
    assert row(render([entry]), "explanation: instant")[3] == "p95 4.0 ms, worst 40.0 ms (40 asked)"
    slow = {**entry, "p95": 0.006}
    assert row(render([slow]), "explanation: instant")[3].startswith("**not met:** p95 6.0 ms")
