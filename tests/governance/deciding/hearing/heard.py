"""A hearing of the tests, reached by the real commands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from takt.foundation.people.models import Person, Role, RoleHolding, Unit
from takt.governance.deciding.hearing.commands.answer_hearing import answer_hearing
from takt.governance.deciding.hearing.commands.call_hearing import call_hearing
from takt.governance.deciding.hearing.models import Hearing, Party
from takt.governance.flow.models import Initiative
from tests.builders import Cast, build_person, build_unit
from tests.governance.clarifying.cases import taken

TODAY = date(2026, 11, 23)
DUE = TODAY + timedelta(days=14)
QUESTION = "Hvad betyder det for jer, og kan I bakke op?"
REASON = "To enheder har bedt om mere tid."


@dataclass(frozen=True)
class Stage:
    """A case, three units below one area, and those who lead two of them; nobody leads the library."""

    case: Initiative
    north: Unit
    nursing: Unit
    library: Unit
    vibeke: Person
    """Leads home care, north."""
    ulla: Person
    """Leads the area, and so nursing too."""


def set_stage(cast: Cast, now: datetime, title: str = "Skærmbesøg i hjemmeplejen") -> Stage:
    area = Unit.objects.get(name="Ældre og Sundhed")
    whole = area.parent
    assert whole is not None
    return Stage(
        case=taken(cast, now, title),
        north=Unit.objects.get(name="Hjemmeplejen Nord"),
        nursing=build_unit("Sygeplejen", parent=area),
        library=build_unit("Biblioteket", parent=whole),
        vibeke=_leader("Vibeke Storm", Unit.objects.get(name="Hjemmeplejen Nord")),
        ulla=_leader("Ulla Fisker", area),
    )


def _leader(name: str, unit: Unit) -> Person:
    leader = Person.objects.filter(name=name).first() or build_person(name, unit=unit)
    RoleHolding.objects.get_or_create(person=leader, role=Role.UNIT_MANAGER, unit=unit)
    return leader


def hear(cast: Cast, now: datetime, it: Stage, units: Sequence[Unit] = (), due: date = DUE) -> Hearing:
    """By Nadia, who has the case."""
    asked = units or [it.north, it.nursing, it.library]
    return call_hearing(it.case, [QUESTION], asked, due_date=due, by=cast.nadia, at=now)


def party_of(hearing: Hearing, unit: Unit) -> Party:
    return Party.objects.select_related("hearing__initiative", "unit").get(hearing=hearing, unit=unit)


def say(
    hearing: Hearing, unit: Unit, stance: str, text: str = "", *, by: Person, at: datetime, said_by: str = ""
) -> Party:
    party = party_of(hearing, unit)
    return answer_hearing(party, stance, text, said_by=said_by, edition=party.edition, by=by, at=at)
