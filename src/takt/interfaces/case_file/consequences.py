"""Følger af et ja: what the case would do to the newest plan, reckoned beside the page, not before it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from takt.foundation.people.models import Person
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.governance.planning.consequences import consequences_of
from takt.interfaces.case_file.queries import readable_initiative

UNDECIDED = (Stage.CLARIFYING, Stage.RECOMMENDED)
"""Only here is a yes still to be said."""


def asks_for_consequences(initiative: Initiative) -> bool:
    return initiative.stage in UNDECIDED and hasattr(initiative, "estimate")


@require_GET
def consequences_page(request: HttpRequest, number: str) -> HttpResponse:
    """A page by itself; the case file takes the section out of it once it is shown."""
    reader = request.user
    assert isinstance(reader, Person)  # noqa: S101 - every view here is behind the door
    initiative = readable_initiative(number, reader=reader)
    context = {"initiative": initiative, "consequences": consequences_of(initiative, timezone.now())}
    return render(request, "case_file/consequences.html", context)
