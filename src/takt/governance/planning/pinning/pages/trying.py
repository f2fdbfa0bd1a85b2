"""The answer to a start that is tried: a page of its own, or just the answer for the script that drags."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from takt.calculation.planner.problem import Month
from takt.foundation.design.templatetags.takt import language
from takt.foundation.refusals import Refusal
from takt.governance.planning.limits.months import month_of, month_said
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.pinning import rules
from takt.governance.planning.pinning.queries import active_pins
from takt.governance.planning.pinning.trying import TriedStart, try_start


@require_safe
def try_page(request: SignedInRequest) -> HttpResponse:
    """``oenske`` and ``maaned`` in the address; without a month, where it starts in the plan.

    ``plan``: the one that the reader looks at, so that it can be said when there is a newer.
    """
    number = request.GET.get("oenske", "")
    if not number:
        return redirect("plan")
    tried = tried_or_404(number, month_said(request.GET.get("maaned", "")))
    return show(request, tried)


def tried_or_404(number: str, month: Month | None) -> TriedStart:
    tried = try_start(number, month, language())
    if tried is None:
        raise Http404
    return tried


def show(
    request: SignedInRequest, tried: TriedStart, *, reason: str = "", refusal: Refusal | None = None
) -> HttpResponse:
    """``refusal``: of the wish that was just sent, with the ``reason`` it had."""
    pin = active_pins().filter(initiative__number=tried.number).first()
    context = {
        "tried": tried,
        "is_newer": request.GET.get("plan", "") not in {"", str(tried.plan)},
        "pin": pin,
        "pin_month": month_of(pin.month) if pin else None,
        "why_not": rules.why_not_wish(request.user),
        "refusal": refusal,
        "reason": reason or (pin.reason if pin else ""),
    }
    template = "pinning/tried.html" if request.htmx else "pinning/try.html"
    return render(request, template, context, status=refusal.status if refusal else 200)
