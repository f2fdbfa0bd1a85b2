"""A refusal says why not, and what it would take. It is the same answer everywhere.

``why_not_…`` rules return ``Refusal | None``: the answer disables the button, becomes its reason, and is what
a command raises. Middleware turns a raised refusal into a page, once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Refusal:
    reason: str
    """Why not, as a civil servant would say it."""
    remedy: str = ""
    """What it would take, and who can do it."""
    status: HTTPStatus = HTTPStatus.CONFLICT

    @property
    def title(self) -> str:
        if self.status == HTTPStatus.FORBIDDEN:
            return _("Det kan du ikke her")
        return _("Det kan ikke lade sig gøre endnu")


def not_yours(reason: str, remedy: str = "") -> Refusal:
    """A refusal because of who asks, not because of the case."""
    return Refusal(reason, remedy, HTTPStatus.FORBIDDEN)


class Refused(Exception):  # noqa: N818 - it is an answer, not an error
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason)
        self.refusal = refusal


def refuse_if(refusal: Refusal | None) -> None:
    if refusal is not None:
        raise Refused(refusal)


class AnswerRefusals:
    """Middleware: a refused command becomes a page (or, for htmx, its text) with the right status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refused):
            return None
        return refused_page(request, exception.refusal)


def refused_page(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return render(
        request,
        "design/refused.html",
        {"refusal": refusal, "back": request.headers.get("Referer", "/")},
        status=refusal.status,
    )
