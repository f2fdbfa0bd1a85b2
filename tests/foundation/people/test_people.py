"""Who may use Takt, in which roles, and how somebody is forgotten while the ledger still holds."""

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.foundation.ledger.chain import first_broken
from takt.foundation.ledger.models import Event
from takt.foundation.people.commands.add_person import add_person
from takt.foundation.people.commands.forget_person import forget_person
from takt.foundation.people.commands.grant_role import grant_role
from takt.foundation.people.commands.let_in import let_in
from takt.foundation.people.commands.set_access import set_access
from takt.foundation.people.commands.withdraw_role import withdraw_role
from takt.foundation.people.models import Person, Role, RoleHolding
from takt.foundation.people.personal_data import personal_data
from takt.foundation.refusals import Refused
from takt.governance.asking.models import Wish
from tests.builders import Cast, build_person
from tests.governance.clarifying.cases import sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def ida(cast: Cast) -> Person:
    return build_person("Ida Munk", Role.ADMINISTRATOR)


def verbs() -> list[str]:
    return list(Event.objects.values_list("verb", flat=True))


def test_a_person_is_added_and_given_a_role(cast: Cast, ida: Person, now: datetime) -> None:
    person = add_person("Åse Østergård", "aase@fjordby.example", unit=cast.anna.unit, by=ida, at=now)
    grant_role(person, Role.DPO, by=ida, at=now)
    grant_role(person, Role.DPO, by=ida, at=now)
    assert person.holds(Role.DPO)
    assert verbs() == ["person.added", "role.granted"]
    assert "Åse" not in str(list(Event.objects.values_list("facts", flat=True)))
    with pytest.raises(Refused, match="allerede"):
        add_person("En anden", "AASE@fjordby.example", by=ida, at=now)


def test_a_role_is_withdrawn(cast: Cast, ida: Person, now: datetime) -> None:
    held = RoleHolding.objects.get(person=cast.erik)
    withdraw_role(held, by=ida, at=now)
    assert not RoleHolding.objects.filter(person=cast.erik).exists()
    assert verbs() == ["role.withdrawn"]


def test_somebody_is_always_left_who_can_administer(cast: Cast, ida: Person, now: datetime) -> None:
    held = RoleHolding.objects.get(person=ida)
    for alone in (
        lambda: withdraw_role(held, by=ida, at=now),
        lambda: set_access(ida, is_open=False, by=ida, at=now),
        lambda: forget_person(ida, ida.email, by=ida, at=now),
    ):
        with pytest.raises(Refused, match="eneste systemadministrator"):
            alone()
    assert not verbs()
    other = build_person("Otto Lind", Role.ADMINISTRATOR)
    withdraw_role(held, by=other, at=now)
    assert verbs() == ["role.withdrawn"]


def test_access_is_closed_and_opened(cast: Cast, ida: Person, client: Client, now: datetime) -> None:
    set_access(cast.anna, is_open=False, by=ida, at=now)
    client.force_login(cast.anna)
    assert client.get("/oensker/").status_code == 302
    set_access(cast.anna, is_open=True, by=ida, at=now)
    set_access(cast.anna, is_open=True, by=ida, at=now)
    assert verbs() == ["access.closed", "access.opened"]


def test_a_person_is_forgotten_and_the_chain_still_holds(cast: Cast, ida: Person, now: datetime) -> None:
    sent(cast, now)
    with pytest.raises(Refused, match="passer ikke"):
        forget_person(cast.anna, "nogen@fjordby.example", by=ida, at=now)
    forget_person(cast.anna, " Anna@Fjordby.example ", by=ida, at=now)
    assert not Person.objects.filter(name="Anna Holm").exists()
    assert Wish.objects.get().wished_by is None
    assert first_broken(Event.objects.all()) is None
    assert verbs()[-1] == "person.forgotten"


def test_one_gets_all_data_about_oneself_and_no_secret(cast: Cast, client: Client, now: datetime) -> None:
    sent(cast, now)
    held = personal_data(cast.anna)
    assert held["person"][0]["name"] == "Anna Holm"
    assert "password" not in held["person"][0]
    assert any("ønske" in kind for kind in held)
    assert held["ledger"]
    client.force_login(cast.anna)
    answer = client.get("/konto/mine-data/")
    assert answer["Cache-Control"] == "no-store"
    assert "Anna Holm" in answer.content.decode()
    assert "Nadia" not in answer.content.decode()


def test_charlie_and_everybody_else_is_refused_and_leaves_no_trace(cast: Cast, now: datetime) -> None:
    held = RoleHolding.objects.get(person=cast.erik)
    for by in (cast.charlie, cast.nadia, cast.birgit):
        for deed in (
            lambda: add_person("Ny", "ny@fjordby.example", by=by, at=now),  # noqa: B023 - run at once
            lambda: grant_role(cast.anna, Role.DPO, by=by, at=now),  # noqa: B023
            lambda: withdraw_role(held, by=by, at=now),  # noqa: B023
            lambda: set_access(cast.anna, is_open=False, by=by, at=now),  # noqa: B023
            lambda: forget_person(cast.anna, cast.anna.email, by=by, at=now),  # noqa: B023
        ):
            with pytest.raises(Refused):
                deed()
    assert not Event.objects.exists()
    assert Person.objects.filter(is_active=True, name="Anna Holm").exists()


