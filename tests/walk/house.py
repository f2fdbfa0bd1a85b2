"""A small municipality to walk about in: people, two bodies with mandates, a network, and cases at several stages."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from takt.calculation.governance_path import Level, Mandate
from takt.foundation.people.models import Person, Role, RoleHolding
from takt.governance.clarifying.scoring.commands.adopt_criteria import adopt_criteria
from takt.governance.clarifying.scoring.commands.begin_criteria import begin_criteria
from takt.governance.deciding.commands.adopt_model import adopt_model
from takt.governance.deciding.commands.begin_draft import begin_draft
from takt.governance.deciding.commands.save_body import save_body
from takt.governance.deciding.commands.send_on import send_on
from takt.governance.deciding.meetings.commands.call_meetings import call_meetings
from takt.governance.deciding.models import Body, SeatRole
from takt.governance.deciding.queries import draft
from takt.governance.deciding.terms import BodyTerms, SeatTerms
from tests.builders import Cast, build_person, build_unit, gather_cast
from tests.governance.clarifying.cases import clarified, sent, taken
from tests.governance.clarifying.network.members import build_member

COUNCIL, BOARD = "teknologiraadet", "direktionen"


@dataclass(frozen=True)
class House:
    cast: Cast
    begun_at: datetime
    mette: Person
    lone: Person
    """Both in the network."""
    vibeke: Person
    """Leads the unit that wishes."""

    @property
    def network(self) -> list[Person]:
        """As they are now: their roles come and go."""
        members = Person.objects.in_bulk([self.mette.pk, self.lone.pk])
        return [self.cast.nadia, members[self.mette.pk], members[self.lone.pk]]

    @property
    def people(self) -> list[Person]:
        """Anybody may try anything, Charlie too."""
        cast = self.cast
        return [*self.network, cast.anna, self.vibeke, cast.troels, cast.birgit, cast.erik, cast.charlie]


def build_house(now: datetime) -> House:
    """The council recommends everything and decides the small; the board decides."""
    cast = gather_cast()
    adopt_bodies(cast, now)
    vibeke = build_person("Vibeke Storm", unit=cast.anna.unit)
    RoleHolding.objects.create(person=vibeke, role=Role.UNIT_MANAGER, unit=cast.anna.unit)
    members = [build_member(cast, now, name, build_unit()).person for name in ("Mette Bach", "Lone Skov")]
    assert members[0] is not None
    assert members[1] is not None
    begun = begin_criteria(COUNCIL, by=cast.nadia)
    adopt_criteria(COUNCIL, edition=begun.edition, reason="Besluttet", by=cast.nadia, at=now)
    for title in ("Talegenkendelse", "Sensorer i affaldsbeholdere"):
        send_on(clarified(cast, now, title), by=cast.nadia, at=now)
    taken(cast, now, "Smartere kørsel")
    sent(cast, now, "Fælles kalender")
    for body in Body.objects.all():
        call_meetings(
            body, [now + timedelta(days=days) for days in (9, 30)], items_due_days=0, by=cast.nadia, at=now
        )
    return House(cast, now, members[0], members[1], vibeke)


def adopt_bodies(cast: Cast, now: datetime) -> None:
    begin_draft(by=cast.nadia)
    small = Mandate(Level.DECIDE, investment_limit_dkk=100_000, running_limit_dkk=0)
    for name, chair, mandates in (
        ("Teknologirådet", cast.troels, (small, Mandate(Level.RECOMMEND))),
        ("Direktionen", cast.birgit, (Mandate(Level.DECIDE),)),
    ):
        roles = {chair: SeatRole.CHAIR, cast.nadia: SeatRole.SECRETARY, cast.erik: SeatRole.MEMBER}
        seats = tuple(SeatTerms(one.pk, one.name, role, now.date()) for one, role in roles.items())
        save_body(BodyTerms(name, quorum=2, position=9, mandates=mandates, seats=seats), by=cast.nadia)
    begun = draft()
    assert begun is not None
    adopt_model(edition=begun.edition, reason="Besluttet", in_force_from=now.date(), by=cast.nadia, at=now)
