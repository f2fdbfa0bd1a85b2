"""How fast the pages are as data grows: ``python benchmarks/web.py --write docs/benchmarks.md``.

Builds a municipality of its own in a temporary SQLite database (or in the empty one that DATABASE_URL names),
has the real worker compute a plan, and asks each page many times through the whole of Django: middleware,
queries, template. The network and the web server are not part of the time.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.test import Client

MUST_P95_MS = 150
MUST_MOVE_P95_MS = 100
"""Of the answer to a bar that is dragged."""
MOVE = "/plan/flyt/"
MOVING = "Plan, flyt en bjælke"
SIMILAR = "/oensker/nyt/lignende/"
TROUBLE = {"trouble": "Vi skriver det samme to gange i journalen. Kunne talegenkendelse hjælpe i jobcentret?"}


@dataclass(frozen=True, slots=True)
class Timing:
    page: str
    queries: int
    median_ms: float
    p95_ms: float
    kilobytes: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wishes", type=int, default=20_000)
    parser.add_argument("--in-the-plan", type=int, default=500)
    parser.add_argument("--requests", type=int, default=100, help="per page")
    parser.add_argument("--pages", default="", help="only those whose name begins so")
    parser.add_argument("--write", type=Path, help="put the table between the web markers of this file")
    arguments = parser.parse_args()
    start_django()
    client = municipality(arguments.wishes, arguments.in_the_plan)
    timings = [
        measure(client, page, islice(urls(), arguments.requests))
        for page, urls in pages().items()
        if page.startswith(arguments.pages)
    ]
    text = table(timings, arguments)
    print(text)
    if arguments.write:
        put(text, arguments.write)
    return int(any(timing.p95_ms > most(timing.page) for timing in timings))


def most(page: str) -> int:
    return MUST_MOVE_P95_MS if page == MOVING else MUST_P95_MS


def start_django() -> None:
    folder = tempfile.mkdtemp(prefix="takt-benchmark-")
    os.environ.update(
        TAKT_DATA=folder, TAKT_SECRET_KEY="only-for-benchmarks", TAKT_HOSTS="testserver", TAKT_DEMO="0",
        DJANGO_SETTINGS_MODULE="takt.config.settings",
    )  # fmt: skip
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def municipality(wishes: int, in_the_plan: int) -> "Client":
    """Someone signed in to a full municipality with a computed plan."""
    from django.test import Client
    from django.utils import timezone
    from django.utils.module_loading import autodiscover_modules

    from many_wishes import build
    from takt.foundation.jobs.worker import work_once
    from takt.governance.asking.indexing import reindex_wishes
    from takt.governance.planning.commands.request_plan import request_plan

    coordinator = build(wishes, in_the_plan=in_the_plan)
    reindex_wishes()
    autodiscover_modules("background")
    request_plan(effort="quick", by=coordinator, at=timezone.now())
    work_once()
    client = Client()
    client.force_login(coordinator)
    return client


def pages() -> dict[str, Callable[[], Iterator[str]]]:
    """What is measured: a name, and the addresses a busy morning would ask for."""
    from takt.governance.flow.models import Initiative

    numbers = list(Initiative.objects.order_by("id").values_list("number", flat=True)[:500])

    def again(*urls: str) -> Callable[[], Iterator[str]]:
        def endless() -> Iterator[str]:
            while True:
                yield from urls

        return endless

    return {
        "Overblik": again("/"),
        "Ønsker": again("/oensker/", "/oensker/?side=2", "/oensker/?side=200"),
        "Ønsker, søgning": again(
            "/oensker/?q=journal+skole", "/oensker/?q=b%C3%B8rn", "/oensker/?q=sk%C3%A6rm"
        ),
        "Nyt ønske": again("/oensker/nyt/"),
        "Nyt ønske, lignende": again(SIMILAR),
        "Sag": again(*(f"/sag/{number}/" for number in numbers)),
        "Mine opgaver": again("/opgaver/"),
        "Møder": again("/moeder/"),
        "Høringer": again("/hoeringer/"),
        "Netværk, medlemmer": again("/netvaerk/medlemmer/"),
        "Systemer": again("/systemer/"),
        "Personer": again("/personer/"),
        "Plan": again("/plan/"),
        MOVING: again(*moves(numbers)),
        "Plan, Hvorfor ikke?": again(*(f"/plan/?oenske={number}" for number in numbers)),
    }


def moves(numbers: list[str]) -> list[str]:
    """One initiative after the other, each tried in a month of its own."""
    months = [f"{2027 + month // 12}-{month % 12 + 1:02d}" for month in range(40)]
    return [
        f"{MOVE}?oenske={number}&maaned={months[7 * index % len(months)]}"
        for index, number in enumerate(numbers)
    ]


def measure(client: "Client", page: str, urls: Iterator[str]) -> Timing:
    """The first request is not counted: it compiles templates and fills caches, once per process."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def ask(url: str) -> Any:
        headers = {"HX-Request": "true"} if url.startswith(MOVE) else {}
        return client.post(url, TROUBLE) if url == SIMILAR else client.get(url, headers=headers)

    first = next(urls)
    with CaptureQueriesContext(connection) as captured:
        answer = ask(first)
    queries = len(captured)
    if answer.status_code != 200:
        sys.exit(f"{first} answered {answer.status_code}")
    seconds = []
    for url in urls:
        begun = time.perf_counter()
        answer = ask(url)
        seconds.append(time.perf_counter() - begun)
        if answer.status_code != 200:
            sys.exit(f"{url} answered {answer.status_code}")
    return Timing(
        page,
        queries,
        1_000 * statistics.median(seconds),
        1_000 * statistics.quantiles(seconds, n=20)[-1],
        len(answer.content) / 1_000,
    )


def table(timings: list[Timing], arguments: argparse.Namespace) -> str:
    from django.db import connection

    from machine import description, today, versions

    heading = (
        f"{arguments.wishes} wishes, {arguments.in_the_plan} of them in the plan's question, {connection.vendor}; "
        f"{arguments.requests} requests a page. Must: p95 under {MUST_P95_MS} ms, "
        f"of the answer to a dragged bar under {MUST_MOVE_P95_MS} ms."
    )
    rows = (
        f"| {one.page} | {one.queries} | {one.median_ms:.0f} | {one.p95_ms:.0f} | {one.kilobytes:.0f} |"
        for one in timings
    )
    columns = ("| page | queries | median ms | p95 ms | kB |", "|---|---|---|---|---|")
    foot = f"Measured {today()} on {description()}; {versions()}."
    return "\n".join([heading, "", *columns, *rows, "", foot])


def put(text: str, file: Path) -> None:
    """Between the markers ``<!-- web -->`` and ``<!-- /web -->``."""
    page = file.read_text(encoding="utf-8")
    before, _, rest = page.partition("<!-- web -->")
    _, _, after = rest.partition("<!-- /web -->")
    file.write_text(f"{before}<!-- web -->\n{text}\n<!-- /web -->{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
