"""``takt template``: a workbook to write wishes in."""

import argparse
from datetime import date
from pathlib import Path

from takt.calculation.planner.problem import Month
from takt.interfaces.cli.files import write
from takt.interfaces.cli.speaking import Refusal, add_json, add_language, in_language, language_of, tell


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "template", help="skriv et regneark til ønsker · write a workbook for wishes"
    )
    parser.add_argument("file", type=Path, help="fx wishes.xlsx")
    parser.add_argument(
        "--first-month", metavar="2027-01", help="planens første måned · first month of the plan"
    )
    parser.add_argument("--empty", action="store_true", help="uden eksemplet · without the example")
    parser.add_argument("--force", action="store_true", help="skriv oven i filen · write over the file")
    add_language(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    from takt.interfaces.exchange.workbook.template import template_bytes

    language = language_of(args)
    path: Path = args.file
    if path.suffix.lower() != ".xlsx":
        raise Refusal(
            str(path),
            in_language(language, "Giv filen et navn, der ender på .xlsx.", "End the name in .xlsx."),
        )
    if path.exists() and not args.force:
        raise Refusal(
            str(path),
            in_language(
                language,
                "Filen findes i forvejen. Vælg et andet navn, eller skriv oven i den med --force.",
                "The file exists. Choose another name, or write over it with --force.",
            ),
        )
    first_month = _month(args.first_month, language)
    tell(write(path, template_bytes(first_month=first_month, with_example=not args.empty), language))
    return 0


def _month(text: str | None, language: str) -> Month:
    if text is None:
        return Month(date.today().year + 1, 1)  # noqa: DTZ011 - the next budget year where the person is
    from takt.calculation.cells import Unclear, month_of

    try:
        return month_of(text)
    except Unclear:
        message = "Skriv måneden som 2027-01." if language == "da" else "Write the month as 2027-01."
        raise Refusal("--first-month", message) from None
