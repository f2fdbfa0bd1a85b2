"""Browser stories: Chromium against a real `takt up`, with Fjordby loaded and a worker running."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
MOST_MILLISECONDS = 30_000
"""For a page to come on a machine that has much else to do; what is there at once is never waited for."""
PASSWORD = "en-laang-saetning-til-fortaellinger"
"""Of those who are let in by a story."""
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Takt:
    """A running installation."""

    url: str
    process: "subprocess.Popen[bytes]"
    environment: dict[str, str]

    def run(self, *words: str, typed: str = "", module: str = "takt.interfaces.cli.main") -> str:
        """A command of whoever runs the installation; what it prints."""
        done = subprocess.run(
            [sys.executable, "-m", module, *words],
            cwd=ROOT,
            env=self.environment,
            input=typed,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def let_in(self, email: str, *options: str) -> None:
        """A person who has no way in yet."""
        self.run("let-in", email, *options, typed=f"{PASSWORD}\n")

    def come_to(self, day: date) -> None:
        """What the daily job does with postponed cases, on a day that has not come."""
        self.run(day.isoformat(), module="tests.stories.later")


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The demonstration with its first plan in force, to be copied for each file of stories."""
    environment = surroundings(tmp_path_factory.mktemp("planned"), TAKT_DEMO="1")
    prepare(environment)
    command = [sys.executable, "-m"]
    worker = subprocess.Popen([*command, "takt.interfaces.cli.main", "worker"], env=environment)
    try:
        waiting = [*command, "tests.stories.planned"]
        subprocess.run(waiting, cwd=ROOT, env=environment, check=True, timeout=600)
    finally:
        worker.terminate()
        worker.wait(30)
    return environment


@pytest.fixture(scope="module")
def takt(planned: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Takt]:
    """A demonstration of its own for each file of stories: what one does is nothing to another."""
    folder = tmp_path_factory.mktemp("fjordby") / "data"
    shutil.copytree(planned["TAKT_DATA"], folder)
    yield from up(surroundings(folder, like=planned["DATABASE_URL"], TAKT_DEMO="1"))


def serve(folder: Path, **said: str) -> Iterator[Takt]:
    """An installation of its own, as `takt prepare` and `takt up` make it."""
    environment = surroundings(folder, **said)
    prepare(environment)
    yield from up(environment)


def surroundings(folder: Path, *, like: str = "", **said: str) -> dict[str, str]:
    """Variables of an installation with its data in the folder; its database a copy of one when there is one."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return {
        **os.environ,
        "TAKT_DATA": str(folder),
        "TAKT_PORT": str(port),
        "TAKT_SECRET_KEY": "only-for-stories",
        "DJANGO_SETTINGS_MODULE": "takt.config.settings",
        "DATABASE_URL": own_database(os.environ.get("DATABASE_URL", ""), like),
        **said,
    }


def prepare(environment: dict[str, str]) -> None:
    command = [sys.executable, "-m"]
    subprocess.run(
        [*command, "takt.interfaces.cli.main", "prepare"], env=environment, check=True, timeout=300
    )
    subprocess.run([*command, "tests.stories.calm"], cwd=ROOT, env=environment, check=True, timeout=120)


def up(environment: dict[str, str]) -> Iterator[Takt]:
    process = subprocess.Popen([sys.executable, "-m", "takt.interfaces.cli.main", "up"], env=environment)
    url = f"http://127.0.0.1:{environment['TAKT_PORT']}"
    try:
        wait_for(url)
        yield Takt(url, process, environment)
    finally:
        process.terminate()
        process.wait(30)


def own_database(url: str, like: str = "") -> str:
    """SQLite: a file in the data folder. PostgreSQL: a new database on the same server, or a copy of one there."""
    if not url.startswith("postgres"):
        return ""
    name = f"takt_stories_{uuid4().hex[:8]}"
    template = urlsplit(like).path.strip("/") or "template1"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    head, _, query = url.partition("?")
    return f"{head.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")


def wait_for(url: str, seconds: float = 180) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("TAKT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    expect.set_options(timeout=MOST_MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """A person at a browser. Anything the console complains of fails the story at the end."""

    page: Page
    url: str
    complaints: list[str]

    def leave(self) -> None:
        """Nothing that the page before still asked for may bring its cookies back."""
        self.page.goto("about:blank")
        self.page.context.clear_cookies()

    def sign_in_as(self, name: str) -> None:
        self.leave()
        self.page.goto(f"{self.url}/demonstration/")
        self.page.get_by_role("button", name=name).click()
        self.page.wait_for_url(f"{self.url}/")

    def sign_in_with_password(self, email: str) -> None:
        self.leave()
        self.page.goto(f"{self.url}/konto/log-ind/")
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Adgangskode").fill(PASSWORD)
        self.page.get_by_role("button", name="Log ind").click()
        self.page.wait_for_url(f"{self.url}/")

    def goto(self, path: str) -> None:
        self.page.goto(self.url + path)

    def axe(self) -> None:
        """WCAG 2.2 AA and best practice: no findings."""
        before = len(self.complaints)
        self.page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
        result: dict[str, Any] = self.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        self.page.wait_for_timeout(50)
        del self.complaints[before:]  # axe tries out styles of its own, which the policy rightly stops
        found = [
            f"{one['id']}: {one['help']} {[node['html'][:160] for node in one['nodes'][:3]]}"
            for one in result["violations"]
        ]
        assert not found, f"{self.page.url}\n" + "\n".join(found)


@pytest.fixture
def visitor(takt: Takt, chromium: Browser) -> Iterator[Visitor]:
    yield from visit(takt, chromium, {"width": 1440, "height": 900})


@pytest.fixture
def phone(takt: Takt, chromium: Browser) -> Iterator[Visitor]:
    yield from visit(takt, chromium, {"width": 390, "height": 844})


def visit(takt: Takt, chromium: Browser, viewport: Any) -> Iterator[Visitor]:
    context = chromium.new_context(viewport=viewport, locale="en-US")
    page = context.new_page()
    page.set_default_timeout(MOST_MILLISECONDS)
    visitor = Visitor(page, takt.url, [])

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            visitor.complaints.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
    yield visitor
    context.close()
    assert not visitor.complaints, "\n".join(visitor.complaints)
