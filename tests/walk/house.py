"""A small municipality to walk about in: its people, two bodies with mandates, and cases at several stages."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from takt.calculation.governance_path import Level, Mandate
from takt.foundation.people.models import Person
from takt.governance.deciding.commands.adopt_model import adopt_model
from takt.governance.deciding.commands.begin_draft import begin_draft
from takt.governance.deciding.commands.save_body import save_body
from takt.governance.deciding.commands.send_on import send_on
from takt.governance.deciding.meetings.commands.call_meetings import call_meetings
from takt.governance.deciding.models import Body, SeatRole
from takt.governance.deciding.queries import draft
from takt.governance.deciding.terms import BodyTerms, SeatTerms
from tests.builders import Cast, gather_cast
from tests.governance.clarifying.cases import clarified, sent, taken


@dataclass(frozen=True)
class House:
    cast: Cast
    begun_at: datetime

    @property
    def people(self) -> list[Person]:
        """Anybody may try anything, Charlie too."""
        cast = self.cast
        return [cast.anna, cast.nadia, cast.troels, cast.birgit, cast.erik, cast.charlie]


def build_house(now: datetime) -> House:
    """The council recommends everything and decides the small; the board decides."""
    cast = gather_cast()
    begin_draft(by=cast.nadia)
    small = Mandate(Level.DECIDE, investment_limit_dkk=100_000, running_limit_dkk=0)
    for terms in (
        BodyTerms("Teknologirådet", quorum=2, mandates=(small, Mandate(Level.RECOMMEND))),
        BodyTerms("Direktionen", quorum=2, mandates=(Mandate(Level.DECIDE),)),
    ):
        seats = tuple(
            SeatTerms(person.pk, person.name, role, now.date())
            for person, role in (
                (cast.troels if terms.name == "Teknologirådet" else cast.birgit, SeatRole.CHAIR),
                (cast.nadia, SeatRole.SECRETARY),
                (cast.erik, SeatRole.MEMBER),
            )
        )
        save_body(
            BodyTerms(terms.name, quorum=2, position=9, mandates=terms.mandates, seats=seats), by=cast.nadia
        )
    begun = draft()
    assert begun is not None
    adopt_model(edition=begun.edition, reason="Besluttet", in_force_from=now.date(), by=cast.nadia, at=now)
    for title in ("Talegenkendelse", "Sensorer i affaldsbeholdere"):
        send_on(clarified(cast, now, title), by=cast.nadia, at=now)
    taken(cast, now, "Smartere kørsel")
    sent(cast, now, "Fælles kalender")
    for body in Body.objects.all():
        call_meetings(
            body, [now + timedelta(days=days) for days in (9, 30)], items_due_days=0, by=cast.nadia, at=now
        )
    return House(cast, now)