def test_the_pages_from_end_to_end(cast: Cast, ida: Person, client: Client) -> None:
    client.force_login(ida)
    assert client.post("/personer/ny/", {"name": "", "email": "x"}).status_code == 400
    made = client.post("/personer/ny/", {"name": "Bo Ås", "email": "bo@fjordby.example"})
    person = Person.objects.get(email="bo@fjordby.example")
    assert made["Location"] == f"/personer/{person.pk}/"
    client.post(f"/personer/{person.pk}/rolle/", {"role": "auditor"})
    client.post(f"/personer/{person.pk}/rolle/", {"role": "konge"})
    text = client.get(f"/personer/{person.pk}/").content.decode()
    assert "Revisor" in text
    assert "Konge" not in text
    held = RoleHolding.objects.get(person=person)
    client.post(f"/personer/{person.pk}/rolle/{held.pk}/fjern/")
    client.post(f"/personer/{person.pk}/adgang/", {"open": "0"})
    assert "kan ikke logge ind" in client.get(f"/personer/{person.pk}/").content.decode()
    client.post(f"/personer/{person.pk}/glem/", {"email": "bo@fjordby.example"})
    assert not Person.objects.filter(pk=person.pk).exists()


def test_the_form_gives_a_role_in_one_unit_and_only_what_is_given_by_hand(
    cast: Cast, ida: Person, client: Client
) -> None:
    client.force_login(ida)
    address, unit = f"/personer/{cast.anna.pk}/", cast.anna.unit
    assert unit is not None
    shown = client.get(address).content.decode()
    assert 'name="role"' in shown
    assert f'value="{unit.pk}"' in shown
    assert f'value="{Role.NETWORK_MEMBER}"' not in shown, "it follows from a membership"
    given = client.post(f"{address}rolle/", {"role": Role.UNIT_MANAGER, "unit": unit.pk}, follow=True)
    held = RoleHolding.objects.get(person=cast.anna)
    assert (held.role, held.unit) == (Role.UNIT_MANAGER, unit)
    assert f"i {unit}" in given.content.decode()
    assert verbs() == ["role.granted"]
    for wrong in ({"role": Role.NETWORK_MEMBER}, {"role": ""}, {"role": Role.DPO, "unit": "0"}):
        said = client.post(f"{address}rolle/", wrong, follow=True).content.decode()
        assert "Intet er ændret" in said
    assert verbs() == ["role.granted"]
    taken = client.post(f"{address}rolle/{held.pk}/fjern/", follow=True)
    assert "Fjern rollen" not in taken.content.decode()
    assert verbs() == ["role.granted", "role.withdrawn"]


@pytest.mark.parametrize("who", ["charlie", "anna", "nadia"])
def test_others_neither_see_the_form_nor_use_its_door(who: str, cast: Cast, client: Client) -> None:
    held, by = RoleHolding.objects.get(person=cast.erik), getattr(cast, who)
    if by.is_active:
        client.force_login(by)
        assert 'name="role"' not in client.get(f"/personer/{cast.erik.pk}/").content.decode()
    for door in (f"/personer/{cast.erik.pk}/rolle/", f"/personer/{cast.erik.pk}/rolle/{held.pk}/fjern/"):
        assert client.post(door, {"role": Role.ADMINISTRATOR}).status_code in {302, 403}
    assert RoleHolding.objects.filter(person=cast.erik).get() == held
    assert not Event.objects.exists()


def test_others_read_who_is_there_and_why_they_cannot_change_it(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    text = client.get("/personer/?q=nadia").content.decode()
    assert "Nadia Krogh" in text
    assert "Troels" not in text
    assert "Kun systemadministratorer" in text
    assert client.get("/personer/ny/").status_code == 403


def test_the_list_asks_as_little_for_many_as_for_few(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    client.get("/personer/")
    with CaptureQueriesContext(connection) as few:
        client.get("/personer/")
    for number in range(60):
        build_person(f"Nr{number} Ny", Role.AUDITOR, unit=cast.anna.unit)
    with CaptureQueriesContext(connection) as many:
        assert "Side 1 af 2" in client.get("/personer/").content.decode()
    assert len(many) == len(few) <= 9


def test_a_new_installation_gets_its_first_administrator_from_the_host(
    db: None, client: Client, now: datetime
) -> None:
    with pytest.raises(ValueError, match="--name"):
        let_in("ida@fjordby.example", "et langt kodeord", at=now)
    person = let_in("ida@fjordby.example", "et langt kodeord", name="Ida Munk", as_administrator=True, at=now)
    assert person.holds(Role.ADMINISTRATOR)
    let_in("IDA@fjordby.example", "et andet kodeord", at=now)
    answer = client.post("/konto/log-ind/", {"login": "ida@fjordby.example", "password": "et andet kodeord"})
    assert answer.status_code == 302
    assert verbs() == ["person.let_in", "person.let_in"]
