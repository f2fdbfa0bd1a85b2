"""How the people of the demonstration are introduced on its start page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.interfaces.demonstration.reading import cast


@dataclass(frozen=True, slots=True)
class Introduction:
    person: Person
    roles: tuple[str, ...]
    """Empty for someone who is an employee like everyone else."""
    errand: str
    """What this person may want to try."""


def introductions() -> list[Introduction]:
    """The cast in its order; those not loaded, or not allowed in, are left out."""
    order = cast()
    people = (
        Person.objects.filter(email__in=order, is_active=True)
        .select_related("unit")
        .prefetch_related("role_holdings")
    )
    errands = _errands()
    return [
        Introduction(
            person,
            tuple(holding.get_role_display() for holding in person.role_holdings.all()),
            errands.get(person.email.split("@", maxsplit=1)[0], ""),
        )
        for person in sorted(people, key=lambda person: order.index(person.email))
    ]


def _errands() -> dict[str, str]:
    return {
        "anna": _("Skriver et ønske, og ser hvad der skete med de andre."),
        "nadia": _("Følger ønskerne og beregner planen."),
        "troels": _("Læser sager, før rådet mødes."),
        "birgit": _("Ser, om kommunen er inden for rammer og lofter."),
        "erik": _("Følger rammerne og tager tallene med til Excel."),
        "vibeke": _("Ser, hvad der rammer hendes medarbejdere, og hvornår."),
        "jonas": _("Ser, hvad der er i gang, og hvem der venter på ham."),
        "fatma": _("Kender hverdagen i Jobcentret og støtter gode ønsker."),
        "helle": _("Holder øje med lov og frister."),
        "preben": _("Læser sagernes spor og planernes historie."),
        "lis.aagaard": _("Skal svare i en høring og opfylde betingelser, som direktionen har stillet."),
        "bente.hjorth": _("Skal svare på, om hendes enhed er klar til en forandring."),
        "ida": _("Må det samme som en konsulent, når det gælder planen."),
    }
