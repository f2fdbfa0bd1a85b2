"""What would change if a computed plan were published; and put it forward."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from takt.foundation.refusals import Refused
from takt.governance.planning.models import PlanRun
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.publishing import rules
from takt.governance.planning.publishing.commands.propose_plan import propose_plan
from takt.governance.planning.publishing.forms import ProposeForm
from takt.governance.planning.publishing.moves import moves_between
from takt.governance.planning.publishing.pages.showing import changes
from takt.governance.planning.publishing.queries import open_proposal, publication_in_force
from takt.governance.planning.queries import runs


@require_safe
def moves(request: SignedInRequest, pk: int) -> HttpResponse:
    return _page(request, _computed(pk), ProposeForm())


@require_POST
def propose(request: SignedInRequest, pk: int) -> HttpResponse:
    run, form = _computed(pk), ProposeForm(request.POST)
    if not form.is_valid():
        return _page(request, run, form)
    try:
        made = propose_plan(run, note=form.cleaned_data["note"], by=request.user, at=timezone.now())
    except Refused as no:
        return _page(request, run, form, no)
    return redirect(made)


def _computed(pk: int) -> PlanRun:
    return get_object_or_404(runs().filter(recorded_at__isnull=False), pk=pk)


def _page(
    request: SignedInRequest, run: PlanRun, form: ProposeForm, refused: Refused | None = None
) -> HttpResponse:
    publication, waiting = publication_in_force(), open_proposal()
    before = publication.run if publication and publication.run_id != run.pk else None
    is_in_force = publication is not None and publication.run_id == run.pk
    context = {
        "form": form,
        "publication": publication,
        "is_in_force": is_in_force,
        "waiting": waiting,
        "refusal": refused.refusal if refused else None,
        "why_not": rules.why_not_propose(
            request.user, run, in_force=publication.run if publication else None, already=waiting
        ),
    }
    if not is_in_force:
        context |= changes(moves_between(before, run), before, run, request.GET)
    return render(
        request,
        "publishing/moves.html",
        context | {"run": run},
        status=refused.refusal.status if refused else 200,
    )
