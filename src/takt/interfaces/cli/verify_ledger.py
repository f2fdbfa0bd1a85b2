"""`takt verify-ledger`: prove that no event has been changed, removed or slipped in."""

import argparse
import sys

from takt.interfaces.cli.starting import start_django


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("verify-ledger", help="bevis, at protokollen er ubrudt")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - every subcommand has this signature
    start_django()
    from takt.foundation.ledger.chain import first_broken
    from takt.foundation.ledger.models import Event

    broken = first_broken(Event.objects.select_related("words").order_by("number").iterator(2_000))
    if broken is not None:
        print(f"Protokollen er brudt ved hændelse {broken}.", file=sys.stderr)
        return 1
    newest = Event.objects.order_by("-number").first()
    if newest is None:
        print("Protokollen er tom.")
    else:
        print(f"Protokollen er ubrudt: {newest.number} hændelser, nyeste segl {newest.hash}.")
    return 0
