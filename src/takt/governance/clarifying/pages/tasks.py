"""Mine opgaver: everything that waits for the one who reads, and by when."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import language
from takt.governance.clarifying import queries
from takt.governance.clarifying.pages.deeds import person
from takt.governance.clarifying.rules import NETWORK

ROWS = 20
CASES = 50
"""Nobody works on more at a time; the rest is counted."""


@require_GET
def tasks(request: HttpRequest) -> HttpResponse:
    reader, today = person(request), timezone.localdate()
    in_network = reader.holds(*NETWORK)
    questions = list(queries.questions_for(reader)[:CASES])
    cases = list(queries.cases_of(reader)[: CASES + 1])
    waiting = queries.to_take_up()
    page = Paginator(waiting, ROWS).get_page(request.GET.get("side")) if in_network else None
    reopening = list(queries.to_reopen(today)[:CASES]) if in_network else []
    overdue = waiting.filter(stage="submitted", wish__answer_due_date__lt=today).count() if in_network else 0
    context = {
        "today": today,
        "in_network": in_network,
        "questions": questions,
        "cases": cases[:CASES],
        "has_more_cases": len(cases) > CASES,
        "page": page,
        "overdue": overdue,
        "reopening": reopening,
        "headline": headline(
            len(questions) + len(reopening) + len(cases), page.paginator.count if page else 0
        ),
    }
    return render(request, "clarifying/tasks.html", context)


def headline(mine: int, shared: int) -> str:
    """What is mine alone, and what waits for whoever in the network takes it first."""
    spoken = language()
    own = ngettext("%(count)s opgave venter på dig", "%(count)s opgaver venter på dig", mine) % {
        "count": wording.number(mine, 0, spoken)
    }
    if not shared:
        return own if mine else _("Ingen opgaver venter på dig")
    others = ngettext(
        "%(count)s ønske venter på netværket", "%(count)s ønsker venter på netværket", shared
    ) % {"count": wording.number(shared, 0, spoken)}
    return _("%(own)s, og %(others)s") % {"own": own, "others": others} if mine else others
