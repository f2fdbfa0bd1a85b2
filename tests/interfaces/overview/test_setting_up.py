"""What a new municipality is told to do first, and when it is no longer told."""

from datetime import datetime

import pytest
from django.test import Client

from takt.foundation.people.commands.let_in import let_in
from takt.foundation.people.models import Person, Role
from takt.interfaces.overview.setting_up import first_steps
from tests.builders import Cast, build_person, build_unit
from tests.governance.deciding.meetings.rooms import build_house, planned

pytestmark = pytest.mark.django_db


def done(reader: Person) -> list[bool]:
    return [step.is_done for step in first_steps(reader)]


def test_the_steps_are_ticked_one_by_one(now: datetime) -> None:
    ida = let_in("ida@nordvig.dk", "en lang saetning", name="Ida", as_administrator=True, at=now)
    assert done(ida) == [False, False, False, False]
    build_unit("Borgerservice", parent=build_unit("Nordvig", headcount=2400), headcount=45)
    assert done(ida) == [True, False, False, False]
    build_person("Signe Dahl", Role.COORDINATOR)
    assert done(ida) == [True, True, False, False]


def test_a_municipality_that_meets_is_on_its_way(cast: Cast, now: datetime) -> None:
    house = build_house(cast, now)
    assert done(cast.nadia) == [True, True, True, False]
    planned(house)
    assert done(cast.nadia) == []


def test_the_page_shows_them_to_those_who_can(client: Client, cast: Cast) -> None:
    client.force_login(cast.nadia)
    assert "Fire trin, så kan I beslutte i Takt" in client.get("/").content.decode()
    client.force_login(cast.anna)
    assert "Fire trin" not in client.get("/").content.decode()
