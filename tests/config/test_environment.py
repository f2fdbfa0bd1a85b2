from pathlib import Path

from takt.config import environment


def test_what_a_database_address_asks_of_the_connection_reaches_the_driver() -> None:
    address = "postgres://takt:a%40b@db.example:5433/takt?sslmode=verify-full&host=%2Frun%2Fpg"
    asked = environment.database(address, Path("/nowhere"))
    assert asked["OPTIONS"] == {"sslmode": "verify-full"}
    assert (asked["HOST"], asked["PORT"], asked["PASSWORD"]) == ("/run/pg", "5433", "a@b")
