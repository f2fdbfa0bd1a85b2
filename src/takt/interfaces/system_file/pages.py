"""System: one system of the register, and the cases that touch it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import language
from takt.foundation.people.models import Person
from takt.interfaces.system_file.queries import touching
from takt.registers.systems.models import System
from takt.registers.systems.rules import why_not_keep

ROWS = 25


@require_GET
def system_file(request: HttpRequest, pk: int) -> HttpResponse:
    reader = request.user
    assert isinstance(reader, Person)  # noqa: S101 - every view here is behind the door
    system = get_object_or_404(System.objects.select_related("unit"), pk=pk)
    page = Paginator(touching(system, reader=reader), ROWS).get_page(request.GET.get("side"))
    context = {
        "system": system,
        "page": page,
        "finding": finding(page.paginator.count),
        "why_not_keep": why_not_keep(reader),
    }
    return render(request, "system_file/system.html", context)


def finding(count: int) -> str:
    if not count:
        return _("Ingen sager berører systemet")
    words = wording.count(count, language())
    return ngettext("Én sag berører systemet", "%(words)s sager berører systemet", count) % {
        "words": words[0].upper() + words[1:]
    }
