"""One click signs a visitor in as one of the people of the demonstration, and only there."""

import pytest
from django.test import Client
from django.urls import reverse

from takt.foundation.people.models import Person

SIGN_IN = "/demonstration/log-ind/"


def test_the_start_page_introduces_the_cast_and_says_what_it_is(fjordby: None, client: Client) -> None:
    page = client.get("/demonstration/").content.decode()

    assert "Fjordby Kommune findes ikke" in page
    for name in (
        "Anna Holm",
        "Nadia Krogh",
        "Troels Friis",
        "Birgit Lund",
        "Erik Dam",
        "Vibeke Storm",
        "Lis Aagaard",
    ):
        assert name in page
    assert "Rådsmedlem" in page
    assert "Charlie" not in page


def test_whoever_is_not_signed_in_is_led_there_and_back(fjordby: None, client: Client) -> None:
    led = client.get("/plan/")

    assert led.url == "/demonstration/?next=/plan/"
    response = client.post(SIGN_IN, {"person": "nadia@fjordby.example", "next": "/plan/"})
    assert response.url == "/plan/"
    assert client.session["_auth_user_id"] == str(Person.objects.get(name="Nadia Krogh").pk)


@pytest.mark.parametrize("email", ["charlie@fjordby.example", "mette@fjordby.example", "", "nobody"])
def test_only_the_cast_can_be_chosen(fjordby: None, client: Client, email: str) -> None:
    response = client.post(SIGN_IN, {"person": email})

    assert response.status_code == 404
    assert "_auth_user_id" not in client.session


def test_nobody_is_led_out_of_the_house(fjordby: None, client: Client) -> None:
    response = client.post(SIGN_IN, {"person": "anna@fjordby.example", "next": "https://evil.example/"})

    assert response.url == reverse("overview")


@pytest.mark.parametrize("path", ["/demonstration/", SIGN_IN])
def test_outside_a_demonstration_there_is_no_such_page(
    fjordby: None, client: Client, settings, path: str
) -> None:
    settings.DEMO = False

    response = client.post(path, {"person": "anna@fjordby.example"}) if path == SIGN_IN else client.get(path)

    assert response.status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_link_is_not_enough_to_sign_in(fjordby: None, client: Client) -> None:
    assert client.get(SIGN_IN, {"person": "anna@fjordby.example"}).status_code == 405


def test_who_reads_the_start_page_in_english_goes_on_in_english(fjordby: None, client: Client) -> None:
    client.post("/sprog/", {"language": "en", "next": "/demonstration/"})
    client.post(SIGN_IN, {"person": "anna@fjordby.example"})

    assert client.get("/oensker/").headers["Content-Language"] == "en"

    the_next = Client()
    the_next.post(SIGN_IN, {"person": "anna@fjordby.example"})
    assert the_next.get("/oensker/").headers["Content-Language"] == "da"
