"""Every address has an owner: signed-in people only, unless it is on the short list of open doors."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

OPEN_TO_ALL = {
    "account_login",
    "account_logout",
    "accessibility",
    "calendar_feed",
    "choose_language",
    "demonstration",
    "demonstration_sign_in",
    "how_we_calculate",
    "ready",
    "unit_calendar_feed",
}
SOURCE = Path(__file__).resolve().parents[2] / "src" / "takt"


def routes(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from routes(one, before + str(one.pattern))
        else:
            yield before + str(one.pattern), one


def asks_for_sign_in(view: Any) -> bool:
    return bool(getattr(view, "login_required", True))


def test_only_the_listed_doors_are_open() -> None:
    open_doors = {
        pattern.name
        for route, pattern in routes(get_resolver())
        if not asks_for_sign_in(pattern.callback) and not route.startswith("konto/")
    }
    assert open_doors <= OPEN_TO_ALL


@pytest.mark.django_db
def test_a_stranger_is_sent_to_the_door(client: Client) -> None:
    for route, pattern in routes(get_resolver()):
        if "<" in route or pattern.name in OPEN_TO_ALL or route.startswith("konto/"):
            continue
        answer = client.get(f"/{route}")
        assert answer.status_code == 302, route
        assert answer["Location"].startswith(("/demonstration/?next=", "/konto/log-ind/?next=")), route


@pytest.mark.django_db
def test_every_answer_carries_a_strict_policy(client: Client) -> None:
    policy = client.get("/konto/log-ind/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("template", sorted(SOURCE.rglob("templates/**/*.html")), ids=lambda path: path.name)
def test_no_template_needs_a_weaker_policy(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    for forbidden in (" style=", "<style", " onclick=", " onchange=", " onsubmit=", "hx-on", "javascript:"):
        assert forbidden not in text
    assert "<script>" not in text
