"""How Fjordby decides: first a steering group, then the model that is in force. Invented, as the people are."""

import csv
import uuid
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.utils import timezone

from takt.calculation.governance_path import Level, Mandate, Scope
from takt.foundation.people.models import Person, Role, Unit
from takt.governance.deciding.commands.adopt_model import adopt_model
from takt.governance.deciding.commands.begin_draft import begin_draft
from takt.governance.deciding.commands.close_body import close_body
from takt.governance.deciding.commands.save_body import save_body
from takt.governance.deciding.models import SeatRole
from takt.governance.deciding.queries import draft
from takt.governance.deciding.terms import BodyTerms, SeatTerms

PEOPLE = Path(__file__).parents[1] / "fjordby" / "governance_people.csv"
_NAMES = uuid.UUID("6f1b2c9e-2f5a-4a39-9d0e-3c8f6a1d7b42")
_COPENHAGEN = ZoneInfo("Europe/Copenhagen")
FIRST = datetime(2024, 2, 5, 9, 30, tzinfo=_COPENHAGEN)
SECOND = datetime(2024, 6, 17, 13, 15, tzinfo=_COPENHAGEN)
WHY_FIRST = "Direktionen samler digitale sager i én styregruppe. Besluttet 30. januar 2024 (opdigtet)."
WHY_SECOND = (
    "Styregruppen blev en flaskehals. Netværket kvalificerer nu, Teknologirådet anbefaler tværgående sager, og "
    "store sager går til Økonomiudvalget. Besluttet af direktionen 11. juni 2024 (opdigtet)."
)

CHAIR, SECRETARY, MEMBER = SeatRole.CHAIR, SeatRole.SECRETARY, SeatRole.MEMBER
Seats = dict[str, SeatRole]

STEERING_GROUP = BodyTerms(
    "Styregruppen for digitalisering",
    purpose="Beslutter alle digitale sager, som ét område ikke selv kan holde.",
    cadence="hver anden måned",
    weeks_between=9,
    quorum=2,
    mandates=(Mandate(Level.DECIDE, Scope.BOTH, 2_000_000, 400_000),),
)
STEERING_SEATS: Seats = {
    "poul.erik.juhl": CHAIR,
    "nadia": SECRETARY,
    "lene.abildtrup": MEMBER,
    "troels": MEMBER,
}

NETWORK = BodyTerms(
    "Digitaliseringsnetværket",
    purpose="Kvalificerer ønsker med viden fra alle områder, og beslutter det helt små lokalt.",
    cadence="hver anden onsdag",
    weeks_between=2,
    quorum=3,
    position=1,
    mandates=(
        Mandate(Level.DECIDE, Scope.LOCAL, 100_000, 25_000),
        Mandate(Level.QUALIFY, Scope.BOTH),
    ),
)
NETWORK_SEATS: Seats = {
    "nadia": CHAIR,
    "morten": SECRETARY,
    "fatma": MEMBER,
    "mette": MEMBER,
    "bo": MEMBER,
    "lise": MEMBER,
    "anders": MEMBER,
}
COUNCIL = BodyTerms(
    "Teknologirådet",
    purpose="Ledere fra alle områder, som kvalificerer og anbefaler tværgående sager over for Direktionen.",
    cadence="den første torsdag i måneden",
    weeks_between=4,
    quorum=4,
    position=2,
    mandates=(
        Mandate(Level.DECIDE, Scope.LOCAL, 1_000_000, 250_000),
        Mandate(Level.DECIDE, Scope.CROSS_CUTTING, 500_000, 100_000),
        Mandate(Level.RECOMMEND, Scope.BOTH),
    ),
)
COUNCIL_SEATS: Seats = {
    "troels": CHAIR,
    "nadia": SECRETARY,
    "poul.erik.juhl": MEMBER,
    "merete.frandsen": MEMBER,
    "jannik.bro": MEMBER,
    "vibeke": MEMBER,
}
BOARD = BodyTerms(
    "Direktionen",
    purpose="Leder kommunens administration, og beslutter de større digitale sager.",
    cadence="hver tirsdag",
    weeks_between=1,
    quorum=3,
    position=3,
    mandates=(Mandate(Level.DECIDE, Scope.BOTH, 5_000_000, 1_000_000), Mandate(Level.RECOMMEND, Scope.BOTH)),
)
BOARD_SEATS: Seats = {
    "birgit": CHAIR,
    "kirsten.holmgaard": MEMBER,
    "soeren.vestergaard": MEMBER,
    "lene.abildtrup": MEMBER,
    "jens.kvist": MEMBER,
}
COMMITTEE = BodyTerms(
    "Økonomiudvalget",
    purpose="Byrådets udvalg for økonomien. Beslutter de sager, der binder mange penge i mange år.",
    cadence="den tredje onsdag i måneden",
    weeks_between=4,
    quorum=3,
    position=4,
    mandates=(Mandate(Level.DECIDE, Scope.BOTH),),
)
COMMITTEE_SEATS: Seats = {
    "else.quist": CHAIR,
    "birgit": SECRETARY,
    "rasmus.dahl": MEMBER,
    "aase.mikkelsen": MEMBER,
    "hassan.omar": MEMBER,
    "tove.lindegaard": MEMBER,
}
IN_FORCE = (
    (NETWORK, NETWORK_SEATS),
    (COUNCIL, COUNCIL_SEATS),
    (BOARD, BOARD_SEATS),
    (COMMITTEE, COMMITTEE_SEATS),
)


