"""Take in the strategies that Takt brings along. A second time nothing happens."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.registers.strategies.models import Goal, Strategy

FILE = Path(__file__).parents[1] / "strategies.json"


@transaction.atomic
def take_in_strategies(*, at: datetime) -> int:
    """How many were new. One that is there already is left as it stands."""
    known = set(Strategy.objects.values_list("key", flat=True))
    rows = [row for row in json.loads(FILE.read_text(encoding="utf-8")) if row["id"] not in known]
    for row in rows:
        _take_in(row)
    if rows:
        record("strategies.taken_in", about="strategier", by=None, at=at, keys=[row["id"] for row in rows])
    return len(rows)


def _take_in(row: Mapping[str, Any]) -> None:
    strategy = Strategy.objects.create(
        key=row["id"],
        title=row["navn"],
        kind=row["type"],
        owner=", ".join(row["ejer"]),
        period=row["periode"],
        certainty=row["sikkerhed"],
        note=row["note"],
    )
    Goal.objects.bulk_create(
        Goal(strategy=strategy, position=number, text=text) for number, text in enumerate(row["maal"], 1)
    )
