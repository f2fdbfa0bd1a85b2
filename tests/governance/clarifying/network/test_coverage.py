from datetime import datetime

import pytest

from takt.foundation.people.models import Unit
from takt.governance.clarifying.network.coverage import AreaCover, coverage
from takt.governance.clarifying.network.findings import coverage_finding
from takt.governance.clarifying.network.models import Kind
from takt.governance.clarifying.network.queries import with_people
from tests.builders import Cast, build_unit
from tests.governance.clarifying.network.members import TODAY, build_member

pytestmark = pytest.mark.django_db


def covered() -> dict[str, AreaCover]:
    areas = coverage(list(Unit.objects.all()), list(with_people(TODAY)))
    return {area.area.unit.name: area for area in areas}


def test_an_area_without_anybody_is_silent(cast: Cast) -> None:
    areas = covered()
    assert areas["Ældre og Sundhed"].is_silent
    assert [one.unit.name for one in areas["Ældre og Sundhed"].units] == ["Hjemmeplejen Nord"]
    assert coverage_finding(list(areas.values())) == "Kommunen har ikke noget digitaliseringsnetværk i Takt"


def test_a_unit_has_its_own_or_is_covered_from_above(cast: Cast, now: datetime) -> None:
    area = Unit.objects.get(name="Ældre og Sundhed")
    build_unit("Sygeplejen", parent=area)
    build_member(cast, now, "Mette Lauritsen", Unit.objects.get(name="Hjemmeplejen Nord"))
    before = covered()["Ældre og Sundhed"]
    assert [(one.unit.name, one.state) for one in before.units] == [
        ("Hjemmeplejen Nord", "super_user"),
        ("Sygeplejen", "none"),
    ]
    assert (before.covered, before.is_silent) == (1, False)
    build_member(cast, now, "Lone Bjerg", area, kind=Kind.EXPERT)
    build_member(cast, now, "Tina Hougaard", Unit.objects.get(name="Hjemmeplejen Nord"), kind=Kind.EXPERT)
    after = covered()["Ældre og Sundhed"]
    assert [one.state for one in after.units] == ["both", "above"]
    assert after.silent == []


def test_somebody_who_cannot_sign_in_covers_nothing(cast: Cast, now: datetime) -> None:
    member = build_member(cast, now, "Mette Lauritsen")
    assert member.person is not None
    member.person.is_active = False
    member.person.save()
    assert covered()["Ældre og Sundhed"].is_silent
