"""Protokol: the reasons that people have written, for those who must be able to take one away."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from takt.foundation.ledger.models import Event, Words
from takt.foundation.ledger.removal import remove_reason
from takt.foundation.ledger.rules import why_not_guard
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refused, refuse_if

ROWS = 50


def reader_of(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 - every view here is behind the door
    return request.user


@require_GET
def reasons(request: HttpRequest) -> HttpResponse:
    """Newest first; narrowed to a word that is in them, or to one case."""
    refuse_if(why_not_guard(reader_of(request)))
    text, about = request.GET.get("q", "").strip(), request.GET.get("om", "").strip()
    found = Words.objects.select_related("event").order_by("-event")
    found = found.filter(text__icontains=text) if text else found
    found = found.filter(event__about=about) if about else found
    page = Paginator(found, ROWS).get_page(request.GET.get("side"))
    return render(request, "ledger/reasons.html", {"page": page, "text": text, "about": about})


@require_http_methods(["GET", "POST"])
def one_reason(request: HttpRequest, number: int) -> HttpResponse:
    by = reader_of(request)
    refuse_if(why_not_guard(by))
    event = get_object_or_404(Event.objects.select_related("words"), pk=number)
    if request.method == "GET":
        return render(request, "ledger/one_reason.html", {"event": event})
    given = request.POST.get("reason", "")
    try:
        remove_reason(event, given, by=by, at=timezone.now())
    except Refused as refused:
        context = {"event": event, "given": given, "refusal": refused.refusal}
        return render(request, "ledger/one_reason.html", context, status=refused.refusal.status)
    messages.success(request, _("Begrundelsen er fjernet. Protokollen er stadig ubrudt."))
    return redirect("reason", number)
