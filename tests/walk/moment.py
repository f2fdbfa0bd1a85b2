"""One moment of somebody's day: who acts and when, and what they pick, all by the same chance."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, TypeVar

from django.db import models
from django.utils import timezone

from takt.foundation.people.models import Person
from tests.walk.house import House

Row = TypeVar("Row", bound=models.Model)


WHERE_OTHERS_ARE = 10
"""Of many rows people mostly pick among the first so many, so that they meet."""


class NothingThere(Exception):  # noqa: N818 - it is what happened, not an error
    """There is nothing yet to do this to."""


@dataclass(frozen=True)
class Moment:
    house: House
    chance: Random
    by: Person
    at: datetime

    @property
    def signed(self) -> dict[str, Any]:
        return {"by": self.by, "at": self.at}

    def one(self, kind: type[Row], **narrowed: Any) -> Row:
        rows = list(kind.objects.filter(**narrowed).order_by("pk"))  # type: ignore[attr-defined]
        if not rows:
            raise NothingThere(kind.__name__)
        first = rows[:WHERE_OTHERS_ARE] if self.chance.random() < 0.7 else rows
        return first[self.chance.randrange(len(first))]

    def person(self) -> Person:
        return self.chance.choice(self.house.people)

    def colleague(self) -> Person:
        """Mostly somebody in the network."""
        return self.chance.choice(self.house.network) if self.chance.random() < 0.8 else self.person()

    def day(self, days: int) -> date:
        """So many days from today."""
        return timezone.localdate(self.at) + timedelta(days=days)

    def seldom(self) -> None:
        """What would end the story too soon if it were done as often as the rest."""
        if self.chance.random() < 0.8:
            raise NothingThere("a reason to")
