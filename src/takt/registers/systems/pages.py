"""Systemer: the list, and the form of those who keep the register."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from takt.calculation.wording import number as written
from takt.foundation.danish_csv import danish_csv
from takt.foundation.design.templatetags.takt import language
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, Refused, refuse_if
from takt.registers.systems.commands.save_system import save_system
from takt.registers.systems.forms import SystemForm
from takt.registers.systems.models import System
from takt.registers.systems.queries import found_by
from takt.registers.systems.rules import why_not_keep

ROWS = 50


@require_GET
def systems(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:200]
    page = Paginator(found_by(text), ROWS).get_page(request.GET.get("side"))
    context = {
        "page": page,
        "text": text,
        "headline": headline(page.paginator.count, is_narrow=bool(text)),
        "why_not_keep": why_not_keep(person(request)),
    }
    return render(request, "systems/systems.html", context)


def headline(count: int, *, is_narrow: bool) -> str:
    number = written(count, 0, language())
    if is_narrow:
        return ngettext("%(number)s system passer", "%(number)s systemer passer", count) % {"number": number}
    return ngettext("%(number)s system i brug", "%(number)s systemer i brug", count) % {"number": number}


@require_GET
def systems_as_csv(request: HttpRequest) -> HttpResponse:
    """The list as it is shown, all pages, in the form that a Danish Excel opens at once."""
    heading = (_("Navn"), _("Leverandør"), _("Formål"), _("Systemejer"), _("Kilde"), _("Side"))
    rows = (
        (one.name, one.vendor, one.purpose, str(one.unit or ""), one.source, one.url)
        for one in found_by(request.GET.get("q", "").strip()[:200])
    )
    return HttpResponse(
        danish_csv([heading, *rows]),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="systemer-{timezone.localdate()}.csv"'},
    )


@require_http_methods(["GET", "POST"])
def new_system(request: HttpRequest) -> HttpResponse:
    return edit(request, None)


@require_http_methods(["GET", "POST"])
def edit_system(request: HttpRequest, pk: int) -> HttpResponse:
    return edit(request, get_object_or_404(System, pk=pk))


def edit(request: HttpRequest, found: System | None) -> HttpResponse:
    refuse_if(why_not_keep(person(request)))
    if request.method == "GET":
        initial = {"edition": found.edition if found else 0}
        return show(request, SystemForm(instance=found, initial=initial), found)
    form = SystemForm(request.POST)
    if not form.is_valid():
        return show(request, form, found)
    edition = form.cleaned_data["edition"] or 0
    try:
        kept = save_system(form.facts(), system=found, edition=edition, by=person(request), at=timezone.now())
    except Refused as refused:
        return show(request, form, found, refusal=refused.refusal)
    messages.success(request, _("“%(name)s” er gemt.") % {"name": kept.name})
    return redirect(kept)


def show(
    request: HttpRequest, form: SystemForm, found: System | None, *, refusal: Refusal | None = None
) -> HttpResponse:
    """After a refusal: what was written stays, beside what stands in the register now."""
    context: dict[str, Any] = {"form": form, "system": found, "refusal": refusal}
    if refusal and found:
        context["now"] = System.objects.select_related("unit").get(pk=found.pk)
        form.data = {**form.data.dict(), "edition": str(context["now"].edition)}  # type: ignore[attr-defined]
    return render(request, "systems/edit.html", context, status=refusal.status if refusal else 200)


def person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 - every view here is behind the door
    return request.user
