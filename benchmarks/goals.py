"""The goals of planner.md §4, each as a row: must, reach for, measured, and what peers made of the same."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import mean, median
from typing import Any

from cases import KNAPSACK_FILE
from cells import Row, ms
from findings import (
    PEERS,
    Findings,
    as_in_time_as_known,
    beside,
    bound_gap,
    has_plan,
    is_proven,
    missed,
    rank,
)
from record import Entry
from tasks import EXPLANATIONS, LARGE, SMALL

NOT_MEASURED = "not measured"
ENOUGH = 5
"""Instances, for a median that says something."""
HEAD = ("work", "must", "reach for", "measured", "peers in the same run")


def goals(found: Findings) -> list[Row]:
    """Must, reach for, measured and peers; one row per goal."""
    return [
        *(_set_goal(found, *goal) for goal in _PUBLIC_GOALS),
        _small_goal(found),
        _tiny_goal(found),
        *(_gap_goal(found, *goal) for goal in _GAP_GOALS),
        _first_plan_goal(found),
        _memory_goal(found),
        _greedy_goal(found),
        *_explanation_goals(found),
        _forecast_goal(found),
        _repeat_goal(found),
    ]


_PUBLIC_GOALS: Sequence[tuple[str, int, float | None, float | None]] = (
    ("5x100", 10, 0.0001, None),
    ("10x250", 10, 0.001, None),
    ("30x500", 10, 0.0016, None),
    ("5x100", 60, None, 0.0),
    ("10x250", 60, None, 0.0003),
    ("30x500", 60, None, 0.0006),
    ("J30", 10, 0.0, 0.0),
    ("J60", 10, 0.005, 0.003),
    ("J120", 10, 0.03, 0.02),
)
"""Set, seconds, and the mean distance to the best known that must be kept and that is reached for."""

_GAP_GOALS: Sequence[tuple[str, int, float | None, str]] = (
    ("200x48", 30, 0.12, ""),
    ("200x48", 60, None, "3 %"),
    ("200x48", 120, 0.08, "1.5 %"),
    ("500x48", 30, 0.12, ""),
    ("500x48", 60, None, "3 %"),
    ("500x48", 120, 0.08, "1.5 %"),
    ("1000x48", 30, 0.12, ""),
    ("1000x48", 60, None, ""),
    ("1000x48", 120, 0.07, "4 %"),
)
"""Set, seconds, and the gap to its own bound that no instance may exceed, and that is reached for."""


def _set_goal(found: Findings, set_: str, seconds: int, must: float | None, reach: float | None) -> Row:
    title = f"{'mknapcb ' if set_ in KNAPSACK_FILE else ''}{set_}, {seconds} s, mean gap"
    sides = ("" if must is None else _percent(must), "" if reach is None else _percent(reach))
    entries = found.of(set_, seconds=seconds)
    if not entries:
        return (title, *sides, NOT_MEASURED, "")
    gaps = [gap for gap in map(missed, entries) if gap is not None]
    without = _without(len(entries) - len(gaps))
    measured = f"{_percent(mean(gaps)) if gaps else '–'} ({len(entries)} instances{without})"
    kept = not without and (must is None or mean(gaps) <= must)
    return (title, *sides, _verdict(measured, kept=kept), _peer_gaps(found, entries))


def _peer_gaps(found: Findings, entries: Sequence[Entry]) -> str:
    """Their mean gap on the instances on which both have a plan, and Takt's as a share of it."""
    said = []
    for engine, title in PEERS.items():
        pairs = found.beside(entries, engine)
        gaps = [(missed(one), missed(peer)) for one, peer in pairs]
        both = [(own, peer) for own, peer in gaps if own is not None and peer is not None]
        if both:
            own, peer = mean(own for own, _ in both), mean(peer for _, peer in both)
            ratio = f" ({own / peer:.2f} ×)" if peer > 0 else ""
            said.append(f"{title} {_percent(peer)}{ratio}")
        if len(both) < len(pairs):
            said.append(f"{title} no plan for {len(pairs) - len(both)} of {len(pairs)}")
    return "; ".join(said)


