"""Saml: choose the case that a wish is the same as, and say why."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from takt.foundation.refusals import Refusal, Refused, refuse_if
from takt.governance.asking.merge_rules import CAN_GATHER, why_not_merge_away
from takt.governance.asking.similar import SimilarWish, similar_wishes
from takt.governance.clarifying.commands.merge_wish import merge_wish
from takt.governance.clarifying.pages.deeds import person, sent
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

MOST_ALIKE = 8


@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, number: str) -> HttpResponse:
    initiative = sent(number)
    refuse_if(why_not_merge_away(initiative, person(request)))
    if request.method == "GET":
        return show(request, initiative)
    chosen = request.POST.get("other", "").strip() or request.POST.get("into", "")
    into = Initiative.objects.filter(number=chosen).exclude(stage=Stage.DRAFT).exclude(wish=None).first()
    try:
        merge_wish(initiative, into, request.POST.get("reason", ""), by=person(request), at=timezone.now())
    except Refused as refused:
        return show(request, initiative, refusal=refused.refusal)
    assert into is not None  # noqa: S101 - else it was refused
    messages.success(
        request,
        _("Ønske %(number)s er samlet i denne sag, og alle bag det har fået besked.") % {"number": number},
    )
    return redirect(into)


def show(request: HttpRequest, initiative: Initiative, *, refusal: Refusal | None = None) -> HttpResponse:
    context = {
        "initiative": initiative,
        "alike": alike(request, initiative),
        "given": request.POST,
        "refusal": refusal,
    }
    return render(request, "clarifying/merge.html", context, status=refusal.status if refusal else 200)


def alike(request: HttpRequest, initiative: Initiative) -> list[SimilarWish]:
    text = (
        f"{initiative.title}. {initiative.wish.trouble}" if hasattr(initiative, "wish") else initiative.title
    )
    found = similar_wishes(text, to=person(request), most=MOST_ALIKE + 1)
    return [
        one
        for one in found
        if one.wish.initiative_id != initiative.pk and one.wish.initiative.stage in CAN_GATHER
    ]
