"""What else goes when a person is forgotten: free text that can be tied to them. Each room says what it has."""

from collections.abc import Callable

from django.conf import settings
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext as _
from django.utils.translation import override

from takt.foundation.people.models import Person

Forget = Callable[[Person], None]
_rooms: list[Forget] = []


def when_forgotten(function: Forget) -> Forget:
    """Mark what clears a room's words of a person, called in the transaction in which the person goes."""
    _rooms.append(function)
    return function


def forget_everywhere(person: Person) -> None:
    """Rooms are found by each app's ``forgetting`` module."""
    autodiscover_modules("forgetting")
    for forget in _rooms:
        forget(person)


def somebody_forgotten() -> str:
    """In place of a name that was written, in the municipality's language, for it is kept."""
    with override(settings.LANGUAGE_CODE):
        return _("en medarbejder, der er slettet")