def _small_goal(found: Findings) -> Row:
    goal = ("municipal ≤ 50 wishes, 10 s", "proven within 1 %", "proven optimal")
    entries = found.of(*SMALL, seconds=10)
    if not entries:
        return (*goal, NOT_MEASURED, "")
    gaps = [(bound_gap(entry), entry) for entry in entries]
    within = sum(g is not None and g <= 0.01 and as_in_time_as_known(entry) for g, entry in gaps)
    proven = sum(is_proven(entry) for entry in entries)
    worst = max((gap for gap, _ in gaps if gap is not None), default=1.0)
    measured = f"{within} of {len(entries)} within 1 %, {proven} proven optimal, worst {_percent(worst)}"
    peers = []
    for engine in ("cpsat", "highs"):
        others = [peer for _, peer in found.beside(entries, engine)]
        if others:
            peers.append(f"{PEERS[engine]} {sum(map(is_proven, others))} of {len(others)} proven optimal")
    return (*goal, _verdict(measured, kept=within == len(entries)), "; ".join(peers))


def _tiny_goal(found: Findings) -> Row:
    entries = found.of("tiny")
    goal = ("municipal tiny", "exact", "")
    if not entries:
        return (*goal, NOT_MEASURED, "")
    exact = sum(has_plan(entry) and _is_exact(entry) for entry in entries)
    return (*goal, _verdict(f"{exact} of {len(entries)} exact", kept=exact == len(entries)), "")


def _is_exact(entry: Entry) -> bool:
    """As late and as short as can be, and no more of the value given up than smoothness may cost."""
    best = entry["best_known"]
    tiers = (entry["months_late"], entry["goal_shortfall"]) == (best["months_late"], best["goal_shortfall"])
    return bool(tiers and best["value_twelfths"] * 0.995 <= entry["value_twelfths"] <= best["value_twelfths"])


def _gap_goal(found: Findings, set_: str, seconds: int, must: float | None, reach: str) -> Row:
    title = f"municipal {set_}, {seconds} s, gap to own bound"
    sides = ("" if must is None else _percent(must), reach)
    entries = found.of(set_, seconds=seconds)
    if not entries:
        return (title, *sides, NOT_MEASURED, "")
    gaps = [gap for gap in map(bound_gap, entries) if gap is not None]
    without = _without(len(entries) - len(gaps))
    extent = f"mean {_percent(mean(gaps))}, worst {_percent(max(gaps))}" if gaps else "–"
    measured = f"{extent} ({len(entries)} instances{without})"
    kept = not without and (must is None or max(gaps) <= must)
    return (title, *sides, _verdict(measured, kept=kept), _peer_values(found, entries))


def _peer_values(found: Findings, entries: Sequence[Entry]) -> str:
    said = []
    for engine in ("cpsat", "highs"):
        pairs = found.beside(entries, engine)
        if pairs:
            said.append(f"{PEERS[engine]}: {', '.join(beside(one, peer) for one, peer in pairs)}")
    return "; ".join(said)


def _first_plan_goal(found: Findings) -> Row:
    goal = ("municipal 1000x48, first plan", "≤ 5 s", "")
    entries = found.of("1000x48")
    if not entries:
        return (*goal, NOT_MEASURED, "")
    times = [entry["first_plan_seconds"] for entry in entries if has_plan(entry)]
    without = _without(len(entries) - len(times))
    measured = f"{f'{max(times):.1f} s' if times else '–'} (worst of {len(entries)} runs{without})"
    return (*goal, _verdict(measured, kept=not without and max(times) <= 5), "")


def _memory_goal(found: Findings) -> Row:
    title = "municipal 1000x48, peak memory"
    entries = [entry for entry in found.of("1000x48") if "memory_mb" in entry]
    if not entries:
        return (title, "≤ 1 GB", "", NOT_MEASURED, "")
    worst = max(entry["memory_mb"] for entry in entries)
    peers = []
    for engine in ("cpsat", "highs"):
        others = [peer["memory_mb"] for _, peer in found.beside(entries, engine) if "memory_mb" in peer]
        if others:
            peers.append(f"{PEERS[engine]} {max(others):.0f} MB ({worst / max(others):.2f} ×)")
    return (title, "≤ 1 GB", "", _verdict(f"{worst:.0f} MB", kept=worst <= 1024), "; ".join(peers))


