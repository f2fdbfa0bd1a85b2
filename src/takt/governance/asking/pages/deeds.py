"""Join, follow and withdraw: buttons that stand on several pages and come back to where they stood."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.governance.asking.commands.follow_case import follow_case
from takt.governance.asking.commands.join_wish import join_wish
from takt.governance.asking.commands.unfollow_case import unfollow_case
from takt.governance.asking.commands.withdraw_wish import withdraw_wish
from takt.governance.asking.models import Wish
from takt.governance.asking.pages.reader import person
from takt.governance.asking.queries import sent
from takt.governance.flow.stages import Stage


@require_POST
def join(request: HttpRequest, number: str) -> HttpResponse:
    wish = get_object_or_404(visible(request), initiative__number=number)
    join_wish(wish, reason=request.POST.get("reason", ""), by=person(request), at=timezone.now())
    messages.success(request, _("Du er nu med i ønske %(number)s.") % {"number": number})
    return redirect(wish.initiative)


@require_POST
def withdraw(request: HttpRequest, number: str) -> HttpResponse:
    wish = get_object_or_404(visible(request), initiative__number=number)
    was_draft = wish.initiative.stage == Stage.DRAFT
    withdraw_wish(wish, by=person(request), at=timezone.now())
    messages.success(request, _("Kladden er slettet.") if was_draft else _("Ønsket er trukket tilbage."))
    return redirect("wishes") if was_draft else redirect(wish.initiative)


@require_POST
def follow(request: HttpRequest, number: str) -> HttpResponse:
    initiative = get_object_or_404(sent(), number=number)
    follow_case(initiative, by=person(request), at=timezone.now())
    messages.success(request, _("Du følger nu sagen og får besked, når der sker noget."))
    return redirect(initiative)


@require_POST
def unfollow(request: HttpRequest, number: str) -> HttpResponse:
    initiative = get_object_or_404(sent(), number=number)
    unfollow_case(initiative, by=person(request), at=timezone.now())
    messages.success(request, _("Du følger ikke længere sagen."))
    return redirect(initiative)


def visible(request: HttpRequest):  # type: ignore[no-untyped-def]  # a queryset with a join
    """Sent wishes, and one's own drafts."""
    wishes = Wish.objects.select_related("initiative__unit")
    return wishes.exclude(initiative__stage=Stage.DRAFT) | wishes.filter(wished_by=person(request))
