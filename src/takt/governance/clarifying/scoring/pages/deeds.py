"""What is done in the assessment of a case. What is refused stands in its field again, with the reason."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.foundation.people.models import Person
from takt.foundation.people.naming import people_meant
from takt.foundation.refusals import Refusal, Refused, refuse_if
from takt.governance.clarifying.pages.deeds import person, sent
from takt.governance.clarifying.rules import why_not_clarify
from takt.governance.clarifying.scoring.commands.add_assessor import add_assessor
from takt.governance.clarifying.scoring.commands.ask_assessors import ask_assessors
from takt.governance.clarifying.scoring.commands.assess import assess
from takt.governance.clarifying.scoring.commands.close_round import close_round
from takt.governance.clarifying.scoring.commands.reopen_round import reopen_round
from takt.governance.clarifying.scoring.commands.replace_assessor import replace_assessor
from takt.governance.clarifying.scoring.commands.settle_disagreement import settle_disagreement
from takt.governance.clarifying.scoring.commands.value_by_hand import value_by_hand
from takt.governance.clarifying.scoring.commands.value_case import value_case
from takt.governance.clarifying.scoring.models import Assessor, CriteriaVersion, Round
from takt.governance.clarifying.scoring.pages.round import PLACES, Written, show
from takt.governance.flow.models import Initiative


def done_or_shown(
    request: HttpRequest, initiative: Initiative, part: str, said: str, deed: Callable[[], object]
) -> HttpResponse:
    """Back to the page when it was done; else the page with what was written and why not."""
    try:
        deed()
    except Refused as no:
        if no.refusal.status == 403:
            raise
        return show(request, initiative, Written(part, no.refusal, request.POST.dict()))
    messages.success(request, said)
    if request.POST.get("back") == "bench":
        return redirect("workbench", initiative.number)
    return redirect("assessment", initiative.number)


@require_POST
def ask(request: HttpRequest, number: str) -> HttpResponse:
    initiative, by = sent(number), person(request)
    return done_or_shown(
        request,
        initiative,
        "ask",
        _("Bedømmerne er spurgt og har fået besked."),
        lambda: ask_assessors(
            initiative,
            _people(request, by),
            criteria=_criteria(request),
            due_date=_date(request),
            by=by,
            at=timezone.now(),
        ),
    )


@require_POST
def reopen(request: HttpRequest, number: str) -> HttpResponse:
    initiative, by = sent(number), person(request)
    return done_or_shown(
        request,
        initiative,
        "reopen",
        _("Den nye runde er begyndt. Den tidligere står ved siden af."),
        lambda: reopen_round(
            initiative,
            _people(request, by),
            request.POST.get("reason", ""),
            criteria=_criteria(request),
            due_date=_date(request),
            by=by,
            at=timezone.now(),
        ),
    )


@require_POST
def give(request: HttpRequest, number: str, round_number: int) -> HttpResponse:
    initiative = sent(number)
    one = get_object_or_404(
        Round.objects.select_related("initiative"), initiative=initiative, number=round_number
    )
    given = {
        pk: (_whole(request, f"value-{pk}"), request.POST.get(f"reason-{pk}", ""))
        for pk in one.criteria.criteria.values_list("pk", flat=True)
    }
    edition = _whole(request, "edition") or 0
    return done_or_shown(
        request,
        initiative,
        "assess",
        _("Tak. Din bedømmelse er gemt. De andre ser den, når alle har svaret."),
        lambda: assess(one, given, edition=edition, by=person(request), at=timezone.now()),
    )


@require_POST
def add(request: HttpRequest, number: str) -> HttpResponse:
    initiative, by = sent(number), person(request)
    return done_or_shown(
        request,
        initiative,
        "add",
        _("Bedømmeren er spurgt og ser ikke de andres svar, før vedkommende selv har svaret."),
        lambda: add_assessor(initiative, _one(request, by), by=by, at=timezone.now()),
    )


@require_POST
def replace(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    initiative, by = sent(number), person(request)
    answer = get_object_or_404(Assessor.objects.select_related("round"), pk=pk, round__initiative=initiative)
    return done_or_shown(
        request,
        initiative,
        f"replace-{pk}",
        _("En anden er spurgt i stedet."),
        lambda: replace_assessor(
            answer, _one(request, by), seen=_whole(request, "seen") or 0, by=by, at=timezone.now()
        ),
    )


@require_POST
def close(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    return done_or_shown(
        request,
        initiative,
        "close",
        _("Runden er lukket, og de svar, der er, kan ses af alle."),
        lambda: close_round(
            initiative, request.POST.get("reason", ""), by=person(request), at=timezone.now()
        ),
    )


@require_POST
def settle(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    initiative = sent(number)
    return done_or_shown(
        request,
        initiative,
        f"settle-{pk}",
        _("Afklaringen er gemt ved siden af bedømmelserne."),
        lambda: settle_disagreement(
            initiative,
            pk,
            request.POST.get("text", ""),
            edition=_whole(request, "edition") or 0,
            by=person(request),
            at=timezone.now(),
        ),
    )


@require_POST
def value(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    return done_or_shown(
        request,
        initiative,
        "value",
        _("Pointene er taget over. Næste plan regner med dem."),
        lambda: value_case(
            initiative,
            offered=_whole(request, "offered") or 0,
            seen=_whole(request, "seen") or 0,
            by=person(request),
            at=timezone.now(),
        ),
    )


@require_POST
def value_hand(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    return done_or_shown(
        request,
        initiative,
        "value_by_hand",
        _("Pointene er sat i hånden. Din begrundelse står ved dem."),
        lambda: value_by_hand(
            initiative,
            _whole(request, "points"),
            request.POST.get("reason", ""),
            seen=_whole(request, "seen") or 0,
            by=person(request),
            at=timezone.now(),
        ),
    )


def _whole(request: HttpRequest, name: str) -> int | None:
    text = request.POST.get(name, "").strip().replace(".", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _date(request: HttpRequest) -> date | None:
    try:
        return date.fromisoformat(request.POST.get("due_date", ""))
    except ValueError:
        return None


def _criteria(request: HttpRequest) -> CriteriaVersion | None:
    pk = _whole(request, "criteria")
    return CriteriaVersion.objects.filter(pk=pk).first() if pk else None


def _people(request: HttpRequest, by: Person) -> list[Person]:
    """Raises Refused for a name that means nobody, or several; nobody learns names by guessing."""
    refuse_if(why_not_clarify(by))
    written = [request.POST.get(f"person-{place}", "").strip()[:380] for place in range(1, PLACES + 1)]
    wanted = [text for text in written if text]
    meant = people_meant(wanted)
    for text in wanted:
        if text not in meant:
            raise Refused(_unknown(text))
    return list(dict.fromkeys(meant[text] for text in wanted))


def _one(request: HttpRequest, by: Person) -> Person:
    refuse_if(why_not_clarify(by))
    text = request.POST.get("person", "").strip()[:380]
    found = people_meant([text]).get(text)
    if found is None:
        raise Refused(_unknown(text))
    return found


def _unknown(text: str) -> Refusal:
    return Refusal(
        _("Takt kender ikke netop én person som “%(name)s”.") % {"name": text},
        _("Skriv hele navnet eller e-mailen."),
    )
