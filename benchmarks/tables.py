"""The tables of docs/benchmarks.md, from a record."""

from collections.abc import Sequence
from statistics import mean

from cases import KNAPSACK_FILE, PROJECT_SETS
from cells import Row, ms, table
from findings import (
    PEERS,
    Findings,
    beside,
    bound_gap,
    compared,
    has_plan,
    is_proven,
    is_proven_exactly,
    missed,
    share_of_best_known,
)
from goals import HEAD, goals
from record import Entry
from tasks import EXPLANATIONS, LARGE, SMALL


def render(entries: Sequence[Entry]) -> str:
    """Everything between the markers of docs/benchmarks.md."""
    found = Findings(entries)
    parts = [
        _when_and_where(entries),
        table(HEAD, goals(found)),
        public_sets(found),
        municipal(found),
        explanations(found),
    ]
    return "\n\n".join(part for part in (*parts, shortcomings(found)) if part) + "\n"


def public_sets(found: Findings) -> str:
    """Mean and worst distance to the best known, by set, time and engine."""
    rows = []
    for set_ in (*KNAPSACK_FILE, *PROJECT_SETS):
        for seconds in (10, 60):
            for engine in ("takt", *PEERS):
                entries = found.of(set_, engine=engine, seconds=seconds)
                if entries:
                    who = PEERS.get(engine, "**Takt**")
                    rows.append((set_, f"{seconds} s", who, *_distance(entries)))
    head = ("set", "time", "engine", "instances", "no plan", "mean %", "worst %", "at best known", "proven")
    return f"### Public sets: per cent from the best known\n\n{table(head, rows)}" if rows else ""


def municipal(found: Findings) -> str:
    """Every municipal plan beside the best known, the best greedy rule and the peers."""
    entries = found.of(*SMALL, *LARGE)
    rows = [_municipal_row(found, entry) for entry in entries if has_plan(entry)]
    head = (
        *("instance", "time", "late", "short", "value", "bound gap %", "of best known"),
        *("× best greedy", "× CP-SAT", "× HiGHS", "first plan s", "memory MB"),
    )
    text = (
        "*late* and *short* are tiers 1 and 2. A ratio is of values and is given only between plans that are "
        'as late and as short; otherwise it says "better" or "worse". "no plan": the peer has no lawful one.'
    )
    return f"### Municipal instances\n\n{text}\n\n{table(head, rows)}" if rows else ""


def explanations(found: Findings) -> str:
    entries = [entry for entry in found.entries if entry["topic"] in EXPLANATIONS and entry.get("asked")]
    rows = [
        (
            e["name"],
            EXPLANATIONS[e["topic"]],
            str(e["asked"]),
            *(ms(e[p]) for p in ("median", "p95", "worst")),
        )
        for e in entries
    ]
    head = ("instance", "explanation", "asked", "median ms", "p95 ms", "worst ms")
    return f"### Explanations\n\n{table(head, rows)}" if rows else ""


def shortcomings(found: Findings) -> str:
    """What went wrong; an unlawful plan is never left out of sight."""
    lines = []
    for entry in found.entries:
        what = f"{entry['engine']} on {entry['name']} ({entry['topic']}, {entry['seconds']} s)"
        if "failed" in entry:
            lines.append(f"- {what}: {entry['failed']}")
        plans = entry.get("rules", {}).values() if "rules" in entry else [entry]
        lines += [f"- {what}: unlawful: {p['breaches'][0]}" for p in plans if p.get("lawful") is False]
    certified = sum("lawful" in entry or "rules" in entry for entry in found.entries)
    if lines:
        return "### What went wrong\n\n" + "\n".join(lines)
    return f"Plans of every engine were certified by `check`: {certified} measurements, no breach." * bool(
        certified
    )


def _when_and_where(entries: Sequence[Entry]) -> str:
    if not entries:
        return "Nothing has been measured yet."
    dates = sorted({entry["date"] for entry in entries})
    when = dates[0] if len(dates) == 1 else f"{dates[0]} to {dates[-1]}"
    machines = "; ".join(dict.fromkeys(entry["machine"] for entry in entries))
    versions = "; ".join(dict.fromkeys(entry["versions"] for entry in entries))
    return f"Measured {when} on {machines}, with {versions}. {len(entries)} measurements."


def _distance(entries: Sequence[Entry]) -> Row:
    gaps = [gap for gap in map(missed, entries) if gap is not None]
    without = str(len(entries) - len(gaps))
    if not gaps:
        return (str(len(entries)), without, "–", "–", "0", "0")
    reached = str(sum(gap <= 0 for gap in gaps))
    proven = str(sum(map(is_proven_exactly, entries)))
    average, worst = f"{100 * mean(gaps):.3f}", f"{100 * max(gaps):.3f}"
    return (str(len(entries)), without, average, worst, reached, proven)


def _municipal_row(found: Findings, entry: Entry) -> Row:
    gap, share, rule = bound_gap(entry), share_of_best_known(entry), found.greedy(entry["name"])
    return (
        entry["name"].removesuffix(".json"),
        f"{entry['seconds']} s",
        _beside_known(entry, "months_late"),
        _beside_known(entry, "goal_shortfall"),
        f"{entry['value_twelfths'] / 12:,.0f}",
        "–" if gap is None else f"{100 * gap:.2f}{' proven' if is_proven(entry) else ''}",
        "–" if share is None else f"{share:.3f}",
        compared(entry, rule) if rule else "–",
        *(_beside_peer(found, entry, engine) for engine in ("cpsat", "highs")),
        f"{entry['first_plan_seconds']:.2f}",
        f"{entry['memory_mb']:.0f}",
    )


def _beside_peer(found: Findings, entry: Entry, engine: str) -> str:
    return ", ".join(beside(entry, peer) for _, peer in found.beside([entry], engine)) or "–"


def _beside_known(entry: Entry, tier: str) -> str:
    known = int(entry["best_known"][tier])
    return str(entry[tier]) if entry[tier] == known else f"{entry[tier]} (known {known})"
