"""``takt``: the planner, the workbooks and the web server from the command line.

Each command is a module with two functions:

    add_to(subparsers)    its arguments
    run(args) -> int      its exit code

A module is imported only when its command is asked for, so that ``takt check`` starts fast and works
where Django is not configured. Add a command by adding a line to ``COMMANDS``.

Exit codes: 0 done and lawful, 1 unlawful or impossible, 2 refused input, 130 interrupted.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from takt.interfaces.cli.speaking import Refusal, tell


@dataclass(frozen=True, slots=True)
class Command:
    module: str
    """In this package."""
    summary: str


COMMANDS: Mapping[str, Command] = {
    "plan": Command("plan", "læg en plan for ønskerne · make a plan of the wishes"),
    "check": Command("check", "er planen lovlig? · is the plan lawful?"),
    "explain": Command("explain", "hvorfor, og hvorfor ikke? · why, and why not?"),
    "template": Command("template", "skriv et regneark til ønsker · write a workbook for wishes"),
    "prepare": Command("prepare", "gør database, tekster og filer klar · make ready to serve"),
    "up": Command("up", "start web og arbejdsproces · start the web server and a worker"),
    "worker": Command("worker", "udfør beregninger · do jobs until told to stop"),
    "let-in": Command("let_in", "giv en person adgang · let somebody in"),
    "verify-ledger": Command("verify_ledger", "bevis, at protokollen er ubrudt · prove the ledger unbroken"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; whatever is refused is said in one message on stderr."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_whatever_the_terminal_can()
    try:
        args = _parser(arguments).parse_args(arguments)
        code: int = _module(args.command).run(args)
        sys.stdout.flush()
    except Refusal as refusal:
        return _refuse(refusal, as_json="--json" in arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output has gone, as `head` does; nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _speak_whatever_the_terminal_can() -> None:
    """A terminal without æøå shows a question mark rather than a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _module(command: str) -> ModuleType:
    return import_module(f"takt.interfaces.cli.{COMMANDS[command].module}")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong as everything else here does, also as JSON."""

    def error(self, message: str) -> NoReturn:
        raise Refusal("", f"{message}\n{self.format_usage().strip()}")


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="takt",
        description="Fra digitale ønsker til en plan i takt. From digital wishes to a paced plan.",
        epilog="Sprog/language: --language da|en, eller/or TAKT_LANGUAGE.",
    )
    subparsers = parser.add_subparsers(dest="command", metavar="command", required=True, parser_class=_Parser)
    asked = next((word for word in arguments if word in COMMANDS), None)
    for name, command in COMMANDS.items():
        if name == asked:
            _module(name).add_to(subparsers)
        else:
            subparsers.add_parser(name, help=command.summary)
    return parser


def _refuse(refusal: Refusal, *, as_json: bool) -> int:
    if as_json:
        error: dict[str, object] = {"path": refusal.path, "message": refusal.message}
        if len(refusal.all) > 1:
            error["all"] = [{"path": path, "message": message} for path, message in refusal.all]
        print(json.dumps({"error": error}, ensure_ascii=False), file=sys.stderr)
    else:
        place = f"{refusal.path}: " if refusal.path and not refusal.all else ""
        tell(f"takt: {place}{refusal.message}")
    return 2


if __name__ == "__main__":
    sys.exit(main())
