"""The digitalisation network of Fjordby: who joined when, what they know, and who has left. Invented."""

import csv
import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from takt.foundation.people.models import Person, Role, RoleHolding, Unit
from takt.governance.clarifying.network.commands.add_member import add_member
from takt.governance.clarifying.network.commands.change_member import change_member
from takt.governance.clarifying.network.commands.hand_over import hand_over
from takt.governance.clarifying.network.commands.name_substitute import name_substitute
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.network.terms import Absence, Terms, terms_of, written_apart
from takt.interfaces.demonstration.history import COPENHAGEN, LATEST

FJORDBY = Path(__file__).parents[1] / "fjordby"
_NAMES = uuid.UUID("6f1b2c9e-2f5a-4a39-9d0e-3c8f6a1d7b42")
LEFT = (
    ("susanne", "morten", "Fratræder for at arbejde i en anden kommune (opdigtet)."),
    ("lise", "fatma", "Får nye opgaver i borgerservice og træder ud af netværket (opdigtet)."),
)
"""Who left, who got everything, and why. Nobody has taken their place, so two areas are silent."""
LEAVES_SOON, LAST_DAY = "trine", date(2026, 12, 31)
AWAY, STANDS_IN = "mette", "lone"
ABSENCE = Absence(date(2026, 11, 23), date(2026, 12, 6))


def begin_network(units: Mapping[str, Unit], people: Sequence[Person]) -> None:
    """Before the first wish: those who were there from the beginning."""
    _join(units, people, before=LATEST)


def continue_network(units: Mapping[str, Unit], people: Sequence[Person]) -> None:
    """After the last wish: some leave, some join, one is away and one will stop."""
    at, by = datetime.combine(LATEST, time(16, 15), COPENHAGEN), _coordinator(people)
    known = _by_name(people)
    for leaver, heir, reason in LEFT:
        membership = Membership.objects.get(person=known[leaver])
        hand_over(membership, known[heir], reason, edition=membership.edition, by=by, at=at)
    _join(units, people, before=LATEST + timedelta(days=1))
    soon = Membership.objects.select_related("unit").get(person=known[LEAVES_SOON])
    terms = terms_of(soon)
    until = Terms(terms.unit, terms.kind, terms.from_date, LAST_DAY)
    change_member(soon, until, edition=soon.edition, by=by, at=at)
    away = Membership.objects.get(person=known[AWAY])
    name_substitute(away, known[STANDS_IN], ABSENCE, edition=away.edition, by=known[AWAY], at=at)


def _join(units: Mapping[str, Unit], people: Sequence[Person], *, before: date) -> None:
    """Each on their day, unless they have joined already."""
    by, known = _coordinator(people), _by_name(people)
    with (FJORDBY / "network.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            person, day = known[row["email"]], date.fromisoformat(row["joined"])
            if day >= before or Membership.objects.filter(person=person).exists():
                continue
            terms = Terms(units[row["unit"]], row["kind"], day)
            at = datetime.combine(day, time(16, 15), COPENHAGEN)
            add_member(person, terms, knows=written_apart(row["knows"]), by=by, at=at)


def load_managers(units: Mapping[str, Unit]) -> None:
    """Who answers for a unit in a hearing; some of them sit in the bodies already."""
    with (FJORDBY / "unit_managers.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            email = f"{row['email']}@fjordby.example"
            manager = Person.objects.filter(email=email).first() or Person.objects.create_user(
                email,
                name=row["name"],
                job_title=row["job_title"],
                unit=units[row["unit"]],
                pseudonym=uuid.uuid5(_NAMES, email),
            )
            RoleHolding.objects.get_or_create(person=manager, role=Role.UNIT_MANAGER, unit=units[row["unit"]])


def _by_name(people: Sequence[Person]) -> dict[str, Person]:
    return {person.email.split("@", maxsplit=1)[0]: person for person in people}


def _coordinator(people: Sequence[Person]) -> Person:
    return next(person for person in people if person.holds(Role.COORDINATOR))
