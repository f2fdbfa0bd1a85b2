"""What every page needs: the name of the municipality, the menu and whether this is a demonstration."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Role, RoleHolding


def shell(request: HttpRequest) -> dict[str, Any]:
    return {
        "municipality": settings.MUNICIPALITY,
        "is_demonstration": settings.DEMO,
        "menu": SimpleLazyObject(lambda: menu(request)),
    }


def menu(request: HttpRequest) -> list[dict[str, Any]]:
    """The main menu; an entry is current when the address lies below it."""
    path, reader = request.path, request.user
    network = (_("Netværk"), reverse("network"), path.startswith(reverse("network")))
    entries = [
        (_("Overblik"), reverse("overview"), path == reverse("overview")),
        (_("Ønsker"), reverse("wishes"), path.startswith((reverse("wishes"), "/sag/", "/hoeringer/"))),
        (_("Mine opgaver"), reverse("tasks"), path.startswith(reverse("tasks"))),
        (_("Møder"), reverse("meetings"), path.startswith(reverse("meetings"))),
        (_("Plan"), reverse("plan"), path.startswith(reverse("plan"))),
        *([network] if isinstance(reader, Person) and concerns_network(reader) else []),
        (_("Strategi og lov"), reverse("strategies"), path.startswith(reverse("strategies"))),
        (_("Systemer"), reverse("systems"), path.startswith(reverse("systems"))),
        (_("Styring"), reverse("governance"), path.startswith(reverse("governance"))),
    ]
    return [{"title": title, "url": url, "is_current": current} for title, url, current in entries]


def concerns_network(reader: Person) -> bool:
    """A municipality need not have a network; those who could begin one are shown where."""
    return (
        reader.holds(Role.COORDINATOR, Role.ADMINISTRATOR)
        or RoleHolding.objects.filter(role=Role.NETWORK_MEMBER).exists()
    )
