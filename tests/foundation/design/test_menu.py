"""The menu: few entries first, the rest one step away, and where one is."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory

from takt.foundation.design.context import menu, more_menu


def asked(path: str) -> HttpRequest:
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    return request


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/", "Overblik"),
        ("/venter/", "Overblik"),
        ("/sag/2026-001/", "Ønsker"),
        ("/opgaver/", "Mine opgaver"),
        ("/systemer/", "Systemer"),
        ("/styring/", "Styring"),
    ],
)
def test_one_entry_is_current(path: str, title: str) -> None:
    entries = [*menu(path), *more_menu(asked(path))]

    assert [entry["title"] for entry in entries if entry["is_current"]] == [title]


def test_the_menu_is_short() -> None:
    assert len(menu("/")) <= 6
