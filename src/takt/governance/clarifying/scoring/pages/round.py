"""The page of one assessment: one's own answers, what the others say when it is open, and what it is worth."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from takt.foundation.people.models import Person
from takt.foundation.people.naming import known_as
from takt.foundation.refusals import Refusal
from takt.governance.clarifying.pages.deeds import person, sent
from takt.governance.clarifying.scoring import criteria
from takt.governance.clarifying.scoring.block import Block, block_of
from takt.governance.clarifying.scoring.owners import owners
from takt.governance.clarifying.scoring.queries import people_to_ask, rounds_of
from takt.governance.flow.models import Initiative

ANSWER_WITHIN = timedelta(weeks=2)
SUGGESTIONS = 200
PLACES = 3
"""Fields for names in the form that asks; more can be added one by one."""


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote that was refused, so that it still stands in the fields."""

    part: str = ""
    """assess, settle-<criterion>, value, ask …"""
    refusal: Refusal | None = None
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def is_settlement(self) -> bool:
        return self.part.startswith("settle-")


@require_GET
def assessment(request: HttpRequest, number: str) -> HttpResponse:
    return show(request, sent(number), Written())


def show(request: HttpRequest, initiative: Initiative, written: Written) -> HttpResponse:
    reader = person(request)
    rounds = list(rounds_of(initiative))
    asked_round = request.GET.get("runde", "")
    one = None
    if asked_round.isdecimal() and len(asked_round) < 5:
        one = get_object_or_404(rounds_of(initiative), number=int(asked_round))
    block = block_of(initiative, reader=reader, one=one)
    context = {
        "initiative": initiative,
        "scoring": block,
        "rounds": rounds,
        "is_newest": one is None or one == rounds[0],
        "answer_rows": _answer_rows(block, written),
        "written": written,
        "due_date": timezone.localdate() + ANSWER_WITHIN,
        "places": [(place, written.fields.get(f"person-{place}", "")) for place in range(1, PLACES + 1)],
        **_choices(block, reader),
    }
    return render(
        request, "scoring/round.html", context, status=written.refusal.status if written.refusal else 200
    )


def _choices(block: Block, reader: Person) -> dict[str, Any]:
    """Only for those who may ask somebody."""
    if all(block.why_not.get(deed, True) for deed in ("ask", "add", "reopen")):
        return {}
    names = {owner.key: owner.name for owner in owners()}
    return {
        "known_people": [known_as(one) for one in people_to_ask().exclude(pk=reader.pk)[:SUGGESTIONS]],
        "versions": [(one, names.get(one.body_key, one.body_key)) for one in criteria.newest_of_each()],
    }


def _answer_rows(block: Block, written: Written) -> list[dict[str, Any]]:
    """One's own form: what was written, else what is saved."""
    if not block.is_asked or block.mine is None or block.result is None:
        return []
    saved = {score.criterion_id: score for score in block.mine.scores.all()}
    rows = []
    for row in block.result.rows:
        key = str(row.criterion.pk)
        own = saved.get(row.criterion.pk)
        typed = written.fields if written.part == "assess" else {}
        rows.append(
            {
                "criterion": row.criterion,
                "key": key,
                "value": typed.get(f"value-{key}", str(own.value) if own else ""),
                "reason": typed.get(f"reason-{key}", own.reason if own else ""),
            }
        )
    return rows
