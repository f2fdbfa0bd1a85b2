"""Overblik: the page from which a leader is well oriented."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from takt.foundation.design.templatetags.takt import language
from takt.foundation.people.models import Person, Role
from takt.governance.asking.queries import wishes_by_stage, wishes_waiting_for_answer
from takt.governance.flow.stages import Stage
from takt.governance.planning.figures import read_figures
from takt.governance.planning.models import PlanRun
from takt.governance.planning.queries import current_plan, unfinished_run
from takt.governance.planning.question import month_of
from takt.interfaces.overview import findings
from takt.interfaces.overview.horizon import horizon
from takt.interfaces.overview.money import frames
from takt.interfaces.overview.pace import pace
from takt.interfaces.overview.queries import awaiting_decision, first_answers_due, news_since
from takt.interfaces.overview.setting_up import first_steps

NEWS_DAYS = 14
DECISIONS_SHOWN = 4
ANSWERS_SHOWN = 3
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
    reader = request.user
    assert isinstance(reader, Person)  # noqa: S101 - every view here is behind the door
    today, run = timezone.localdate(), current_plan()
    context: dict[str, Any] = {"today": today, "run": run, "since": today - timedelta(days=NEWS_DAYS)}
    context["first_steps"] = first_steps(reader)
    context |= _stages(reader)
    context |= _waiting(today, run)
    context |= _from_plan(run, today) if run else {"unfinished": unfinished_run()}
    context["coming"] = horizon(run, this_month=month_of(today), language=language())
    return render(request, "overview/overview.html", context)


def _from_plan(run: PlanRun, today: date) -> dict[str, Any]:
    figures, first = read_figures(run.figures), month_of(run.first_month)
    return {
        "pace": pace(figures, first, this_month=month_of(today), language=language()),
        "frames": frames(figures, language=language()),
    }


def _waiting(today: date, run: PlanRun | None) -> dict[str, Any]:
    since = timezone.make_aware(datetime.combine(today - timedelta(days=NEWS_DAYS), time.min))
    waiting = wishes_waiting_for_answer(today)
    return {
        "news": findings.news(news_since(since), language()),
        "decisions": awaiting_decision(run, most=DECISIONS_SHOWN),
        "waiting": waiting,
        "answers": first_answers_due(most=ANSWERS_SHOWN),
        "answers_finding": findings.answers(waiting.number, waiting.overdue, language()),
    }


def _stages(reader: Person) -> dict[str, Any]:
    counts = wishes_by_stage()
    recommended = counts.get(Stage.RECOMMENDED, 0)
    return {
        "stages": [(stage, counts[stage]) for stage in OPEN_STAGES if counts.get(stage)],
        "stages_finding": findings.stages(counts, language()) if counts else "",
        "recommended": recommended,
        "decisions_finding": findings.decisions(
            recommended, to_reader=reader.holds(Role.DIRECTOR), language=language()
        ),
    }
