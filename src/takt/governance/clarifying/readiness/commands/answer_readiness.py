"""Say how ready a unit is. A weak answer lowers what the planner may ask of it, for a while."""

from datetime import date, datetime

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
    answers = [int(given[field] or 0) for field in FIELDS]
    first = _month_of(timezone.localdate(at))
    answer = Readiness.objects.create(
        unit=held,
        **dict(zip(FIELDS, answers, strict=True)),
        note=note.strip()[:1_000],
        percent=percent_lowered(answers),
        answered_by=by,
        on_behalf_of="" if is_manager else on_behalf_of.strip()[:120],
        answered_at=at,
        first_month=_first_day(first),
        latest_month=_first_day(first.plus(HOLDS_MONTHS)),
    )
    _answer_those_who_wait(held, answer, by=by, at=at)
    record(
        "readiness.answered",
        about=f"parathed-{held.pk}",
        by=by,
        at=at,
        unit=held.name,
        answers=dict(zip(FIELDS, answers, strict=True)),
        percent=answer.percent,
        on_behalf=bool(answer.on_behalf_of),
    )
    return answer


def _answer_those_who_wait(unit: Unit, answer: Readiness, *, by: Person, at: datetime) -> None:
    for inquiry in unanswered().select_for_update(of=("self",), no_key=True).filter(unit=unit):
        inquiry.answer = answer
        inquiry.save(update_fields=["answer"])
        record(
            "readiness.given",
            about=inquiry.initiative,
            by=by,
            at=at,
            unit=unit.name,
            percent=answer.percent,
            on_behalf=bool(answer.on_behalf_of),
        )


def _month_of(day: date) -> Month:
    return Month(day.year, day.month)


def _first_day(month: Month) -> date:
    return date(month.year, month.number, 1)
