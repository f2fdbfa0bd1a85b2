"""Lov: the acts that concern a municipality, and how sure Takt is of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from takt.registers.law.reading import acts


@require_GET
def laws(request: HttpRequest) -> HttpResponse:
    """All on one page, for the register is a small file of its own."""
    today = timezone.localdate()
    rows = [{"act": act, "next": act.next_deadline(today)} for act in acts().values()]
    coming = [row for row in rows if row["next"]]
    return render(request, "law/laws.html", {"rows": rows, "coming": len(coming)})
