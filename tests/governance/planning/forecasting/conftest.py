"""Reckon in a thread of this process, which starts at once; one test uses processes, as a worker does."""

from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from functools import partial

import pytest

from takt.foundation.jobs.power import Power
from takt.governance.planning.forecasting import background


@pytest.fixture(autouse=True)
def at_hand(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "in_processes" not in request.fixturenames:
        here = Power(partial(ThreadPoolExecutor, 1), 1, (BrokenExecutor,))
        monkeypatch.setattr(background, "power", lambda *_: here)


@pytest.fixture
def in_processes() -> None:
    """Ask for it to have processes."""
