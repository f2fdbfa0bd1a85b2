"""Answer for a unit. What was written is kept when it is refused."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.foundation.people.managers import Managers
from takt.foundation.refusals import Refused, refuse_if
from takt.governance.clarifying.pages.deeds import person
from takt.governance.deciding.hearing import queries, rules
from takt.governance.deciding.hearing.commands.answer_hearing import answer_hearing
from takt.governance.deciding.hearing.forms import AnswerForm, prefix_of
from takt.governance.deciding.hearing.models import Hearing, Party
from takt.governance.deciding.hearing.pages.reading import show_hearing


@require_POST
def answer(request: HttpRequest, pk: int, party: int) -> HttpResponse:
    hearing = get_object_or_404(queries.hearings(), pk=pk)
    asked = get_object_or_404(
        Party.objects.select_related("unit", "hearing__initiative"), pk=party, hearing=hearing
    )
    manager, by = Managers.now().of(asked.unit_id), person(request)
    refuse_if(rules.why_not_answer(asked, manager, by, today=timezone.localdate()))
    form = AnswerForm(request.POST, prefix=prefix_of(asked))
    if not form.is_valid():
        return show_hearing(request, hearing, forms={asked.pk: form}, status=422)
    given = form.cleaned_data
    try:
        answer_hearing(
            asked,
            given["stance"],
            given["text"],
            said_by=given["said_by"],
            edition=given["edition"],
            by=by,
            at=timezone.now(),
        )
    except Refused as refused:
        return _again(request, hearing, asked, refused)
    messages.success(request, _("Tak. Svaret fra %(unit)s følger nu sagen.") % {"unit": asked.unit})
    return redirect(f"{hearing.get_absolute_url()}#svar-{asked.pk}")


def _again(request: HttpRequest, hearing: Hearing, asked: Party, refused: Refused) -> HttpResponse:
    """With what was written beside what stands now; sending again is a choice."""
    asked.refresh_from_db()
    prefix = prefix_of(asked)
    form = AnswerForm({**request.POST.dict(), f"{prefix}-edition": asked.edition}, prefix=prefix)
    return show_hearing(
        request,
        hearing,
        forms={asked.pk: form},
        status=refused.refusal.status,
        refusal=refused.refusal,
        refused_party=asked.pk,
    )
