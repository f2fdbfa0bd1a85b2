"""Read the form of a set of criteria, and show it. The rules say what may stand."""

from collections.abc import Mapping
from typing import Any

from takt.governance.clarifying.scoring.criteria_rules import MOST_CRITERIA
from takt.governance.clarifying.scoring.terms import CriteriaTerms, CriterionTerms

SPARE_ROWS = 2


def read_terms(given: Mapping[str, str]) -> CriteriaTerms:
    """A row without a name is left out; a number that is none becomes 0, which the rules refuse."""
    rows = [
        CriterionTerms(
            _text(given, f"name-{place}", 60),
            _text(given, f"worst-{place}", 200),
            _text(given, f"best-{place}", 200),
            _number(given, f"weight-{place}"),
        )
        for place in range(1, MOST_CRITERIA + 1)
    ]
    return CriteriaTerms(
        tuple(row for row in rows if row.name or row.worst or row.best),
        _number(given, "full_points"),
        _number(given, "dkk_per_point"),
    )


def typed(terms: CriteriaTerms) -> dict[str, Any]:
    """As the fields show it, with some rows to spare."""
    empty = CriterionTerms("", "", "", 0)
    spare = min(SPARE_ROWS, MOST_CRITERIA - len(terms.criteria))
    return {
        "rows": list(enumerate((*terms.criteria, *(empty,) * spare), start=1)),
        "full_points": terms.full_points,
        "dkk_per_point": terms.dkk_per_point,
    }


def _text(given: Mapping[str, str], name: str, most: int) -> str:
    return " ".join(given.get(name, "").split())[:most]


def _number(given: Mapping[str, str], name: str) -> int:
    text = given.get(name, "").strip().replace(".", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
