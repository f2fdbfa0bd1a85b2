"""Documents on a case: put on, handed out and taken off."""

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking.commands.attach_file import attach_file
from takt.governance.asking.commands.remove_attachment import remove_attachment
from takt.governance.asking.file_rules import MOST_FILES, why_not_attach, why_not_find
from takt.governance.asking.filetypes import KINDS
from takt.governance.asking.models import Attachment
from takt.governance.asking.pages.reader import person
from takt.governance.asking.pages.receiving import takes_files
from takt.governance.asking.queries import visible_to
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@takes_files
@require_POST
def attach(request: HttpRequest, number: str) -> HttpResponse:
    initiative = get_object_or_404(visible_to(person(request)), number=number)
    refuse_if(why_not_attach(initiative, getattr(initiative, "wish", None), person(request)))
    count = keep_files(request, initiative, by=person(request))
    if count:
        said = ngettext("%(count)d bilag er lagt på sagen.", "%(count)d bilag er lagt på sagen.", count)
        messages.success(request, said % {"count": count})
    else:
        messages.warning(request, _("Vælg en fil først."))
    return redirect(f"{initiative.get_absolute_url()}#bilag")


@transaction.atomic
def keep_files(request: HttpRequest, initiative: Initiative, *, by: Person) -> int:
    """All files of a form or, when one is refused, none. Returns how many."""
    # one more than there may be is enough to be refused
    files = request.FILES.getlist("files")[: MOST_FILES + 1]
    for file in files:
        attach_file(initiative, file.name or "", file.read(), by=by, at=timezone.now())
    return len(files)


@require_GET
def attachment(request: HttpRequest, number: str, pk: int) -> FileResponse:
    """Always as a file to keep, never as a page of ours, whatever it holds."""
    found = own(request, number, pk)
    refuse_if(why_not_find(found, is_there=found.file.storage.exists(str(found.file.name))))
    return FileResponse(
        found.file.open("rb"),
        as_attachment=True,
        filename=found.name,
        content_type=KINDS[found.kind],
        headers={
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "private, no-store",
        },
    )


@require_POST
def remove(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    found = own(request, number, pk)
    remove_attachment(found, by=person(request), at=timezone.now())
    messages.success(request, _("Bilaget er fjernet."))
    if found.initiative.stage == Stage.DRAFT:
        return redirect(f"{reverse('new_wish')}?kladde={number}")
    return redirect(f"{found.initiative.get_absolute_url()}#bilag")


def own(request: HttpRequest, number: str, pk: int) -> Attachment:
    """A document of a case that this person may see; others do not exist."""
    cases = visible_to(person(request)).filter(number=number)
    return get_object_or_404(Attachment.objects.select_related("initiative"), pk=pk, initiative__in=cases)
