"""The network of the tests, reached by the real commands."""

from datetime import date, datetime

from takt.foundation.people.models import Person, Unit
from takt.governance.clarifying.network.commands.add_member import add_member
from takt.governance.clarifying.network.models import Kind, Membership
from takt.governance.clarifying.network.terms import Terms
from tests.builders import Cast, build_person, build_unit

TODAY = date(2026, 11, 23)
REASON = "Mette skal på barsel fra mandag"


def build_member(
    cast: Cast,
    now: datetime,
    name: str,
    unit: Unit | None = None,
    *,
    kind: str = Kind.SUPER_USER,
    knows: tuple[str, ...] = (),
    first: date = TODAY,
    last: date | None = None,
) -> Membership:
    home = unit or build_unit()
    person = Person.objects.filter(name=name).first() or build_person(name, unit=home)
    return add_member(person, Terms(home, kind, first, last), knows=knows, by=cast.nadia, at=now)


def person_of(membership: Membership) -> Person:
    """As the database knows them now, with the roles they hold now."""
    return Person.objects.get(pk=membership.person_id)
