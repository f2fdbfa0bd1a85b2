"""Keep a tried start as a wish to the planner, and let it go."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.foundation.design.templatetags.takt import month as month_in_words
from takt.foundation.refusals import Refused, refuse_if
from takt.governance.flow.models import Initiative
from takt.governance.planning.limits.months import month_of, month_said
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.pinning import rules
from takt.governance.planning.pinning.commands.pin_start import pin_start
from takt.governance.planning.pinning.commands.withdraw_pin import withdraw_pin
from takt.governance.planning.pinning.models import Pin
from takt.governance.planning.pinning.pages.trying import show, tried_or_404


@require_POST
def keep(request: SignedInRequest, number: str) -> HttpResponse:
    refuse_if(rules.why_not_wish(request.user))
    initiative = get_object_or_404(Initiative.objects.select_related("estimate"), number=number)
    month, reason = month_said(request.POST.get("maaned", "")), request.POST.get("hvorfor", "")
    if month is None:
        return redirect(f"{reverse('try_start')}?oenske={number}")
    try:
        pin_start(initiative, month, reason, seen=_seen(request), by=request.user, at=timezone.now())
    except Refused as no:
        return show(request, tried_or_404(number, month), reason=reason, refusal=no.refusal)
    messages.success(
        request,
        _("Ønsket er givet videre: næste beregning starter %(number)s i %(month)s, hvis det er lovligt.")
        % {"number": number, "month": month_in_words(month)},
    )
    return redirect(f"{reverse('plan')}#fastholdte")


@require_POST
def let_go(request: SignedInRequest, pk: int) -> HttpResponse:
    refuse_if(rules.why_not_wish(request.user))
    pin = withdraw_pin(get_object_or_404(Pin, pk=pk), seen=_seen(request), by=request.user, at=timezone.now())
    messages.success(
        request,
        _("Ønsket om at starte %(number)s i %(month)s er trukket tilbage.")
        % {"number": pin.initiative, "month": month_in_words(month_of(pin.month))},
    )
    return redirect(f"{reverse('plan')}#fastholdte")


def _seen(request: SignedInRequest) -> int:
    """The edition that the person had before them."""
    text = request.POST.get("udgave", "0")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else -1
