"""A person is sent a link, chooses a password with it once, and signs in."""

import re
from datetime import datetime

import pytest
from django.test import Client

from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.people.commands.invite_person import invite_person
from takt.foundation.people.commands.set_access import set_access
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refused
from tests.builders import Cast, build_person

pytestmark = pytest.mark.django_db

PASSWORD = "en lang sætning"


@pytest.fixture
def ida(cast: Cast) -> Person:
    return build_person("Ida Munk", Role.ADMINISTRATOR)


def choose(client: Client, link: str, password: str = PASSWORD) -> str:
    """The page that answers, after Django has taken the key out of the address."""
    page = client.get(link, follow=True)
    where = page.redirect_chain[-1][0] if page.redirect_chain else link
    given = {"new_password1": password, "new_password2": password}
    return client.post(where, given, follow=True).content.decode()


def test_a_person_chooses_a_password_and_signs_in(
    client: Client, cast: Cast, ida: Person, now: datetime
) -> None:
    invite_person(cast.anna, by=ida, at=now)
    letter = Letter.objects.get(person=cast.anna)
    assert cast.anna.email in letter.text
    assert "Adgangskoden er gemt" in choose(client, letter.link)
    client.post("/konto/log-ind/", {"login": cast.anna.email, "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(cast.anna.pk)
    verbs = list(Event.objects.order_by("number").values_list("verb", "actor"))
    assert verbs == [("person.invited", ida.pseudonym), ("password.chosen", cast.anna.pseudonym)]
    assert letter.link.split("/")[-2] not in str(list(Event.objects.values()))


def test_the_link_works_once(client: Client, cast: Cast, ida: Person, now: datetime) -> None:
    invite_person(cast.anna, by=ida, at=now)
    link = Letter.objects.get().link
    choose(client, link)
    assert "Linket virker ikke længere" in Client().get(link, follow=True).content.decode()


def test_a_guess_and_a_weak_password_are_turned_away(
    client: Client, cast: Cast, ida: Person, now: datetime
) -> None:
    invite_person(cast.anna, by=ida, at=now)
    link = Letter.objects.get().link
    assert "mindst 12 tegn" in choose(client, link, "kort")
    guess = re.sub(r"[^/]+/$", "abc-def/", link)
    assert "Linket virker ikke længere" in client.get(guess).content.decode()
    cast.anna.refresh_from_db()
    assert not cast.anna.has_usable_password()


def test_whoever_cannot_sign_in_is_not_invited(cast: Cast, ida: Person, now: datetime) -> None:
    set_access(cast.erik, is_open=False, by=ida, at=now)
    with pytest.raises(Refused, match="adgangen er lukket"):
        invite_person(cast.erik, by=ida, at=now)
    assert not Letter.objects.exists()


def test_charlie_and_a_coordinator_invite_nobody(cast: Cast, now: datetime) -> None:
    for nobody in (cast.charlie, cast.nadia):
        with pytest.raises(Refused, match="Kun systemadministratorer"):
            invite_person(cast.anna, by=nobody, at=now)
    assert not Event.objects.exists()
    assert not Letter.objects.exists()


def test_a_new_person_gets_role_and_link_at_once_or_neither(client: Client, cast: Cast, ida: Person) -> None:
    client.force_login(ida)
    given = {
        "name": "Signe Dahl",
        "email": "signe@fjordby.example",
        "role": "coordinator",
        "is_invited": "on",
    }
    client.post("/personer/ny/", given)
    signe = Person.objects.get(email="signe@fjordby.example")
    assert signe.holds(Role.COORDINATOR)
    assert Letter.objects.get().person == signe
    client.post("/personer/ny/", {"name": "Ole Winther", "email": "ole@fjordby.example"})
    assert Letter.objects.count() == 1
    assert not Person.objects.get(name="Ole Winther").role_holdings.exists()
