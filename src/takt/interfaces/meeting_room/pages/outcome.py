"""Write an outcome into the minutes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from takt.foundation.refusals import Refused, refuse_if
from takt.governance.deciding.meetings import rules
from takt.governance.deciding.meetings.commands.record_outcome import record_outcome
from takt.governance.deciding.meetings.forms import ConditionForms, OutcomeForm
from takt.governance.deciding.meetings.models import Outcome
from takt.governance.deciding.meetings.models.outcome import CONDITIONAL
from takt.governance.deciding.meetings.pages.asking import item_of, person
from takt.governance.deciding.meetings.standing import standing_at
from takt.interfaces.meeting_room.pages.room import back_to_item, show_room
from takt.interfaces.meeting_room.yes import breaches_of


@require_POST
def outcome(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """A refused outcome stays in the form beside what another wrote, and saving again is a choice."""
    found, now = item_of(pk, item), timezone.now()
    refuse_if(rules.why_not_run(standing_at(found.meeting, person(request), now)))
    form = OutcomeForm(request.POST)
    rows: Any = ConditionForms(request.POST, prefix="betingelse")
    if not (form.is_valid() & rows.is_valid()):
        return show_room(request, pk, item, form=form, rows=rows)
    conditions = rows.terms() if form.cleaned_data["kind"] in CONDITIONAL else ()
    try:
        record_outcome(
            found,
            form.terms(conditions),
            edition=form.cleaned_data["edition"],
            breaches=breaches_of(found, now),
            by=person(request),
            at=now,
        )
    except Refused as refused:
        kept = request.POST.copy()
        kept["edition"] = str(_edition_of(found.pk))
        again = OutcomeForm(kept)
        again.is_valid()
        return show_room(request, pk, item, refusal=refused.refusal, form=again, rows=rows)
    if "next" in request.POST:
        following = found.meeting.items.filter(position__gt=found.position).first()
        if following:
            return back_to_item(pk, following.pk)
    return back_to_item(pk, item)


def _edition_of(item: int) -> int:
    return Outcome.objects.filter(item=item).values_list("edition", flat=True).first() or 0
