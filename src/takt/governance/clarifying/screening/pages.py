"""Write on an assessment, from the case or from the workbench."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.governance.clarifying.pages.deeds import person, sent
from takt.governance.clarifying.screening.commands.record_assessment import record_assessment
from takt.governance.clarifying.screening.models import Assessment
from takt.governance.clarifying.screening.rules import AssessmentTold


@require_POST
def assess(request: HttpRequest, number: str, key: str) -> HttpResponse:
    initiative = sent(number)
    get_object_or_404(Assessment, initiative=initiative, key=key)
    given = request.POST
    told = AssessmentTold(given.get("status", ""), given.get("evidence", ""), given.get("link", "").strip())
    edition = given.get("edition", "")
    record_assessment(
        initiative,
        key,
        told,
        edition=int(edition) if edition.isascii() and edition.isdecimal() and len(edition) < 8 else 0,
        by=person(request),
        at=timezone.now(),
    )
    messages.success(request, _("Vurderingen er gemt."))
    return redirect(f"{initiative.get_absolute_url()}#lov")