def load_governance() -> None:
    """Both models, before the first wish; after the units and people of Fjordby."""
    coordinator = _welcome()
    begin_draft(by=coordinator)
    first = save_body(_seated(STEERING_GROUP, STEERING_SEATS, FIRST), by=coordinator)
    _adopt(coordinator, WHY_FIRST, FIRST)
    begin_draft(by=coordinator)
    close_body(first.key, edition=first.edition, by=coordinator)
    _write_in_force(coordinator, SECOND)
    _adopt(coordinator, WHY_SECOND, SECOND)


def _write_in_force(coordinator: Person, at: datetime) -> None:
    for terms, seats in IN_FORCE:
        save_body(_seated(terms, seats, at), by=coordinator)


def _adopt(coordinator: Person, reason: str, at: datetime) -> None:
    begun = draft()
    assert begun is not None  # noqa: S101 - it was begun just before
    adopt_model(
        edition=begun.edition, reason=reason, in_force_from=timezone.localdate(at), by=coordinator, at=at
    )


def _seated(terms: BodyTerms, seats: Seats, at: datetime) -> BodyTerms:
    people = {person.email.split("@", maxsplit=1)[0]: person for person in _people(seats)}
    first = timezone.localdate(at)
    return BodyTerms(
        terms.name,
        terms.purpose,
        terms.cadence,
        terms.weeks_between,
        terms.quorum,
        terms.position,
        terms.mandates,
        tuple(_seat(people[name], role, first) for name, role in seats.items() if name in people),
    )


def _seat(person: Person, role: SeatRole, first: date) -> SeatTerms:
    return SeatTerms(person.pk, person.name, role, first)


def _people(seats: Seats) -> list[Person]:
    return list(Person.objects.filter(email__in=[f"{name}@fjordby.example" for name in seats]))


def _welcome() -> Person:
    """Directors and politicians, whom nothing else in Fjordby needs; and the coordinator, who enters the model."""
    units = {unit.name: unit for unit in Unit.objects.all()}
    with PEOPLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            email = f"{row['email']}@fjordby.example"
            if not Person.objects.filter(email=email).exists():
                Person.objects.create_user(
                    email,
                    name=row["name"],
                    job_title=row["job_title"],
                    unit=units.get(row["unit"]),
                    pseudonym=uuid.uuid5(_NAMES, email),
                )
    return Person.objects.filter(role_holdings__role=Role.COORDINATOR).order_by("id")[0]
