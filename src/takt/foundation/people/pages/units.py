"""Enheder: how the municipality is put together. Read by everyone, changed by those who keep it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from takt.foundation.people.commands.add_units import add_units
from takt.foundation.people.commands.change_unit import change_unit
from takt.foundation.people.models import Unit
from takt.foundation.people.pages.people import reader_of
from takt.foundation.people.unit_forms import UnitForm, UnitsForm, WholeForm
from takt.foundation.people.unit_rules import may_keep_units, why_not_keep_units
from takt.foundation.people.unit_tree import branches
from takt.foundation.refusals import Refusal, Refused, refuse_if

ROWS = 100


@require_GET
def units(request: HttpRequest) -> HttpResponse:
    """``?under=`` is where the next ones are to be added."""
    under = request.GET.get("under", "")
    return _show(request, _empty_form(under), begins_here=bool(under))


def _empty_form(under: str) -> UnitsForm | WholeForm:
    if not Unit.objects.exists():
        return WholeForm(initial={"name": settings.MUNICIPALITY})
    top = Unit.objects.filter(parent=None).values_list("pk", flat=True).first()
    return UnitsForm(initial={"parent": under if under.isdecimal() else top})


def _show(
    request: HttpRequest,
    form: UnitsForm | WholeForm,
    *,
    refusal: Refusal | None = None,
    begins_here: bool = False,
) -> HttpResponse:
    """``begins_here``: somebody is in the middle of adding, and the field for the next ones has the focus."""
    if begins_here and isinstance(form, UnitsForm):
        form.fields["lines"].widget.attrs["autofocus"] = True
    tree = branches()
    context: dict[str, Any] = {
        "page": Paginator(tree, ROWS).get_page(request.GET.get("side")),
        "employees": tree[0].unit.headcount if tree else 0,
        "may_keep": may_keep_units(reader_of(request)),
        "form": form,
        "refusal": refusal,
    }
    status = refusal.status if refusal else 422 if form.is_bound else 200
    return render(request, "people/units.html", context, status=status)


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    by = reader_of(request)
    refuse_if(why_not_keep_units(by))
    form = UnitsForm(request.POST) if "parent" in request.POST else WholeForm(request.POST)
    if not form.is_valid():
        return _show(request, form)
    written = form.facts() if isinstance(form, UnitsForm) else [form.facts()]
    try:
        added = add_units(written, by=by, at=timezone.now())
    except Refused as refused:
        return _show(request, form, refusal=refused.refusal)
    messages.success(
        request,
        ngettext("%(unit)s er tilføjet.", "%(count)d enheder er tilføjet.", len(added))
        % {"unit": added[0], "count": len(added)},
    )
    return redirect(f"{reverse('units')}?under={added[0].parent_id or added[0].pk}")


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    by = reader_of(request)
    refuse_if(why_not_keep_units(by))
    unit = get_object_or_404(Unit.objects.select_related("parent"), pk=pk)
    form = UnitForm(request.POST or None, initial=_as_stored(unit))
    if request.method == "POST" and form.is_valid():
        try:
            change_unit(
                unit, form.facts(), edition=form.cleaned_data["edition"] or 0, by=by, at=timezone.now()
            )
        except Refused as refused:
            return _again(request, unit, form, refused.refusal)
        messages.success(request, _("%(unit)s er gemt.") % {"unit": form.cleaned_data["name"]})
        return redirect("units")
    return render(
        request, "people/unit.html", {"unit": unit, "form": form}, status=422 if form.errors else 200
    )


def _as_stored(unit: Unit) -> dict[str, Any]:
    return {
        "name": unit.name,
        "headcount": unit.headcount,
        "parent": unit.parent_id,
        "edition": unit.edition,
    }


def _again(request: HttpRequest, unit: Unit, form: UnitForm, refusal: Refusal) -> HttpResponse:
    """What was written stays, beside what stands there now; saving again is a choice."""
    now = Unit.objects.select_related("parent").get(pk=unit.pk)
    is_changed = form.cleaned_data["edition"] != now.edition
    form.data = {**request.POST.dict(), "edition": str(now.edition)}
    context = {"unit": unit, "form": form, "refusal": refusal, "now": now if is_changed else None}
    return render(request, "people/unit.html", context, status=refusal.status)
