"""Add and change members, what they know, who stands in, and the day they leave."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from takt.foundation.refusals import Refused, refuse_if
from takt.governance.clarifying.network import queries, rules
from takt.governance.clarifying.network.commands.add_member import add_member
from takt.governance.clarifying.network.commands.change_member import change_member
from takt.governance.clarifying.network.commands.describe_knowledge import describe_knowledge
from takt.governance.clarifying.network.commands.hand_over import hand_over
from takt.governance.clarifying.network.commands.name_substitute import name_substitute
from takt.governance.clarifying.network.forms import (
    HandOverForm,
    MemberForm,
    SubstituteForm,
    TermsForm,
    first_terms,
)
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.network.pages.reading import show_member
from takt.governance.clarifying.network.terms import written_apart
from takt.governance.clarifying.pages.deeds import person


@require_http_methods(["GET", "POST"])
def new_member(request: HttpRequest) -> HttpResponse:
    by, today = person(request), timezone.localdate()
    refuse_if(rules.why_not_lead(by))
    initial = first_terms(request.GET.get("enhed", ""), today)
    form, refusal = MemberForm(request.POST or None, initial=initial), None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            knows = written_apart(given["knows"])
            added = add_member(given["person"], form.terms(), knows=knows, by=by, at=timezone.now())
        except Refused as refused:
            refusal = refused.refusal
        else:
            messages.success(request, _("%(person)s er nu med i netværket.") % {"person": given["person"]})
            return redirect(added)
    status = refusal.status if refusal else 422 if request.method == "POST" else 200
    return render(request, "network/new_member.html", {"form": form, "refusal": refusal}, status=status)


@require_POST
def edit_member(request: HttpRequest, pk: int) -> HttpResponse:
    membership, form = _member(pk), TermsForm(request.POST)
    if not form.is_valid():
        refuse_if(rules.why_not_lead(person(request)))
        return show_member(request, membership, status=422, terms_form=form)
    edition = form.cleaned_data["edition"] or 0
    change_member(membership, form.terms(), edition=edition, by=person(request), at=timezone.now())
    messages.success(request, _("Medlemskabet er ændret."))
    return redirect(membership)


@require_POST
def knowledge(request: HttpRequest, pk: int) -> HttpResponse:
    membership = _member(pk)
    describe_knowledge(
        membership,
        written_apart(request.POST.get("fields", "")[:2_000]),
        seen=written_apart(request.POST.get("seen", "")[:2_000]),
        by=person(request),
        at=timezone.now(),
    )
    messages.success(request, _("Vidensområderne er gemt."))
    return redirect(membership)


@require_POST
def substitute(request: HttpRequest, pk: int) -> HttpResponse:
    membership = _member(pk)
    form = SubstituteForm(request.POST, membership=membership)
    if not form.is_valid():
        refuse_if(rules.why_not_edit(membership, person(request)))
        return show_member(request, membership, status=422, substitute_form=form)
    given = form.cleaned_data
    name_substitute(
        membership,
        given["substitute"],
        form.absence(),
        edition=given["edition"],
        by=person(request),
        at=timezone.now(),
    )
    messages.success(request, _("Stedfortræderen er gemt."))
    return redirect(membership)


@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    membership = _member(pk)
    form = HandOverForm(request.POST, membership=membership)
    if not form.is_valid():
        refuse_if(rules.why_not_lead(person(request)))
        return show_member(request, membership, status=422, hand_over_form=form)
    given = form.cleaned_data
    went = hand_over(
        membership,
        given["to"],
        given["reason"],
        edition=given["edition"],
        by=person(request),
        at=timezone.now(),
    )
    cases = went.get("cases", 0)
    messages.success(
        request,
        ngettext(
            "Én sag er gået til %(to)s, og medlemskabet er slut.",
            "%(count)d sager er gået til %(to)s, og medlemskabet er slut.",
            cases,
        )
        % {"count": cases, "to": given["to"]},
    )
    return redirect(membership)


def _member(pk: int) -> Membership:
    return get_object_or_404(queries.member(pk, timezone.localdate()))
