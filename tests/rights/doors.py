"""Every address and method of Takt, and what happens when somebody tries it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

METHODS = ("GET", "POST")


class Outcome(StrEnum):
    MAY = "ja"
    """Past the door: shown, done, or refused for a reason that has to do with the case and not the person."""
    MAY_NOT = "nej"
    """Refused politely, with the reason."""
    HIDDEN = "skjult"
    """Not found: it does not exist for this reader."""
    SIGN_IN = "log ind"
    NO_SUCH_METHOD = "–"


@dataclass(frozen=True, slots=True)
class Door:
    name: str
    route: str
    method: str
    view: Any

    @property
    def key(self) -> str:
        return f"{self.method} {self.name}"


def doors() -> list[Door]:
    return [
        Door(pattern.name or "", "/" + route, method, pattern.callback)
        for route, pattern in _routes(get_resolver())
        for method in METHODS
    ]


def _routes(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _routes(one, before + str(one.pattern))
        else:
            yield before + str(one.pattern), one


def try_door(client: Client, address: str, method: str) -> Outcome:
    """What an empty request meets; whatever it did is undone, signing out and all."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        answer = client.get(address) if method == "GET" else client.post(address, {})
        transaction.set_rollback(True)
    if answer.streaming:  # a document that is handed out is open until it has been read
        b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    client.cookies = cookies
    status = answer.status_code
    assert status < 500, f"{method} {address}: {status}"
    if status == HTTPStatus.FORBIDDEN:
        assert _says_why(answer), f"{method} {address} refuses without a reason"
        return Outcome.MAY_NOT
    if status == HTTPStatus.FOUND and answer["Location"].startswith(
        ("/demonstration/?next", "/konto/log-ind/")
    ):
        return Outcome.SIGN_IN
    return {
        HTTPStatus.NOT_FOUND: Outcome.HIDDEN,
        HTTPStatus.METHOD_NOT_ALLOWED: Outcome.NO_SUCH_METHOD,
    }.get(HTTPStatus(status), Outcome.MAY)


def _says_why(answer: Any) -> bool:
    text = answer.content.decode()
    return "refusal" in text or len(text) > 40
