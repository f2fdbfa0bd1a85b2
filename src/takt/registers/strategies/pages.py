"""Strategi: what the municipality works under, with the goals a case may serve."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from takt.registers.strategies.models import Goal, Strategy

PER_PAGE = 30


@require_GET
def strategies(request: HttpRequest) -> HttpResponse:
    page = Paginator(Strategy.objects.prefetch_related("goals"), PER_PAGE).get_page(request.GET.get("side"))
    context = {"page": page, "goals": Goal.objects.count()}
    return render(request, "strategies/strategies.html", context)
