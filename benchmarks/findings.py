"""The record, asked in the words of the goals: gaps, ranks and ratios of what was measured."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from record import Entry
from tasks import EXPLANATIONS

POINT = 12
"""In twelfths."""
PEERS = {"cpsat": "CP-SAT", "highs": "HiGHS", "intervals": "CP-SAT with intervals"}
"""By engine."""


@dataclass(frozen=True)
class Findings:
    """``entries`` may hold failed ones and come from several days and machines."""

    entries: Sequence[Entry]

    def of(self, *sets: str, engine: str = "takt", seconds: int | None = None) -> list[Entry]:
        """Plans asked of this engine on these sets, whether it found one or not."""
        return [
            entry
            for entry in self.entries
            if entry["set"] in sets
            and entry["engine"] == engine
            and seconds in (None, entry["seconds"])
            and entry["topic"] not in (*EXPLANATIONS, "forecast", "repeat", "greedy")
        ]

    def beside(self, own: Iterable[Entry], engine: str) -> list[tuple[Entry, Entry]]:
        """Each with what a peer made of the same instance in the same time."""
        peers = {(e["set"], e["name"], e["seconds"]): e for e in self.entries if e["engine"] == engine}
        pairs = ((one, peers.get((one["set"], one["name"], one["seconds"]))) for one in own)
        return [(one, peer) for one, peer in pairs if peer is not None]

    def greedy(self, name: str) -> Mapping[str, Any] | None:
        """The best of the three rules on this instance, tier by tier."""
        found = [entry for entry in self.entries if entry["topic"] == "greedy" and entry["name"] == name]
        rules = [rule for entry in found if "rules" in entry for rule in entry["rules"].values()]
        return max(filter(has_plan, rules), key=rank, default=None)


def rank(plan: Mapping[str, Any]) -> tuple[int, int, int]:
    """The greater the better, tier by tier."""
    return (-plan["months_late"], -plan["goal_shortfall"], plan["value_twelfths"])


def has_plan(entry: Mapping[str, Any]) -> bool:
    """A plan to which the checker objects is none: nothing it claims counts."""
    return "value_twelfths" in entry and entry["lawful"]


def missed(entry: Entry) -> float | None:
    """By what share it is worse than the best known of a public set (negative when better)."""
    best = entry.get("best_known", {}) if has_plan(entry) else {}
    if "profit" in best and "profit" in entry:
        return float(1 - entry["profit"] / best["profit"])
    if "makespan" in best and "makespan" in entry:
        return float(entry["makespan"] / best["makespan"] - 1)
    return None


def bound_gap(entry: Entry) -> float | None:
    """Share of its own proven bound that may still be missing; None without plan or bound."""
    if not has_plan(entry) or entry["bound_twelfths"] is None:
        return None
    if entry["bound_twelfths"] <= 0:
        return 0.0 if entry["bound_twelfths"] == entry["value_twelfths"] else None
    return max(0.0, 1 - float(entry["value_twelfths"]) / float(entry["bound_twelfths"]))


def is_proven(entry: Entry) -> bool:
    """No better plan exists: by its own word (Takt, within what smoothness may cost) or by bound (peers)."""
    return has_plan(entry) and (entry["status"] == "optimal" or bound_gap(entry) == 0)


def is_proven_exactly(entry: Entry) -> bool:
    """Of a public set, where values are whole points: the bound leaves no room for one more."""
    bound = entry.get("bound_twelfths")
    return has_plan(entry) and bound is not None and bound - entry["value_twelfths"] < POINT


def as_in_time_as_known(entry: Entry) -> bool:
    """No later and no shorter than the best known tiers."""
    if not has_plan(entry) or "months_late" not in entry.get("best_known", {}):
        return False
    best = entry["best_known"]
    return bool(
        (entry["months_late"], entry["goal_shortfall"]) <= (best["months_late"], best["goal_shortfall"])
    )


def share_of_best_known(entry: Entry) -> float | None:
    """Value over the best known value, when the tiers are the same."""
    best = entry.get("best_known", {})
    if not has_plan(entry) or "best_value" not in best:
        return None
    same = (entry["months_late"], entry["goal_shortfall"]) == (best["months_late"], best["goal_shortfall"])
    return float(entry["value_twelfths"] / 12 / best["best_value"]) if same and best["best_value"] else None


def compared(own: Mapping[str, Any], peer: Mapping[str, Any]) -> str:
    """ "better", "worse" in time or goals, or the ratio of values when both are as late and as short."""
    ahead = rank(own)[:2], rank(peer)[:2]
    if ahead[0] != ahead[1]:
        return "better" if ahead[0] > ahead[1] else "worse"
    return f"{own['value_twelfths'] / peer['value_twelfths']:.2f}" if peer["value_twelfths"] else "–"


def beside(own: Mapping[str, Any], peer: Mapping[str, Any]) -> str:
    """The same, of a peer that may have found no lawful plan."""
    return compared(own, peer) if has_plan(peer) else "no plan"
