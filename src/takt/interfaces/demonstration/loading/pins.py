"""Two starts that people in Fjordby have asked the planner to keep: one that it can, and one that it cannot."""

from datetime import datetime

from django.utils import timezone

from takt.foundation.people.models import Person, Role
from takt.governance.flow.models import Initiative
from takt.governance.planning.pinning.commands.pin_start import pin_start
from takt.governance.planning.pinning.models import Pin
from takt.governance.planning.question import default_first_month

PINS = (
    (
        "Digitalt understøttet tidlig opsporing",
        Role.COORDINATOR,
        23,
        "Hjemmeplejen vil have efteråret fri til at lære ferieafløserne op.",
    ),
    (
        "Smart sortering af uarbejdsdygtighedserklæringer",
        Role.DIRECTOR,
        4,
        "Jobcentret vil gerne i gang før sommerferien.",
    ),
)
"""Title, by whom, months after the first of the plan, and why."""


def pin_starts(*, at: datetime) -> None:
    """Before the first plan, so that it says what became of them. A second time nothing happens."""
    if Pin.objects.exists():
        return
    first = default_first_month(timezone.localdate(at))
    for title, role, months, reason in PINS:
        by = Person.objects.filter(role_holdings__role=role, is_active=True).order_by("pk")[0]
        initiative = Initiative.objects.get(title=title)
        pin_start(initiative, first.plus(months), reason, seen=0, by=by, at=at)
