"""What waits for whoever in the network takes it first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator

from takt.foundation.people.models import Person
from takt.governance.clarifying import queries
from takt.governance.clarifying.rules import NETWORK
from takt.governance.flow.stages import Stage

ROWS = 20


@dataclass(frozen=True, slots=True)
class Queue:
    page: "Page[Any]"
    overdue: int
    """How many have waited longer than was promised."""

    @property
    def waiting(self) -> int:
        return self.page.paginator.count


def queue_for(reader: Person, *, page: str | None, today: date) -> Queue | None:
    """None for those who are not in the network."""
    if not reader.holds(*NETWORK):
        return None
    waiting = queries.to_take_up()
    overdue = waiting.filter(stage=Stage.SUBMITTED, wish__answer_due_date__lt=today).count()
    return Queue(Paginator(waiting, ROWS).get_page(page), overdue)
