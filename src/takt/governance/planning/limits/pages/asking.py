"""What the pages of the limits have in common."""

from django.http import Http404, HttpRequest
from django.utils import timezone

from takt.foundation.people.models import Person
from takt.governance.planning.limits.addresses import LIMITS
from takt.governance.planning.models import LimitKind
from takt.governance.planning.question import default_first_month


def person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 - every view here is behind the door
    return request.user


def limit_of(slug: str) -> LimitKind:
    if slug not in LIMITS:
        raise Http404
    return LIMITS[slug]


def budget_year() -> int:
    """The year in which a plan asked for today begins; frames are laid for it and three more."""
    return default_first_month(timezone.localdate()).year
