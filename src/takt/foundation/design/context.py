"""What every page needs: the name of the municipality, the menu and whether this is a demonstration."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _


def shell(request: HttpRequest) -> dict[str, Any]:
    return {
        "municipality": settings.MUNICIPALITY,
        "is_demonstration": settings.DEMO,
        "menu": menu(request.path),
        "more_menu": more_menu(request.path),
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


def more_menu(path: str) -> list[dict[str, Any]]:
    """What one looks up: who is in the network, what we must know, and how the municipality decides."""
    names = (
        (_("Netværk"), "network"),
        (_("Strategi og lov"), "strategies"),
        (_("Systemer"), "systems"),
        (_("Styring"), "governance"),
    )
    return [_entry(title, name, path.startswith(reverse(name))) for title, name in names]


def _entry(title: str, name: str, is_current: bool) -> dict[str, Any]:  # noqa: FBT001
    return {"title": title, "url": reverse(name), "is_current": is_current}
