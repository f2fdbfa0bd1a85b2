"""Which of the municipality's systems a case touches, and how."""

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction

from takt.foundation.ledger.models import Event
from takt.governance.clarifying.checklist import items_of
from takt.governance.clarifying.checklist_item import Item
from takt.governance.clarifying.commands.link_systems import link_systems
from takt.governance.clarifying.models import Assignment, Touch, TouchedSystem
from takt.governance.clarifying.touching import NO_SYSTEM, NONE, Touched, systems_as_they_stand
from takt.governance.flow.models import Initiative
from takt.registers.systems.commands.save_system import save_system
from takt.registers.systems.models import System
from takt.registers.systems.rules import Facts
from tests.builders import Cast
from tests.governance.clarifying.cases import sent, taken
from tests.governance.clarifying.test_commands import refused

pytestmark = pytest.mark.django_db
REPLACES = Touched("replaces", "Slukkes et halvt år efter")
INTEGRATES = Touched("integrates")


@pytest.fixture
def aula(cast: Cast, now: datetime) -> System:
    return save_system(Facts("Aula"), by=cast.nadia, at=now)


@pytest.fixture
def forms(cast: Cast, now: datetime) -> System:
    return save_system(Facts("OS2forms"), by=cast.nadia, at=now)


def item(case: Initiative) -> Item:
    (found,) = [one for one in items_of(case) if one.key == "systems"]
    return found


def test_a_case_says_what_it_does_to_a_system(cast: Cast, now: datetime, aula: System, forms: System) -> None:
    case = taken(cast, now)
    assert not item(case).is_done
    Assignment.objects.update(ready_at=now)
    wanted = {aula.pk: REPLACES, forms.pk: INTEGRATES}
    link_systems(case, wanted, seen={}, by=cast.nadia, at=now)
    assert systems_as_they_stand(case) == wanted
    assert (item(case).is_done, item(case).who) == (True, "2 systemer")
    event = Event.objects.latest("number")
    assert (event.verb, event.facts) == (
        "systems.linked",
        {"systems": ["replaces Aula", "integrates OS2forms"]},
    )
    assert Assignment.objects.get().ready_at is None, "it is another case than the one that was ready"
    link_systems(case, {}, seen=wanted, by=cast.nadia, at=now)
    assert not TouchedSystem.objects.exists()


def test_that_it_touches_none_is_an_answer(cast: Cast, now: datetime, aula: System) -> None:
    case = taken(cast, now)
    link_systems(case, {NO_SYSTEM: NONE}, seen={}, by=cast.nadia, at=now)
    assert (item(case).is_done, item(case).who) == (True, "Berører ingen")
    assert Event.objects.latest("number").facts == {"systems": ["none"]}
    both = {NO_SYSTEM: NONE, aula.pk: REPLACES}
    assert "ikke både" in refused(link_systems, case, both, seen={NO_SYSTEM: NONE}, by=cast.nadia, at=now)
    link_systems(case, {aula.pk: REPLACES}, seen={NO_SYSTEM: NONE}, by=cast.nadia, at=now)
    assert systems_as_they_stand(case) == {aula.pk: REPLACES}


def test_two_editors_lose_nothing(cast: Cast, now: datetime, aula: System, forms: System) -> None:
    case = taken(cast, now)
    link_systems(case, {aula.pk: REPLACES}, seen={}, by=cast.nadia, at=now)
    link_systems(case, {forms.pk: INTEGRATES}, seen={}, by=cast.nadia, at=now)
    assert set(systems_as_they_stand(case)) == {aula.pk, forms.pk}, "each added one"
    said = refused(link_systems, case, {aula.pk: INTEGRATES}, seen={}, by=cast.nadia, at=now)
    assert "“Aula”: erstatter, Slukkes et halvt år efter" in said
    seen = systems_as_they_stand(case)
    link_systems(case, {aula.pk: REPLACES}, seen=seen, by=cast.nadia, at=now)
    gone = refused(
        link_systems, case, {forms.pk: REPLACES, aula.pk: REPLACES}, seen=seen, by=cast.nadia, at=now
    )
    assert "“OS2forms” er fjernet" in gone


@pytest.mark.parametrize(
    ("how", "note", "why"),
    [
        ("", "", "mangler, hvordan"),
        ("eats", "", "mangler, hvordan"),
        ("none", "", "mangler, hvordan"),
        ("replaces", "Borgeren 010190-1234 bruger det", "CPR-nummer"),
    ],
)
def test_what_cannot_be_said_is_refused(
    how: str, note: str, why: str, cast: Cast, now: datetime, aula: System
) -> None:
    case = taken(cast, now)
    wanted = {aula.pk: Touched(how, note)}
    assert why in refused(link_systems, case, wanted, seen={}, by=cast.nadia, at=now)
    missing = {999_999: REPLACES}
    assert "ikke længere i registret" in refused(link_systems, case, missing, seen={}, by=cast.nadia, at=now)
    many = dict.fromkeys(range(1, 62), REPLACES)
    assert "mere end 60" in refused(link_systems, case, many, seen={}, by=cast.nadia, at=now)
    assert not TouchedSystem.objects.exists()


def test_the_database_holds_to_it(cast: Cast, now: datetime, aula: System) -> None:
    case = taken(cast, now)
    for how, system in ((Touch.NONE, aula), (Touch.REPLACES, None)):
        with pytest.raises(IntegrityError), transaction.atomic():
            TouchedSystem.objects.create(initiative=case, system=system, how=how)
    for system in (aula, None):
        how = Touch.REPLACES if system else Touch.NONE
        TouchedSystem.objects.create(initiative=case, system=system, how=how)
        with pytest.raises(IntegrityError), transaction.atomic():
            TouchedSystem.objects.create(initiative=case, system=system, how=how)


@pytest.mark.parametrize("who", ["charlie", "anna", "erik"])
def test_charlie_links_nothing(who: str, cast: Cast, now: datetime, aula: System) -> None:
    case, before = taken(cast, now), Event.objects.count()
    refused(link_systems, case, {aula.pk: REPLACES}, seen={}, by=getattr(cast, who), at=now)
    assert not TouchedSystem.objects.exists()
    assert Event.objects.count() == before


def test_only_a_case_in_clarification_is_changed(cast: Cast, now: datetime, aula: System) -> None:
    case = sent(cast, now)
    refused(link_systems, case, {aula.pk: REPLACES}, seen={}, by=cast.nadia, at=now)
    assert not TouchedSystem.objects.exists()
