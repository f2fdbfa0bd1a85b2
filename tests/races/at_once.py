"""Let several people do something in the very same moment, on PostgreSQL.

The end of the ledger is held until each in turn has got as far as they can, so that the first has done all but seal
it when the second begins, and whoever takes too few rows is found out, every time.
"""

import threading
import time
from collections.abc import Callable

from django.db import close_old_connections, connection, transaction

from takt.foundation.ledger.commands import wait_for_turn
from takt.foundation.refusals import Refused

PATIENCE = 15
"""Seconds; nobody is given so long unless something hangs."""


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """What each got, in order: what it returned, or how it was refused. Anything else is raised."""
    got: list[object] = [None] * len(deeds)

    def do(number: int) -> None:
        try:
            got[number] = deeds[number]()
        except Exception as error:  # told by the one who asked
            got[number] = error
        finally:
            close_old_connections()
            connection.close()

    everybody = [threading.Thread(target=do, args=(number,)) for number in range(len(deeds))]
    try:
        with transaction.atomic():
            wait_for_turn()
            for one in everybody:
                one.start()
                wait_until_stuck(everybody)
    finally:
        for one in everybody:
            if one.ident:
                one.join()
    for each in got:
        if isinstance(each, Exception) and not isinstance(each, Refused):
            raise each
    return got


def wait_until_stuck(everybody: list[threading.Thread]) -> None:
    begun = time.monotonic()
    while time.monotonic() < begun + PATIENCE:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # else it is as it was when we first asked
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            [waiting] = cursor.fetchone()
        if waiting >= sum(one.is_alive() for one in everybody):
            return
        time.sleep(0.02)
    raise TimeoutError("somebody neither waits nor gets on")


def refused(got: list[object]) -> list[str]:
    return [one.refusal.reason for one in got if isinstance(one, Refused)]
