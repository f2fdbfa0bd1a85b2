"""A plan as one JSON document: the question, the answer, and each initiative in a row of its own."""

import json
from dataclasses import asdict
from typing import Any

from django.conf import settings

from takt.governance.planning.kept import unpacked
from takt.interfaces.exchange.plan_out.export import Export
from takt.interfaces.exchange.plan_out.rows import rows_of

FORMAT = "takt.export/1"


def json_of(export: Export) -> bytes:
    """``problem`` is takt.problem/1 and ``plan`` is takt.plan/1, as docs/planner.md describes them."""
    run = export.run
    everything: dict[str, Any] = {
        "format": FORMAT,
        "municipality": settings.MUNICIPALITY,
        "plan_version": run.pk,
        "recorded_at": run.recorded_at.isoformat() if run.recorded_at else None,
        "initiatives": [asdict(row) for row in rows_of(export)],
        "waiting_for": export.figures.waiting_for,
        "without_estimate": export.figures.without_estimate,
        "plan": json.loads(unpacked(run.plan or b"")),
        "problem": json.loads(unpacked(run.problem)),
    }
    return json.dumps(everything, ensure_ascii=False, indent=1).encode()
