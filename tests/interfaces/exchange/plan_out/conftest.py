"""A plan of three: a duty in time, one that waits for it, and one without a place."""

from datetime import date, datetime

import pytest

from takt.governance.planning.models import PlanRun
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits
from tests.interfaces.planned import record_plan_of


@pytest.fixture
def run(cast: Cast, now: datetime) -> PlanRun:
    build_limits()
    build_initiative(
        "2026-001", "Fælles <stamkort>", obligation="must", latest_go_live_month=date(2028, 1, 1)
    )
    build_initiative("2026-002", "=HYPERLINK(1)", requires="2026-001")
    build_initiative("2026-003", "Talegenkendelse; ny", obligation="could", days=400)
    return record_plan_of(cast, now, {"2026-001": 0, "2026-002": 10})
