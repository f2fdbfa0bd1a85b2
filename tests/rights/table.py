"""The table of rights: each address and method against each role, as tried, in docs/generated/rights.md."""

from pathlib import Path

from django.test import Client

from tests.rights.doors import Door, Outcome, doors, try_door
from tests.rights.readers import Reader, readers
from tests.rights.samples import address_of

PAGE = Path(__file__).resolve().parents[2] / "docs" / "generated" / "rights.md"
HEAD = """# Who may do what

Made by `make rights` and held against the code by the tests: every address and method is tried as a person with
nothing but the role of the column, on the demonstration municipality. Never edit it by hand.

- **ja**: let in. What then happens depends on the case; a refusal because of the case says so and is not a right.
- **nej**: refused, with the reason and who can help.
- **skjult**: does not exist for that reader.
- **log ind**: sent to sign in.
- A command is a POST; each command has one address at least. Roles add up: who holds two may do what either may.

"""


def measured() -> str:
    """The whole page, from trying everything."""
    everyone = readers()
    clients = [_client(reader) for reader in everyone]
    rows = []
    for door in doors():
        address = address_of(door.name, door.route)
        outcomes = [try_door(client, address, door.method) for client in clients]
        if Outcome.NO_SUCH_METHOD not in outcomes[1:]:
            rows.append((door, outcomes))
    return HEAD + _table(everyone, rows)


def _client(reader: Reader) -> Client:
    client = Client(headers={"accept-language": "da"})
    if reader.person is not None:
        client.force_login(reader.person)
    return client


def _table(everyone: list[Reader], rows: list[tuple[Door, list[Outcome]]]) -> str:
    """One line a door; a door that treats everyone signed in alike says so in one word."""
    lines = [
        "| adresse | | " + " | ".join(reader.title for reader in everyone) + " |",
        "|---|---|" + "---|" * len(everyone),
    ]
    lines += [f"| `{door.route}` | {door.method} | " + " | ".join(outcomes) + " |" for door, outcomes in rows]
    return "\n".join(lines) + "\n"
