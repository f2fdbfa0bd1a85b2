"""What the commands say, in which language, and how they refuse."""

import argparse
import os
import sys
from collections.abc import Sequence

from takt.calculation.wording import Language


class Refusal(Exception):  # noqa: N818 - it is an answer to the person, not an error of ours
    """Input that cannot be used. ``path`` is the place in the file or the file itself."""

    def __init__(self, path: str, message: str, all_: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(path, message)
        self.path = path
        self.message = message
        self.all = tuple(all_)
        """Each (path, message) when there are several."""


def add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language",
        choices=("da", "en"),
        help="sprog · language (TAKT_LANGUAGE; da)",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json", action="store_true", help="svar og fejl som JSON · answer and errors as JSON"
    )


def language_of(args: argparse.Namespace) -> Language:
    """``--language``, or ``TAKT_LANGUAGE``, or Danish."""
    wanted = getattr(args, "language", None) or os.environ.get("TAKT_LANGUAGE", "")
    return "en" if wanted.lower().startswith("en") else "da"


def in_language(language: Language, da: str, en: str) -> str:
    return da if language == "da" else en


def tell(text: str) -> None:
    """To the person, not into the result: on standard error."""
    print(text, file=sys.stderr, flush=True)
