"""Local accounts: signing in and out, and nothing of allauth that we do not use."""

import pytest
from django.test import Client

from tests.builders import Cast, build_person

PASSWORD = "et langt kodeord"


def test_someone_with_a_password_signs_in(db: None, client: Client) -> None:
    build_person("Mette Holm", password=PASSWORD)

    response = client.post("/konto/log-ind/", {"login": "mette@fjordby.example", "password": PASSWORD})

    assert response.url == "/"
    assert "_auth_user_id" in client.session


def test_a_wrong_password_is_told_without_saying_which_part_was_wrong(cast: Cast, client: Client) -> None:
    page = client.post("/konto/log-ind/", {"login": cast.anna.email, "password": "gætværk"})

    assert page.status_code == 200
    assert 'role="alert"' in page.content.decode()


def test_charlie_cannot_sign_in(cast: Cast, client: Client) -> None:
    cast.charlie.set_password(PASSWORD)
    cast.charlie.save()

    client.post("/konto/log-ind/", {"login": cast.charlie.email, "password": PASSWORD})

    assert "_auth_user_id" not in client.session


def test_signing_out(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)

    assert "Vil du logge ud?" in client.get("/konto/log-ud/").content.decode()
    client.post("/konto/log-ud/")

    assert "_auth_user_id" not in client.session


def test_changing_the_password(db: None, client: Client) -> None:
    person = build_person("Mette Holm", password=PASSWORD)
    client.force_login(person)

    assert "Skift adgangskode" in client.get("/konto/adgangskode/").content.decode()
    client.post(
        "/konto/adgangskode/",
        {"oldpassword": PASSWORD, "password1": "en ny og længere", "password2": "en ny og længere"},
    )

    person.refresh_from_db()
    assert person.check_password("en ny og længere")


@pytest.mark.parametrize("path", ["signup/", "email/", "password/reset/", "reauthenticate/", "login/"])
def test_what_we_do_not_use_is_not_there(db: None, client: Client, path: str) -> None:
    assert client.get(f"/konto/{path}").status_code == 404


@pytest.mark.django_db
def test_who_has_no_password_is_told_so_instead_of_met_by_an_error(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    answer = client.get("/konto/adgangskode/")
    assert answer.status_code == 409
    assert "ikke ind i Takt med adgangskode" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_from_before_signing_out_is_answered_politely_and_does_nothing(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.anna)

    answer = client.post("/sprog/", {"language": "en"})

    cast.anna.refresh_from_db()
    assert (answer.status_code, cast.anna.language) == (409, "da")
    assert "Derfor er intet gemt" in answer.content.decode()


@pytest.mark.django_db
def test_pressing_the_button_twice_leads_in(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)

    assert client.post("/konto/log-ind/", {"login": cast.anna.email}).status_code == 409
    client.force_login(cast.anna)
    assert client.post("/konto/log-ind/", {"login": cast.anna.email}).url == "/"
