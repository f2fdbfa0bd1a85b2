"""The hash chain: each event seals itself and everything before it (SHA-256 over canonical JSON)."""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

BEGINNING = "0" * 64
FINGERPRINT = "reason_sha256"
"""The fact that seals what somebody wrote, which itself is kept beside the chain."""
REMOVED = "reason.removed"
"""The verb of the event that says of another that its words have been removed, by whom and why."""


def seal(
    *,
    number: int,
    at: datetime,
    verb: str,
    about: str,
    actor: UUID | None,
    facts: dict[str, Any],
    previous_hash: str,
) -> str:
    """The hash of one event; ``facts`` must be plain JSON values."""
    sealed = [
        number,
        at.astimezone(UTC).isoformat(timespec="microseconds"),
        verb,
        about,
        str(actor) if actor else None,
        facts,
        previous_hash,
    ]
    text = json.dumps(sealed, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def fingerprint(text: str, salt: str) -> str:
    return hashlib.sha256(f"{salt}:{text}".encode()).hexdigest()


def first_broken(events: Iterable[Any]) -> int | None:
    """The number of the first event that does not fit the chain, or None when all hold.

    Words that were removed are missed only when no later event says so.
    """
    expected_number, previous_hash = 1, BEGINNING
    missing: set[int] = set()
    for event in events:
        fits = (
            event.number == expected_number
            and event.previous_hash == previous_hash
            and event.hash
            == seal(
                number=event.number,
                at=event.at,
                verb=event.verb,
                about=event.about,
                actor=event.actor,
                facts=event.facts,
                previous_hash=previous_hash,
            )
        )
        if not fits or not _says_what_was_sealed(event):
            return int(event.number)
        if event.is_reason_removed:
            missing.add(event.number)
        if event.verb == REMOVED:
            missing.discard(event.facts["event"])
        expected_number, previous_hash = event.number + 1, event.hash
    return min(missing, default=None)


def _says_what_was_sealed(event: Any) -> bool:
    kept = getattr(event, "words", None)
    return kept is None or fingerprint(kept.text, kept.salt) == event.facts.get(FINGERPRINT)
