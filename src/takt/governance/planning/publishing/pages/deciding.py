"""A proposal: what it would change, who may decide it, and what they decided."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from takt.foundation.refusals import Refusal, Refused
from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.publishing import rules
from takt.governance.planning.publishing.commands.decline_plan import decline_plan
from takt.governance.planning.publishing.commands.publish_plan import publish_plan
from takt.governance.planning.publishing.commands.withdraw_plan_proposal import withdraw_plan_proposal
from takt.governance.planning.publishing.forms import DeclineForm, PublishForm
from takt.governance.planning.publishing.models import Proposal, ProposalState
from takt.governance.planning.publishing.moves import read_moves
from takt.governance.planning.publishing.pages.showing import changes
from takt.governance.planning.publishing.queries import (
    deciders,
    facts_of,
    may_run,
    meeting_of,
    proposals,
    publication_in_force,
)
from takt.governance.planning.publishing.rules import Decider


@require_safe
def proposal(request: SignedInRequest, pk: int) -> HttpResponse:
    return _page(request, get_object_or_404(proposals(), pk=pk))


@require_POST
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(proposals(), pk=pk)
    withdraw_plan_proposal(held, by=request.user, at=timezone.now())
    return redirect(held)


@require_POST
def publish(request: SignedInRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(proposals(), pk=pk)
    form = PublishForm(request.POST, _own(request, _deciders(held)), timezone.localdate())

    def act(said: dict[str, Any]) -> None:
        publish_plan(held, said.pop("body"), **said, by=request.user, at=timezone.now())

    return _acted(request, held, form, act, publishing=form)


@require_POST
def decline(request: SignedInRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(proposals(), pk=pk)
    form = DeclineForm(
        request.POST, _own(request, _deciders(held)), timezone.localdate(), auto_id="id_nej_%s"
    )

    def act(said: dict[str, Any]) -> None:
        decline_plan(held, said.pop("body"), **said, by=request.user, at=timezone.now())

    return _acted(request, held, form, act, declining=form)


def _acted(
    request: SignedInRequest,
    held: Proposal,
    form: PublishForm | DeclineForm,
    act: Callable[[dict[str, Any]], None],
    **forms: Any,
) -> HttpResponse:
    """Whoever has no seat is refused whatever they wrote; otherwise what was written is kept on the page."""
    if not form.fields["body"].choices:  # type: ignore[attr-defined]
        everybody = _deciders(held)
        refusal = rules.why_not_decide(held, {}, everybody, request.POST.get("body", ""))
        assert refusal is not None  # noqa: S101 - without a seat nobody decides
        raise Refused(refusal)
    if not form.is_valid():
        return _page(request, held, **forms)
    try:
        act(dict(form.cleaned_data))
    except Refused as no:
        return _page(request, held, refusal=no.refusal, **forms)
    return redirect(held)


def _deciders(held: Proposal) -> list[Decider]:
    return deciders(facts_of(held.run), timezone.now())


def _own(request: SignedInRequest, everybody: list[Decider]) -> list[Any]:
    """The bodies for which the reader may write a decision down, those whose mandate reaches first."""
    seats = may_run(request.user, timezone.now())
    mine = [one for one in everybody if one.body.key in seats]
    return [one.body for one in sorted(mine, key=lambda one: not one.may_decide)]


def _page(
    request: SignedInRequest,
    held: Proposal,
    *,
    refusal: Refusal | None = None,
    publishing: PublishForm | None = None,
    declining: DeclineForm | None = None,
) -> HttpResponse:
    today, context = (
        timezone.localdate(),
        changes(read_moves(held.moves), held.against, held.run, request.GET),
    )
    context |= {"proposal": held, "refusal": refusal, "in_force": publication_in_force()}
    if held.state == ProposalState.OPEN:
        facts = facts_of(held.run)
        everybody = deciders(facts, timezone.now())
        mine = _own(request, everybody)
        context |= {
            "everybody": everybody,
            "amounts": rules.in_amounts(facts) if facts else None,
            "who_can": rules.who_can(everybody),
            "publishing": publishing or (PublishForm(None, mine, today) if mine else None),
            "declining": declining or (DeclineForm(None, mine, today, auto_id="id_nej_%s") if mine else None),
            "is_declining": declining is not None,
            "why_not_withdraw": rules.why_not_withdraw(request.user, held),
        }
    elif held.body is not None and held.decided_on is not None:
        context["meeting"] = meeting_of(held.body, held.decided_on)
    return render(request, "publishing/proposal.html", context, status=refusal.status if refusal else 200)
