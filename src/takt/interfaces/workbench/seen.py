"""What stood in a form when it was opened travels with it, so that nobody's work is lost."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")


def written(rows: Mapping[Any, Any]) -> str:
    """For the hidden field: plain values by key."""
    return json.dumps({key: asdict(row) for key, row in rows.items()}, separators=(",", ":"), default=str)


def read(text: str, make: Callable[..., V], key: Callable[[str], K]) -> dict[K, V]:
    """From the hidden field; a strange one counts as having seen nothing."""
    try:
        return {key(one): make(**row) for one, row in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def written_plain(rows: Mapping[Any, str]) -> str:
    """For the hidden field: words by key."""
    return json.dumps(dict(rows), separators=(",", ":"))


def read_plain(text: str, key: Callable[[str], K]) -> dict[K, str]:
    """From the hidden field; a strange one counts as having seen nothing."""
    try:
        return {key(one): str(words) for one, words in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return {}
