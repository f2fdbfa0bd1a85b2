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
        "menu": menu(request.path),
        "more_menu": SimpleLazyObject(lambda: more_menu(request)),
    }


def menu(path: str) -> list[dict[str, Any]]:
    """What people come for every week; an entry is current when the address lies below it."""
    return [
        _entry(_("Overblik"), "overview", path == reverse("overview") or path.startswith("/venter/")),
        _entry(_("Ønsker"), "wishes", path.startswith((reverse("wishes"), "/sag/", "/hoeringer/"))),
        _entry(_("Mine opgaver"), "tasks", path.startswith(reverse("tasks"))),
        _entry(_("Møder"), "meetings", path.startswith(reverse("meetings"))),
        _entry(_("Plan"), "plan", path.startswith(reverse("plan"))),
    ]


def more_menu(request: HttpRequest) -> list[dict[str, Any]]:
    """What one looks up: who is in the network, what we must know, and how the municipality decides."""
    reader = request.user
    names = [
        *([(_("Netværk"), "network")] if isinstance(reader, Person) and concerns_network(reader) else []),
        (_("Strategi og lov"), "strategies"),
        (_("Systemer"), "systems"),
        (_("Styring"), "governance"),
    ]
    return [_entry(title, name, request.path.startswith(reverse(name))) for title, name in names]


def concerns_network(reader: Person) -> bool:
    """A municipality need not have a network; those who could begin one are shown where."""
    return (
        reader.holds(Role.COORDINATOR, Role.ADMINISTRATOR)
        or RoleHolding.objects.filter(role=Role.NETWORK_MEMBER).exists()
    )


def _entry(title: str, name: str, is_current: bool) -> dict[str, Any]:  # noqa: FBT001
    return {"title": title, "url": reverse(name), "is_current": is_current}
