"""Add, change or close a body of the draft."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from takt.foundation.people.naming import known_as
from takt.foundation.refusals import Refusal, Refused, refuse_if
from takt.governance.asking.pages.reader import person
from takt.governance.deciding import rules
from takt.governance.deciding.commands.close_body import close_body
from takt.governance.deciding.commands.save_body import save_body
from takt.governance.deciding.forms import BodyForm, MandateForms, SeatForms, body_terms_of
from takt.governance.deciding.models import Body, ModelVersion
from takt.governance.deciding.pages.showing import shown_body
from takt.governance.deciding.queries import Areas, areas, bodies_of, draft
from takt.governance.deciding.terms import BodyTerms, body_terms


@require_http_methods(["GET", "POST"])
def edit_body(request: HttpRequest, key: str = "") -> HttpResponse:
    by, version = person(request), draft()
    refuse_if(rules.why_not_change(version, by))
    assert version is not None  # noqa: S101 - why_not_change has seen to it
    paper = Paper.lay_out(version, key, areas(), request)
    if request.method == "POST" and paper.is_valid():
        try:
            body = save_body(paper.terms(), key=key, edition=paper.edition, by=by)
        except Refused as refused:
            return _again(request, paper, refused.refusal)
        messages.success(request, _("%(body)s er gemt i kladden.") % {"body": body.name})
        if "more" in request.POST:
            return redirect("edit_governance_body", key=body.key)
        return redirect("governance_draft")
    status = 422 if request.method == "POST" else 200
    return render(request, "deciding/edit_body.html", paper.context(), status=status)


def _again(request: HttpRequest, paper: "Paper", refusal: Refusal) -> HttpResponse:
    """What was written is kept beside what another wrote, so that nobody's work is lost; saving again is a choice."""
    if paper.body is not None:
        paper.form.data = {**request.POST.dict(), "edition": paper.body.edition}
    context = paper.context() | {"refusal": refusal, "now": paper.as_stored()}
    return render(request, "deciding/edit_body.html", context, status=refusal.status)


@dataclass
class Paper:
    """The three forms on one page."""

    body: Body | None
    """As it is stored now; None for a new one."""
    form: BodyForm
    mandates: Any
    seats: Any
    areas: Areas

    @classmethod
    def lay_out(cls, version: ModelVersion, key: str, where: Areas, request: HttpRequest) -> "Paper":
        bodies = bodies_of(version)
        body = next((one for one in bodies if one.key == key), None)
        if key and body is None and request.method == "GET":
            raise Http404
        others = [one.name for one in bodies if one.key != key]
        terms = body_terms(body) if body else BodyTerms("", position=len(bodies) + 1)
        place = bodies.index(body) + 1 if body else len(bodies) + 1
        posted = request.POST if request.method == "POST" else None
        initial = first_values(terms) | {"position": place, "edition": body.edition if body else 0}
        return cls(
            body,
            BodyForm(posted, initial=initial, others=others),
            MandateForms(
                posted,
                prefix="mandat",
                initial=[mandate_values(one) for one in terms.mandates],
                form_kwargs={"areas": where.names},
            ),
            SeatForms(posted, prefix="plads", initial=seat_values(body) if body else []),
            where,
        )

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self.mandates.is_valid(), self.seats.is_valid()])

    @property
    def edition(self) -> int:
        return self.form.cleaned_data["edition"] or 0

    def terms(self) -> BodyTerms:
        kept = [
            one
            for one in self.mandates.forms
            if one not in self.mandates.deleted_forms and one.cleaned_data.get("level")
        ]
        return body_terms_of(self.form, kept, self.seats.seats(timezone.localdate()))

    def as_stored(self) -> dict[str, Any] | None:
        if self.body is None:
            return None
        return shown_body(self.body, body_terms(self.body), self.areas.names, timezone.localdate())

    def context(self) -> dict[str, Any]:
        return {"body": self.body, "form": self.form, "mandates": self.mandates, "seats": self.seats}


def first_values(terms: BodyTerms) -> dict[str, Any]:
    return {
        "name": terms.name,
        "purpose": terms.purpose,
        "cadence": terms.cadence,
        "weeks_between": terms.weeks_between,
        "quorum": terms.quorum or None,
    }


def mandate_values(mandate: Any) -> dict[str, Any]:
    return {
        "level": mandate.level.value,
        "scope": mandate.scope.value,
        "investment_limit_dkk": mandate.investment_limit_dkk,
        "running_limit_dkk": mandate.running_limit_dkk,
        "areas": sorted(mandate.areas),
    }


def seat_values(body: Body) -> list[dict[str, Any]]:
    return [
        {
            "person": known_as(seat.person),
            "role": seat.role,
            "from_date": seat.from_date,
            "to_date": seat.to_date,
        }
        for seat in body.seats.all()
        if seat.person
    ]


@require_POST
def close(request: HttpRequest, key: str) -> HttpResponse:
    edition = request.POST.get("edition", "")
    close_body(key, edition=int(edition) if edition.isdecimal() else 0, by=person(request))
    messages.success(request, _("Forummet er taget ud af kladden."))
    return redirect("governance_draft")
