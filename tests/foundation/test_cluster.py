"""The same work on a real Dask scheduler with two worker processes."""

from takt.foundation.jobs.computing import computed
from takt.foundation.jobs.power import power
from tests.foundation.cluster import cluster
from tests.foundation.pure_work import nap


def test_a_cluster_computes_everything_although_a_host_is_lost_in_the_middle() -> None:
    tasks = {number: (number,) for number in range(20)}
    seen: list[int] = []
    with cluster() as hands:
        for key, result in computed(nap, tasks, power(hands.address), heartbeat=lambda: False):
            assert result == key
            seen.append(key)
            if len(seen) == 4:
                hands.kill_one()
    assert sorted(seen) == list(range(20))


def test_stopping_leaves_the_rest() -> None:
    seen: list[int] = []
    tasks = {number: (number,) for number in range(60)}
    with cluster() as hands:
        for key, _ in computed(nap, tasks, power(hands.address), heartbeat=lambda: len(seen) >= 3):
            seen.append(key)
    assert 3 <= len(seen) < 60
