"""Say how ready a unit is. A weak answer lowers what the planner may ask of it, for a while."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from takt.calculation.change_load.readiness import HOLDS_MONTHS, percent_lowered
from takt.calculation.planner.problem import Month
from takt.foundation.ledger.commands import record
from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Unit
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.readiness import rules
from takt.governance.clarifying.readiness.models import FIELDS, Readiness
from takt.governance.clarifying.readiness.queries import newest_of, unanswered


@transaction.atomic
def answer_readiness(
    unit: Unit,
    given: rules.Given,
    note: str = "",
    *,
    on_behalf_of: str = "",
    seen: int,
    by: Person,
    at: datetime,
) -> Readiness:
    """The unit's standing answer, and its answer to every case that waits for one.

    ``seen``: the key of the answer that stood when the person began, 0 for none. Earlier answers stay as evidence.
    """
    held = Unit.objects.select_for_update(of=("self",), no_key=True).get(pk=unit.pk)
    manager = Managers.now().of(held.pk)
    is_manager = manager is not None and manager.pk == by.pk
    refuse_if(
        rules.why_not_answer(held, manager, by)
        or rules.why_not_on_behalf(held, on_behalf_of, is_manager=is_manager)
        or rules.why_not_these(given, note)
        or rules.why_not_overwrite(newest_of(held), seen)
    )
    answer = _holding(Readiness(unit=held, note=note.strip()[:1_000], answered_by=by, answered_at=at), given)
    answer.on_behalf_of = "" if is_manager else on_behalf_of.strip()[:120]
    answer.save()
    _answer_those_who_wait(answer, by=by, at=at)
    given_as = dict(zip(FIELDS, answer.answers, strict=True))
    facts = {"answers": given_as, **_facts_of(answer)}
    record("readiness.answered", about=f"parathed-{held.pk}", by=by, at=at, **facts)
    return answer


def _holding(answer: Readiness, given: rules.Given) -> Readiness:
    """With the five answers, what they lower the ceiling by, and the months in which they do."""
    for field in FIELDS:
        setattr(answer, field, int(given[field] or 0))
    today = timezone.localdate(answer.answered_at)
    first = Month(today.year, today.month)
    answer.percent = percent_lowered(answer.answers)
    answer.first_month, answer.latest_month = _first_day(first), _first_day(first.plus(HOLDS_MONTHS))
    return answer


def _answer_those_who_wait(answer: Readiness, *, by: Person, at: datetime) -> None:
    waiting = unanswered().select_for_update(of=("self",), no_key=True)
    for inquiry in waiting.filter(unit=answer.unit):
        inquiry.answer = answer
        inquiry.save(update_fields=["answer"])
        record("readiness.given", about=inquiry.initiative, by=by, at=at, **_facts_of(answer))


def _facts_of(answer: Readiness) -> dict[str, Any]:
    """What the ledger keeps of every answer."""
    return {"unit": answer.unit.name, "percent": answer.percent, "on_behalf": bool(answer.on_behalf_of)}


def _first_day(month: Month) -> date:
    return date(month.year, month.number, 1)
