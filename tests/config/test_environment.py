from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from takt.config import environment


def test_what_a_database_address_asks_of_the_connection_reaches_the_driver() -> None:
    address = "postgres://takt:a%40b@db.example:5433/takt?sslmode=verify-full&host=%2Frun%2Fpg"
    asked = environment.database(address, Path("/nowhere"))
    assert asked["OPTIONS"] == {"sslmode": "verify-full"}
    assert (asked["HOST"], asked["PORT"], asked["PASSWORD"]) == ("/run/pg", "5433", "a@b")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", environment.Smtp()),
        ("smtp://post.example", environment.Smtp("post.example", 25)),
        (
            "smtp+starttls://takt:a%40b@post.example",
            environment.Smtp("post.example", 587, "takt", "a@b", starttls=True),
        ),
        ("smtps://post.example:4650", environment.Smtp("post.example", 4650, tls=True)),
    ],
)
def test_where_mail_is_handed_over(url: str, expected: environment.Smtp) -> None:
    assert environment.smtp(url) == expected


@pytest.mark.parametrize("url", ["http://post.example", "smtp://", "post.example"])
def test_a_mail_server_that_is_none_is_refused_in_words(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="TAKT_SMTP_URL"):
        environment.smtp(url)
