"""Reckon in a thread of this process, which starts at once; one test uses processes, as a worker does."""

from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from datetime import datetime
from functools import partial

import pytest

from takt.foundation.jobs.power import Power
from takt.governance.planning.forecasting import background
from takt.governance.planning.models import PlanRun
from tests.builders import Cast
from tests.governance.planning.scenarios.futures import build_plan


@pytest.fixture
def plan(cast: Cast, now: datetime) -> PlanRun:
    """Recorded, with both reckonings waiting for a worker."""
    run = build_plan(cast, now)
    background.ask_for_both(run, now)
    return run


@pytest.fixture(autouse=True)
def at_hand(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "in_processes" not in request.fixturenames:
        here = Power(partial(ThreadPoolExecutor, 1), 1, (BrokenExecutor,))
        monkeypatch.setattr(background, "power", lambda *_: here)


@pytest.fixture
def in_processes() -> None:
    """Ask for it to have processes."""
