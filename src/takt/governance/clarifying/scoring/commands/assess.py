"""Give one's assessment: a score from 1 to 5 and a reason on every criterion."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.commands.working import locked
from takt.governance.clarifying.scoring import rules
from takt.governance.clarifying.scoring.commands.working import reveal_if_all_have_answered
from takt.governance.clarifying.scoring.models import Assessor, Criterion, Round, Score
from takt.governance.clarifying.scoring.queries import assessors_of

Given = Mapping[int, tuple[int | None, str]]
"""(score, reason) by the key of the criterion."""


@transaction.atomic
def assess(one: Round, given: Given, *, edition: int, by: Person, at: datetime) -> Assessor:
    """It may be changed until all have answered. ``edition``: of one's own answers as one last saw them.

    Saving the same twice is saving once. When the last one answers, the round opens to everybody.
    """
    locked(one.initiative)
    now = Round.objects.select_related("initiative", "criteria", "asked_by").get(pk=one.pk)
    assessors = assessors_of(now)
    mine = next((answer for answer in assessors if answer.person_id == by.pk), None)
    criteria = list(now.criteria.criteria.all())
    wanted = {criterion.pk: _tidy(given.get(criterion.pk)) for criterion in criteria}
    refuse_if(rules.why_not_assess(now, mine, assessors, by))
    assert mine is not None  # noqa: S101 - why_not_assess has seen to it
    if wanted == {score.criterion_id: (score.value, score.reason) for score in mine.scores.all()}:
        return mine
    refuse_if(
        rules.why_not_overwrite(mine, edition)
        or rules.why_not_scores([(criterion.name, *wanted[criterion.pk]) for criterion in criteria])
    )
    _write(mine, criteria, wanted, at)
    record("assessment.given", about=now.initiative, by=by, at=at, round=now.number, edition=mine.edition)
    reveal_if_all_have_answered(now, by=by, at=at)
    return mine


def _tidy(given: tuple[int | None, str] | None) -> tuple[int | None, str]:
    value, reason = given or (None, "")
    return value, " ".join(reason.split())[:500]


def _write(
    mine: Assessor, criteria: list[Criterion], wanted: Mapping[int, tuple[int | None, str]], at: datetime
) -> None:
    for criterion in criteria:
        value, reason = wanted[criterion.pk]
        assert value is not None  # noqa: S101 - why_not_scores has seen to it
        Score.objects.update_or_create(
            assessor=mine, criterion=criterion, defaults={"value": value, "reason": reason}
        )
    mine.answered_at, mine.edition = at, mine.edition + 1
    mine.save(update_fields=["answered_at", "edition"])
