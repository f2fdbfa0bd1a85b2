"""The bar of what has been found is drawn for any plan, also one that costs more than it is worth so far."""

import pytest

from takt.foundation.jobs.models import Job
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pages.computing import Panel


@pytest.mark.parametrize(
    ("value", "share"), [(75.0, 75.0), (100.0, 100.0), (0.0, 0.0), (-17.0, 0.0)], ids=str
)
def test_the_share_found_is_never_less_than_nothing(value: float, share: float) -> None:
    run = PlanRun(job=Job(progress={"value": value, "value_bound": 100.0}))
    assert Panel(run, None, []).certain_percent == pytest.approx(share)