def _greedy_goal(found: Findings) -> Row:
    goal = (
        "value against the best of three greedy rules",
        "never later or shorter; median ≥ 1.10 at 60 s",
        "≥ 1.15",
    )
    entries = [*found.of(*LARGE, seconds=60), *found.of(*SMALL, seconds=10)]
    without = _without(sum(not has_plan(entry) for entry in entries))
    pairs = [(entry, found.greedy(entry["name"])) for entry in entries if has_plan(entry)]
    both = [(own, rule) for own, rule in pairs if rule is not None]
    if not both:
        return (*goal, NOT_MEASURED, "")
    behind = sum(rank(own)[:2] < rank(rule)[:2] for own, rule in both)
    ahead = sum(rank(own)[:2] > rank(rule)[:2] for own, rule in both)
    said = f"later or shorter in {behind}, earlier or less short in {ahead} of {len(both)}{without}"
    large, small = (_ratios(both, sets) for sets in (LARGE, SMALL))
    if small:
        said += f"; median value {median(small):.2f} × (≤ 50 wishes, 10 s)"
    if large:
        said += f"; {median(large):.2f} × ({len(large)} large, 60 s)"
    if len(large) < ENOUGH:
        return (*goal, f"{said}; too few large ones to judge", "")
    return (*goal, _verdict(said, kept=behind == 0 and not without and median(large) >= 1.10), "")


def _ratios(both: Sequence[tuple[Entry, Mapping[str, Any]]], sets: Sequence[str]) -> list[float]:
    """Of value, whoever is in better time."""
    return [own["value_twelfths"] / rule["value_twelfths"] for own, rule in both if own["set"] in sets]


def _explanation_goals(found: Findings) -> list[Row]:
    return [
        _explanation_goal([entry for entry in found.entries if entry["topic"] == kind], title, most)
        for (kind, title), most in zip(EXPLANATIONS.items(), (0.005, 1.0, 3.0), strict=True)
    ]


def _explanation_goal(entries: Iterable[Entry], title: str, most: float) -> Row:
    times = [entry for entry in entries if entry.get("asked")]
    must = f"≤ {ms(most)} ms" if most < 1 else f"≤ {most:.0f} s"
    if not times:
        return (f"explanation: {title}", must, "", NOT_MEASURED, "")
    asked = sum(time["asked"] for time in times)
    p95, worst = max(time["p95"] for time in times), max(time["worst"] for time in times)
    measured = f"p95 {ms(p95)} ms, worst {ms(worst)} ms ({asked} asked)"
    return (f"explanation: {title}", must, "", _verdict(measured, kept=p95 <= most), "")


def _forecast_goal(found: Findings) -> Row:
    goal = ("Monte Carlo, 10,000 draws", "≤ 3 s", "≤ 0.5 s")
    entries = [entry for entry in found.entries if "forecast_seconds" in entry]
    if not entries:
        return (*goal, NOT_MEASURED, "")
    said = "; ".join(
        f"{entry['forecast_seconds']:.2f} s ({entry['placed']} initiatives, {entry['limits']:,} limits)"
        for entry in entries
    )
    return (*goal, _verdict(said, kept=max(e["forecast_seconds"] for e in entries) <= 3), "")


def _repeat_goal(found: Findings) -> Row:
    goal = ("repeatable", "same problem + same effort = same plan, to the byte", "")
    plans: dict[str, list[str]] = {}
    for entry in found.entries:
        if entry["topic"] == "repeat" and "plan_sha256" in entry:
            plans.setdefault(entry["name"], []).append(entry["plan_sha256"])
    twice = {name: hashes for name, hashes in plans.items() if len(hashes) > 1}
    if not twice:
        return (*goal, NOT_MEASURED, "")
    same = sum(len(set(hashes)) == 1 for hashes in twice.values())
    return (*goal, _verdict(f"{same} of {len(twice)} the same twice", kept=same == len(twice)), "")


def _without(how_many: int) -> str:
    return f", {how_many} without lawful plan" if how_many else ""


def _verdict(measured: str, *, kept: bool) -> str:
    return measured if kept else f"**not met:** {measured}"


def _percent(share: float) -> str:
    return f"{100 * share:.4g} %"
