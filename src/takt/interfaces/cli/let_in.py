"""`takt let-in`: give somebody a way into a new installation, or a new password to someone who has lost theirs.

Whoever can run this owns the host, so it asks for no other right. The ledger keeps that it was done by Takt itself.
"""

import argparse
import getpass
import sys

from takt.interfaces.cli.speaking import Refusal
from takt.interfaces.cli.starting import start_django


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("let-in", help="giv en person adgangskode og eventuelt en rolle")
    parser.add_argument("email", metavar="E-MAIL")
    parser.add_argument("--name", default="", metavar="NAVN", help="når personen er ny")
    parser.add_argument("--administrator", action="store_true", help="personen bliver systemadministrator")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    start_django()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.utils import timezone

    from takt.foundation.people.commands.let_in import let_in

    password = _password()
    try:
        validate_password(password)
    except ValidationError as error:
        raise Refusal("adgangskode", " ".join(error.messages)) from None
    try:
        person = let_in(
            args.email,
            password,
            name=args.name,
            as_administrator=args.administrator,
            at=timezone.now(),
        )
    except ValueError as error:
        raise Refusal("E-MAIL", str(error)) from None
    print(f"{person} kan nu logge ind med {person.email}.")
    return 0


def _password() -> str:
    """Typed twice at a terminal; one line when piped."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Adgangskode (mindst 12 tegn): ")
    if getpass.getpass("Adgangskode igen: ") != password:
        raise Refusal("adgangskode", "De to adgangskoder er ikke ens. Intet er ændret.")
    return password
