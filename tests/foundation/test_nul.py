import pytest
from django.test import Client

FORM = "application/x-www-form-urlencoded"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/oensker/?q=%00", "/oensker/nyt/?kladde=K%00", "/sag/x%00/"])
def test_an_address_with_nul_is_refused_in_words(address: str, client: Client) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert "ikke er tekst" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_with_nul_is_refused(client: Client) -> None:
    assert client.post("/demonstration/log-ind/", "person=%00", content_type=FORM).status_code == 400


@pytest.mark.django_db
def test_an_honest_per_cent_is_let_through(client: Client) -> None:
    assert client.get("/konto/log-ind/?next=/oensker/%3Fq%3D100%25").status_code == 200
