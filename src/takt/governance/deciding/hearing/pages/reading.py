"""All hearings, and one of them with everything that was said."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from takt.foundation.design.templatetags.takt import counted
from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person
from takt.governance.clarifying.pages.deeds import person
from takt.governance.deciding.hearing import queries, rules
from takt.governance.deciding.hearing.forms import AnswerForm, ProlongForm, WithdrawForm, answer_form
from takt.governance.deciding.hearing.models import Hearing, State

ROWS = 20


@require_GET
def hearing_list(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    page = Paginator(queries.hearings(), ROWS).get_page(request.GET.get("side"))
    running = Hearing.objects.filter(closed_at=None, withdrawn_at=None, due_date__gte=today).count()
    context = {
        "page": page,
        "rows": queries.heard(page.object_list, today, Managers.now()),
        "headline": _headline(running),
        "waiting": _waiting_for(person(request)),
    }
    return render(request, "hearing/list.html", context)


def _waiting_for(reader: Person) -> int:
    """How many answers the reader owes as a manager."""
    units = Managers.now().units_of(reader)
    return queries.waiting_for(units).count() if units else 0


def _headline(running: int) -> str:
    if not running:
        return _("Ingen høringer er i gang")
    return ngettext("Én høring er i gang", "%(words)s høringer er i gang", running) % {
        "words": counted(running).capitalize()
    }


@require_GET
def hearing_page(request: HttpRequest, pk: int) -> HttpResponse:
    return show_hearing(request, get_object_or_404(queries.hearings(), pk=pk))


def show_hearing(
    request: HttpRequest,
    hearing: Hearing,
    *,
    forms: Mapping[int, AnswerForm] | None = None,
    status: int = 200,
    **instead: Any,
) -> HttpResponse:
    """``forms``: answers that were refused, by unit's party, in the place of fresh ones."""
    reader, today = person(request), timezone.localdate()
    [one] = queries.heard([hearing], today, Managers.now())
    leads = queries.leads_hearings(hearing.initiative, reader, today)
    waiting = [voice.party for voice in one.voices if voice.party.answered_at is None]
    context = {
        "heard": one,
        "hearing": hearing,
        "initiative": hearing.initiative,
        "rows": [(voice, _form(voice, reader, forms or {}, today=today)) for voice in one.voices],
        "leads": leads,
        "is_open": one.state == State.OPEN,
        "why_not_close": rules.why_not_close(hearing, waiting, reader, leads=leads, today=today),
        "why_not_withdraw": rules.why_not_withdraw(hearing, reader, leads=leads, today=today),
        "why_not_prolong": rules.why_not_change(hearing, reader, leads=leads, today=today),
        "prolong_form": ProlongForm(initial={"edition": hearing.edition}, auto_id="prolong-%s"),
        "withdraw_form": WithdrawForm(initial={"edition": hearing.edition}, auto_id="withdraw-%s"),
        **instead,
    }
    return render(request, "hearing/hearing.html", context, status=status)


def _form(
    voice: queries.Voice, reader: Person, forms: Mapping[int, AnswerForm], *, today: Any
) -> AnswerForm | None:
    """None for those who do not answer for the unit."""
    if rules.why_not_answer(voice.party, voice.manager, reader, today=today):
        return None
    return forms.get(voice.party.pk) or answer_form(voice.party)
