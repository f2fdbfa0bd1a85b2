"""Who reads and acts: every view here is behind the door."""

from django.http import HttpRequest

from takt.foundation.people.models import Person


def person(request: HttpRequest) -> Person:
    """Whoever is signed in; middleware lets nobody else come this far."""
    assert isinstance(request.user, Person)  # noqa: S101
    return request.user
