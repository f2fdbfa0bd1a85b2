"""Acts and deadlines that concern a municipality, as they were collected. Each says how sure it is."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "law_register.json"


@dataclass(frozen=True, slots=True)
class Deadline:
    day: date
    content: str


@dataclass(frozen=True, slots=True)
class Act:
    """One act. ``certainty_…`` is høj, middel or lav; ``basis`` says whether it was looked up."""

    key: str
    name: str
    short_name: str
    level: str
    number: str
    """CELEX or the number in Lovtidende."""
    status: str
    relevance: str
    duties: Sequence[str]
    deadlines: Sequence[Deadline]
    certainty_of_dates: str
    certainty_of_number: str
    note: str
    basis: str

    def next_deadline(self, today: date) -> Deadline | None:
        return next((one for one in self.deadlines if one.day >= today), None)


@cache
def acts() -> Mapping[str, Act]:
    """By key, the most relevant first."""
    order = {"høj": 0, "middel": 1, "lav": 2}
    rows = [_act(row) for row in json.loads(FILE.read_text(encoding="utf-8"))]
    return {act.key: act for act in sorted(rows, key=lambda act: order.get(act.relevance, 3))}


def _act(row: Mapping[str, Any]) -> Act:
    return Act(
        key=row["id"],
        name=row["navn"],
        short_name=row["kortnavn"],
        level=row["niveau"],
        number=row["celex_eller_nr"],
        status=row["status"],
        relevance=row["relevans_kommune"],
        duties=row["hovedpligter"],
        deadlines=sorted(
            (Deadline(date.fromisoformat(one["dato"]), one["indhold"]) for one in row["frister"]),
            key=lambda one: one.day,
        ),
        certainty_of_dates=row["sikkerhed_datoer"],
        certainty_of_number=row["sikkerhed_nummer"],
        note=row["note"],
        basis=row["grundlag"],
    )
