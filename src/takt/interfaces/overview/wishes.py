"""The reader's own wishes, and what has happened to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from takt.foundation.people.models import Person
from takt.governance.asking.queries import of_person
from takt.governance.clarifying.models import Reply
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

SHOWN = 4


@dataclass(frozen=True, slots=True)
class OwnWish:
    initiative: Initiative
    due_date: date | None
    """By when it is answered; None once it has been."""
    reply: Reply | None
    """The answer that holds."""


@dataclass(frozen=True, slots=True)
class OwnWishes:
    number: int
    unanswered: int
    shown: Sequence[OwnWish]
    """Those that changed last."""


def own_wishes(reader: Person) -> OwnWishes:
    """What the reader has written, been written for or joined, in a number of queries that never grows."""
    mine = of_person(reader)
    counts = dict(mine.order_by().values_list("stage").annotate(Count("pk")))
    if not counts:
        return OwnWishes(0, 0, ())
    newest = mine.select_related("wish", "unit").prefetch_related("replies").order_by("-changed_at", "-pk")
    return OwnWishes(
        sum(counts.values()), counts.get(Stage.SUBMITTED, 0), [_own(one) for one in newest[:SHOWN]]
    )


def _own(initiative: Initiative) -> OwnWish:
    wish, replies = getattr(initiative, "wish", None), list(initiative.replies.all())
    due = wish.answer_due_date if wish and initiative.stage == Stage.SUBMITTED else None
    return OwnWish(initiative, due, replies[-1] if replies else None)
