"""Where heavy work is computed: in processes of this host, or on a Dask cluster (TAKT_CLUSTER). One interface.

What is sent must be a pure function of plain values, so that it does not matter where, or how often, it is computed.
"""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial

CONNECT_SECONDS = 10
NICENESS = 10
RETRIES = 5
"""So often does a cluster compute again what was lost with a worker."""


class NoCluster(Exception):  # noqa: N818 - it says what is missing
    """TAKT_CLUSTER is set, but the library that speaks to a cluster is not installed."""


@dataclass(frozen=True, slots=True)
class Power:
    open: Callable[[], AbstractContextManager[Executor]]
    width: int | None
    """So many tasks are handed over at a time; None: all, for the cluster spreads them itself."""
    lost: tuple[type[BaseException], ...]
    """What tells that a task was lost with the process or host that had it, and may be computed again."""


def power(cluster: str = "", *, processes: int | None = None) -> Power:
    """``cluster`` empty: processes of this host, as many as it has cores unless said otherwise."""
    if cluster:
        return _cluster(cluster)
    many = processes or len(os.sched_getaffinity(0))
    return Power(partial(_local, many), many, (BrokenExecutor,))


@contextmanager
def _local(processes: int) -> Iterator[Executor]:
    fresh = multiprocessing.get_context("spawn")  # a fork would share the worker's database connection
    pool = ProcessPoolExecutor(processes, mp_context=fresh, initializer=_begin)
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    """In the child: when the worker is killed, nobody else would end us. And people's pages come first."""
    os.nice(NICENESS)
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _cluster(address: str) -> Power:
    try:
        from distributed.scheduler import KilledWorker
    except ModuleNotFoundError:
        raise NoCluster(
            "TAKT_CLUSTER is set, but the package distributed is not installed: pip install takt[cluster]"
        ) from None
    return Power(partial(_connected, address), None, (KilledWorker, OSError, TimeoutError))


@contextmanager
def _connected(address: str) -> Iterator[Executor]:
    from distributed import Client

    with Client(address, timeout=CONNECT_SECONDS, set_as_default=False) as client:
        executor = client.get_executor(pure=False, retries=RETRIES)
        try:
            yield executor
        finally:
            executor.shutdown(wait=False)
