"""Ønsker: the list of everything that has been wished, with filter, search, order and paging in the address."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from takt.calculation.wording import number as written
from takt.foundation.design.templatetags.takt import language
from takt.foundation.people.models import Unit
from takt.governance.asking.mail_rules import why_not_bring_mail
from takt.governance.asking.pages.reader import person
from takt.governance.asking.queries import (
    Filter,
    Waiting,
    chosen,
    drafts_of,
    supporters_of,
    wishes_waiting_for_answer,
)
from takt.governance.asking.rules import why_not_bring
from takt.governance.flow.models import Obligation
from takt.governance.flow.stages import Stage

ROWS = 50


@require_safe
def wishes(request: HttpRequest) -> HttpResponse:
    asked = Filter.read(request.GET)
    units = list(Unit.objects.all())
    today = timezone.localdate()
    found = chosen(asked, by=person(request), units=units, today=today).select_related("unit", "wish")
    page = Paginator(found, ROWS).get_page(request.GET.get("side"))
    waiting = wishes_waiting_for_answer(today)
    joined = supporters_of(page.object_list)
    context: dict[str, Any] = {
        "asked": asked,
        "page": page,
        "rows": [(one, joined.get(one.pk, 0)) for one in page.object_list],
        "headline": headline(page.paginator.count, asked, waiting),
        "today": today,
        "stages": [stage for stage in Stage if stage != Stage.DRAFT],
        "obligations": Obligation,
        "units": in_tree_order(units),
        "columns": columns(),
        "drafts": drafts_of(person(request)),
        "why_not_bring_mail": why_not_bring_mail(person(request)),
        "why_not_bring": why_not_bring(person(request)),
    }
    return render(request, "asking/wishes.html", context)


def headline(count: int, asked: Filter, waiting: Waiting) -> str:
    """The finding: how many, and how many still wait for the answer they were promised."""
    number = written(count, 0, language())
    if asked.is_narrow:
        return ngettext("%(number)s ønske passer", "%(number)s ønsker passer", count) % {"number": number}
    whole = ngettext("%(number)s ønske", "%(number)s ønsker", count) % {"number": number}
    if not waiting.number:
        return _("%(wishes)s. Alle har fået svar") % {"wishes": whole}
    answer = ngettext(
        "%(wishes)s. %(number)s venter på svar", "%(wishes)s. %(number)s venter på svar", waiting.number
    ) % {"wishes": whole, "number": written(waiting.number, 0, language())}
    if not waiting.overdue:
        return answer
    late = ngettext("%(number)s er over fristen", "%(number)s er over fristen", waiting.overdue)
    return f"{answer}, {late % {'number': written(waiting.overdue, 0, language())}}"


def columns() -> list[tuple[str, str]]:
    """The word in the address, and the heading."""
    return [
        ("nummer", _("Nummer")),
        ("titel", _("Ønske")),
        ("enhed", _("Enhed")),
        ("", _("Trin")),
        ("", _("Medunderskrivere")),
        ("nyeste", _("Ændret")),
        ("svar", _("Svar senest")),
    ]


def in_tree_order(units: list[Unit]) -> list[tuple[Unit, int]]:
    """Each unit under its parent, with its depth, in Danish order."""
    below: dict[int | None, list[Unit]] = {}
    for unit in units:
        below.setdefault(unit.parent_id, []).append(unit)

    def walk(parent: int | None, depth: int) -> list[tuple[Unit, int]]:
        return [row for unit in below.get(parent, []) for row in ((unit, depth), *walk(unit.pk, depth + 1))]

    return walk(None, 0)
