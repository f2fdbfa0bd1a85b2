"""The bodies that own criteria, and who keeps each of them.

Bodies belong to a later step, which clarifying may not know. So that step tells, and is asked through this.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from takt.foundation.people.models import Person


@dataclass(frozen=True, slots=True)
class Owner:
    key: str
    """Of the body, the same in every version of the governance model."""
    name: str
    keepers: frozenset[int]
    """The keys of its chair and secretary."""

    def is_kept_by(self, person: Person) -> bool:
        return person.pk in self.keepers


Teller = Callable[[], Sequence[Owner]]
_tellers: list[Teller] = []


def tells_owners(function: Teller) -> Teller:
    """Mark the function that knows the bodies as they are today, in their order."""
    _tellers.append(function)
    return function


def owners() -> list[Owner]:
    return [owner for tell in _tellers for owner in tell()]


def owner_of(key: str) -> Owner | None:
    return next((owner for owner in owners() if owner.key == key), None)
