"""The list of wishes as a workbook: exactly what the same address shows as a page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import clock, day, language
from takt.foundation.people.models import Unit
from takt.governance.asking.queries import Filter, chosen
from takt.governance.flow.models import Obligation
from takt.governance.flow.stages import Stage
from takt.interfaces.exchange.pages import person, workbook
from takt.interfaces.exchange.wishes_book import Origin, wishes_book
from takt.interfaces.exchange.wishes_out import columns, rows


@require_GET
def wishes_to_excel(request: HttpRequest) -> HttpResponse:
    asked = Filter.read(request.GET)
    units = list(Unit.objects.all())
    found = chosen(asked, by=person(request), units=units, today=timezone.localdate())
    origin = origin_of(request, asked, units, count=found.count())
    name = _("oensker")
    data = wishes_book(columns(), rows(found), origin)
    return workbook(data, f"{name}-{timezone.localdate():%Y-%m-%d}.xlsx")


def origin_of(request: HttpRequest, asked: Filter, units: list[Unit], *, count: int) -> Origin:
    """When, by whom, which wishes and from which installation, so that a print can be traced and made anew."""
    now = timezone.now()
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    where = f"{settings.MUNICIPALITY}, {request.build_absolute_uri(reverse('wishes') + query)}"
    lines = [
        (_("Hentet"), f"{day(now)} {clock(now)}"),
        (_("Hentet af"), str(person(request))),
        (_("Udvalg"), in_words(asked, units)),
        (_("Ønsker i alt"), wording.number(count, 0, language())),
        (_("Hentet fra"), where),
        (
            _("Beløb"),
            _("Hele kroner i det prisniveau, der står ud for ønsket: det sandsynlige af tre skøn."),
        ),
    ]
    if settings.DEMO:
        lines.append((_("Demonstration"), _("Kommunen findes ikke. Skøn, personer og tal er opdigtede.")))
    return Origin(_("Ønsker i %(municipality)s") % {"municipality": settings.MUNICIPALITY}, lines)


def in_words(asked: Filter, units: list[Unit]) -> str:
    """What someone asked to see, as the list's own form says it."""
    name = {unit.pk: unit.name for unit in units}
    obligations = {
        Obligation.MUST: pgettext("forpligtelse", "skal"),
        Obligation.SHOULD: pgettext("forpligtelse", "bør"),
        Obligation.COULD: pgettext("forpligtelse", "kan"),
    }
    said = [
        (_("Søgning"), asked.text),
        (_("Trin"), str(Stage(asked.stage).label) if asked.stage else ""),
        (_("Enhed"), name.get(asked.unit, "–") if asked.unit is not None else ""),
        (_("Forpligtelse"), obligations[Obligation(asked.obligation)] if asked.obligation else ""),
        (_("Kun mine"), _("ja") if asked.mine else ""),
        (_("Svar overskredet"), _("ja") if asked.late else ""),
        (_("Sendt siden"), day(asked.sent_since)),
        (_("Ændret siden"), day(asked.changed_since)),
    ]
    return ". ".join(f"{what}: {answer}" for what, answer in said if answer) or _("Alle sendte ønsker")
