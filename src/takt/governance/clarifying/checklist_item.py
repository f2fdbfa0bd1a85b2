"""One thing a case may need before it is sent on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    key: str
    is_done: bool
    title: str
    """What is there, or what is missing."""
    who: str
    """Of a missing item: who can supply it. Of one that is done: what it rests on."""
