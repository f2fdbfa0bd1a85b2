"""Write to the ledger, always inside the transaction that makes the change it tells of."""

import secrets
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from takt.foundation.ledger.chain import BEGINNING, FINGERPRINT, fingerprint, seal
from takt.foundation.ledger.models import Event, Words
from takt.foundation.people.models import Person

_LOCK = 7_461_982_035  # any number, the same in every process: writers to the chain take turns


def record(
    verb: str, *, about: object, by: Person | None, at: datetime, reason: str = "", **facts: Any
) -> Event:
    """Seal one event after the newest. ``by`` None: Takt itself. ``facts``: plain JSON, nothing personal.

    ``reason``: in somebody's own words, which may be personal; of them only a fingerprint is sealed.
    """
    connection.validate_no_broken_transaction()
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An event is recorded in the transaction of its change.")
    wait_for_turn()
    salt = secrets.token_hex(16)
    if reason:
        facts[FINGERPRINT] = fingerprint(reason, salt)
    newest = Event.objects.order_by("-number").values("number", "hash").first()
    sealed: dict[str, Any] = {
        "number": newest["number"] + 1 if newest else 1,
        "at": at,
        "verb": verb,
        "about": str(about),
        "actor": by.pseudonym if by else None,
        "facts": facts,
        "previous_hash": newest["hash"] if newest else BEGINNING,
    }
    event = Event.objects.create(**sealed, hash=seal(**sealed))
    if reason:
        Words.objects.create(event=event, text=reason, salt=salt)
    return event


def wait_for_turn() -> None:
    """Hold the end of the chain until the transaction ends.

    Whoever holds it must not wait for a row that another may hold: take all rows first.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
