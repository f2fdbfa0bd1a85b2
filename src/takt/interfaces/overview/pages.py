"""Overblik: the page from which a leader is well oriented, and an employee sees what became of a wish."""

from datetime import date, datetime, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from takt.foundation.design.templatetags.takt import language
from takt.foundation.people.models import Person, Role
from takt.governance.asking.queries import wishes_by_stage
from takt.governance.deciding.meetings.queries import follow_up
from takt.governance.deciding.meetings.standing import standings_of
from takt.governance.flow.stages import Stage
from takt.governance.planning.figures import read_figures
from takt.governance.planning.models import PlanRun
from takt.governance.planning.queries import current_plan, unfinished_run
from takt.governance.planning.question import month_of
from takt.interfaces.overview import findings
from takt.interfaces.overview.horizon import horizon
from takt.interfaces.overview.money import frames
from takt.interfaces.overview.news import news_since, pieces_of
from takt.interfaces.overview.owed import owed_by
from takt.interfaces.overview.pace import pace
from takt.interfaces.overview.queries import answers_due, decisions
from takt.interfaces.overview.seats import Seats, cases_before, next_meeting
from takt.interfaces.overview.setting_up import first_steps
from takt.interfaces.overview.wishes import own_wishes

NEWS_DAYS = 14
DECISIONS_SHOWN, CONDITIONS_SHOWN, OWED_SHOWN, ANSWERS_SHOWN = 4, 3, 4, 3
ROWS = 25
OPEN_STAGES = (
    Stage.SUBMITTED,
    Stage.CLARIFYING,
    Stage.RECOMMENDED,
    Stage.APPROVED,
    Stage.REALISING,
    Stage.IN_USE,
    Stage.POSTPONED,
    Stage.DECLINED,
)


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Those with a seat or a role see what they steer by; everybody sees what waits for them, and their wishes."""
    reader, now = _reader(request), timezone.now()
    today, run, seats = timezone.localdate(now), current_plan(), standings_of(reader, now)
    since = today - timedelta(days=NEWS_DAYS)
    context: dict[str, Any] = {"today": today, "run": run, "since": since}
    context["news"] = pieces_of(news_since(since), since, language())
    context["coming"] = horizon(run, this_month=month_of(today), language=language())
    context["first_steps"] = first_steps(reader)
    context |= _seated(reader, seats, run, now) if seats else {}
    context |= _own(reader, today) | _stages()
    if seats or reader.holds(*Role):
        context |= _steering(run, today)
    context["is_calm"] = not (seats or context["owed"] or context["own"].number)
    return render(request, "overview/overview.html", context)


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """Every case that waits in the bodies where the reader sits: as many as Overblik says."""
    reader, now = _reader(request), timezone.now()
    seats = standings_of(reader, now)
    found = cases_before(seats, reader, now)
    page = Paginator(found, ROWS).get_page(request.GET.get("side"))
    context = {
        "page": page,
        "decisions": decisions(list(page), current_plan()),
        "finding": findings.decisions(found, seats, language()),
        "has_seat": bool(seats),
        "meeting": next_meeting(seats, now),
    }
    return render(request, "overview/waiting.html", context)


def _reader(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 - every view here is behind the door
    return request.user


def _seated(reader: Person, seats: Seats, run: PlanRun | None, now: datetime) -> dict[str, Any]:
    found = cases_before(seats, reader, now)
    late = follow_up(reader, list(seats), shown="overskredet", today=timezone.localdate(now))
    number_late = late.count()
    return {
        "has_seat": True,
        "meeting": next_meeting(seats, now),
        "waiting": len(found),
        "decisions": decisions(found[:DECISIONS_SHOWN], run),
        "decisions_finding": findings.decisions(found, seats, language()),
        "late_conditions": late[:CONDITIONS_SHOWN] if number_late else [],
        "late": number_late,
        "late_finding": findings.follow_up(number_late, language()),
    }


def _own(reader: Person, today: date) -> dict[str, Any]:
    owed, mine = owed_by(reader, today=today), own_wishes(reader)
    late = sum(task.due_date is not None and task.due_date < today for task in owed)
    return {
        "owed": owed[:OWED_SHOWN],
        "more_owed": owed[OWED_SHOWN:],
        "owed_finding": findings.owed(len(owed), late, language()),
        "own": mine,
        "own_finding": findings.own_wishes(mine, language()),
    }


def _steering(run: PlanRun | None, today: date) -> dict[str, Any]:
    unanswered = answers_due(today, most=ANSWERS_SHOWN)
    context = {
        "steers": True,
        "unanswered": unanswered,
        "answers_finding": findings.answers(unanswered.number, unanswered.overdue, language()),
    }
    if run is None:
        return context | {"unfinished": unfinished_run()}
    figures, first = read_figures(run.figures), month_of(run.first_month)
    return context | {
        "pace": pace(figures, first, this_month=month_of(today), language=language()),
        "frames": frames(figures, language=language()),
    }


def _stages() -> dict[str, Any]:
    counts = wishes_by_stage()
    return {
        "stages": [(stage, counts[stage]) for stage in OPEN_STAGES if counts.get(stage)],
        "stages_finding": findings.stages(counts, language()) if counts else "",
    }
