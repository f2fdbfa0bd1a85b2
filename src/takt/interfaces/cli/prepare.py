"""`takt prepare`: database, texts, style sheets and (in a demonstration) Fjordby, ready to be served.

Doing it twice changes nothing and takes a moment.
"""

import argparse
from pathlib import Path

from takt.interfaces.cli.speaking import Refusal
from takt.interfaces.cli.starting import start_django


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("prepare", help="gør database, tekster og filer klar")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - every subcommand has this signature
    compile_texts(Path(__file__).resolve().parents[2])
    compile_schedules()
    start_django()
    from django.conf import settings
    from django.core.management import call_command

    refuse_without_packages(Path(settings.NODE_MODULES))
    call_command("migrate", verbosity=0)
    take_in_registers()
    collect_static_files()
    if settings.DEMO:
        call_command("load_demonstration", plan=True)
    return 0


def compile_schedules() -> None:
    """Else the first to plan a project would wait for it."""
    from takt.calculation.planner.search.ahead import compile_ahead

    compile_ahead()


def take_in_registers() -> None:
    """What every municipality has in common."""
    from django.utils import timezone

    from takt.registers.strategies.commands.take_in_strategies import take_in_strategies

    take_in_strategies(at=timezone.now())


def refuse_without_packages(folder: Path) -> None:
    """Without the style sheets and scripts of others every page would fail later."""
    from takt.foundation.design.third_party import PACKAGES

    for source, _ in PACKAGES.values():
        if not (folder / source).is_dir():
            raise Refusal(
                str(folder / source), "Mappen mangler. Kør npm ci (eller make setup), og prøv igen."
            )


def compile_texts(package: Path) -> None:
    """Every English catalogue that is newer than its compiled form."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in package.rglob("locale/*/LC_MESSAGES/django.po"):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as texts, compiled.open("wb") as out:
            write_mo(out, read_po(texts, locale="en"))


def collect_static_files() -> None:
    """Collect and hash, unless nothing has changed since the last time."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    newest = max(  # when they came here: what npm unpacks says it was changed in 1985
        Path(storage.path(name)).stat().st_ctime
        for finder in get_finders()
        for name, storage in finder.list([])
    )
    if manifest.exists() and manifest.stat().st_mtime > newest:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
