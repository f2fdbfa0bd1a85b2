from datetime import datetime

import pytest

from tests.builders import Cast
from tests.governance.deciding.meetings.rooms import House, build_house


@pytest.fixture
def house(cast: Cast, now: datetime) -> House:
    return build_house(cast, now)
