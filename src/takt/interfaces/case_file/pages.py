"""Sag: one case, from the wish to the benefit, on one page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import language
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal
from takt.governance.asking import on_case as asking
from takt.governance.asking.rules import why_not_join, why_not_withdraw
from takt.governance.clarifying.on_case import on_case
from takt.governance.clarifying.readiness.block import block_of as readiness_block
from takt.governance.clarifying.scoring.block import block_of as scoring_block
from takt.governance.clarifying.screening.on_case import screening_on_case
from takt.governance.clarifying.weighing_on_case import weighing_on_case
from takt.governance.deciding.hearing.on_case import on_case as hearing_on_case
from takt.governance.deciding.meetings.on_case import on_case as bodies_on_case
from takt.governance.planning.question import month_of
from takt.interfaces.case_file.ahead import ahead_of
from takt.interfaces.case_file.change import change_block, hours_in_all, windows_of
from takt.interfaces.case_file.consequences import asks_for_consequences
from takt.interfaces.case_file.decision_path import decision_path_block
from takt.interfaces.case_file.drawings import money_chart, unit_bars, unit_key
from takt.interfaces.case_file.known import Known
from takt.interfaces.case_file.money import money_block
from takt.interfaces.case_file.next_step import next_step
from takt.interfaces.case_file.place import deadline_block, place_block
from takt.interfaces.case_file.queries import Case, case_of
from takt.interfaces.case_file.timing import Timing, timing_of
from takt.interfaces.case_file.track import Way, track
from takt.interfaces.case_file.trail import trail

UNITS_SHOWN = 8
EVENTS_SHOWN = 8
SUPPORTERS_SHOWN = 6


@require_GET
def case_file(request: HttpRequest, number: str) -> HttpResponse:
    reader = request.user
    assert isinstance(reader, Person)  # noqa: S101 - every view here is behind the door
    case, now = case_of(number, reader=reader), timezone.now()
    timing = timing_of(case, this_month=month_of(timezone.localdate(now)))
    path, bodies = decision_path_block(case), bodies_on_case(case.initiative, reader=reader)
    clarifying = on_case(case.initiative, case.wish, reader=reader)
    ahead = ahead_of(case, path, bodies, now)
    context = {
        "case": case,
        "initiative": case.initiative,
        "actions": actions(case, reader),
        "decision_path": path,
        "track": track(Way(case, timing, ahead, bodies, language())),
        "next_step": next_step(
            Known(case, timing, ahead, bodies, clarifying.reply, timezone.localdate(now), language())
        ),
        "asks_for_consequences": asks_for_consequences(case.initiative),
        "asked": asking.on_case(case.initiative, case.wish, reader=reader),
        "hearing_on_case": hearing_on_case(case.initiative, reader=reader),
        "scoring": scoring_block(case.initiative, reader=reader),
        "readiness": readiness_block(case.initiative, reader=reader),
        "on_case": clarifying,
        "works_here": bool(clarifying.deeds or (clarifying.answers_here and clarifying.questions)),
        "screening": screening_on_case(case.initiative, reader=reader),
        "weighing": weighing_on_case(case.initiative, reader=reader),
        "bodies": bodies,
        **_words(case, timing, language()),
        **_figures(case, timing, language()),
    }
    return render(request, "case_file/case.html", context)


def _words(case: Case, timing: Timing | None, spoken: wording.Language) -> dict[str, Any]:
    traces = trail(case)
    return {
        "timing": timing,
        "place": place_block(case, timing, spoken),
        "deadline": deadline_block(case, timing, spoken),
        "supporters": case.supporters[:SUPPORTERS_SHOWN],
        "more_supporters": case.supporters[SUPPORTERS_SHOWN:],
        "traces": traces[:EVENTS_SHOWN],
        "older_traces": traces[EVENTS_SHOWN:],
    }


def _figures(case: Case, timing: Timing | None, spoken: wording.Language) -> dict[str, Any]:
    if timing is None or case.estimate is None:
        return {}
    money, change = money_block(case.estimate, timing, spoken), change_block(case, timing, spoken)
    bars = unit_bars(change, language=spoken) if change else []
    return {
        "money": money,
        "money_chart": money_chart(money.years, language=spoken),
        "change": change,
        "unit_bars": bars[:UNITS_SHOWN],
        "more_unit_bars": bars[UNITS_SHOWN:],
        "unit_key": unit_key(),
        "windows_url": windows_of(case, timing),
        "hours_in_all": hours_in_all(case.impacts),
        "days_in_all": sum(effort.days for effort in case.efforts),
    }


@dataclass(frozen=True, slots=True)
class Action:
    """Something the reader may do with the wish, or why not."""

    key: str
    """join or withdraw."""
    why_not: Refusal | None


def actions(case: Case, reader: Person) -> list[Action]:
    """Joining is for others, withdrawing for the one who wished; nobody is shown what can never be theirs."""
    if case.wish is None:
        return []
    if case.wish.wished_by_id == reader.pk:
        return [Action("withdraw", why_not_withdraw(case.wish, reader))]
    has_joined = any(supporter.person_id == reader.pk for supporter in case.supporters)
    return [Action("join", why_not_join(case.wish, reader, has_joined=has_joined))]
