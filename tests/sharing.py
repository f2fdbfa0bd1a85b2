"""How processes share the tests: one by one, but all stories to the same, for they share one running Takt."""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

STORIES = "tests/stories/"


class StoriesTogether(LoadScopeScheduling):
    """What belongs together is handed out together, the most first."""

    def _split_scope(self, nodeid: str) -> str:
        return STORIES if nodeid.startswith(STORIES) else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> StoriesTogether:
    return StoriesTogether(config, log)
