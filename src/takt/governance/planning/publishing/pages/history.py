"""Every plan that has been in force, and every proposal."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from takt.governance.planning.pages.request import SignedInRequest
from takt.governance.planning.publishing.queries import proposals, publication_in_force

PER_PAGE = 25


@require_safe
def publications_page(request: SignedInRequest) -> HttpResponse:
    page = Paginator(proposals().defer("moves"), PER_PAGE).get_page(request.GET.get("side"))
    return render(request, "publishing/history.html", {"page": page, "in_force": publication_in_force()})
