"""What every test may use: the cast and a fixed moment."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, settings

from tests.builders import Cast, gather_cast
from tests.ordering import watch_orders

watch_orders()

# how fast this machine happens to be says nothing about the code
settings.register_profile("takt", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("takt")

pytest_plugins = ["tests.fjordby", "tests.sharing"]


@pytest.fixture
def now() -> datetime:
    """Monday 23 November 2026, 9 in the morning in Denmark."""
    return datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture
def cast(db: None) -> Cast:
    """Anna writes wishes, Nadia leads the network, Troels, Birgit … and Charlie, who may do nothing."""
    return gather_cast()
