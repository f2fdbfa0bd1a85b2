"""What managers are told about readiness."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from takt.calculation import wording
from takt.foundation.mail.commands import tell
from takt.foundation.people.models import Person
from takt.governance.clarifying.readiness.models import Inquiry


def tell_asked(inquiry: Inquiry, manager: Person | None, *, at: datetime) -> None:
    if manager is None:
        return
    tell(
        manager,
        subject=_("Er %(unit)s klar til sag %(number)s?"),
        text=_(
            "“%(title)s” kan komme til at ændre hverdagen i %(unit)s. Svar på fem korte spørgsmål senest %(day)s. Er I "
            "pressede, sænker svaret det, planen må lægge på jer."
        ),
        values=_values(inquiry, manager),
        link=address_of(inquiry),
        at=at,
    )


def tell_again(inquiry: Inquiry, manager: Person | None, *, at: datetime) -> None:
    if manager is None:
        return
    tell(
        manager,
        subject=_("Vi mangler dit svar om %(unit)s, sag %(number)s"),
        text=_(
            "Fristen for at svare om parathed til “%(title)s” er %(day)s. Svarer du ikke, står der på sagen, at "
            "vi ikke har fået svar."
        ),
        values=_values(inquiry, manager),
        link=address_of(inquiry),
        at=at,
    )


def address_of(inquiry: Inquiry) -> str:
    return reverse("unit_readiness", args=[inquiry.unit_id])


def _values(inquiry: Inquiry, manager: Person) -> dict[str, object]:
    return {
        "unit": inquiry.unit.name,
        "number": inquiry.initiative.number,
        "title": inquiry.initiative.title,
        "day": wording.day(inquiry.due_date, "en" if manager.language == "en" else "da"),
    }
