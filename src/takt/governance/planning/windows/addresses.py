"""The way to an answer about windows, from wherever units and hours are known."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.urls import reverse

from takt.governance.planning.question import unit_id
from takt.governance.planning.windows.asked import IN_ALL, MOST_MONTHS


def windows_url(units: Iterable[int], *, hours: int, months: int, without: str = "") -> str:
    """``units``: their keys. ``hours``: change hours a month of all of them together.

    ``without``: number of the initiative that these are the hours of, not to be counted twice.
    """
    asked = [("enhed", unit_id(unit)) for unit in units]
    asked += [
        ("timer", str(max(1, hours))),
        ("pr", IN_ALL),
        ("maaneder", str(min(max(1, months), MOST_MONTHS))),
    ]
    asked += [("uden", without)] if without else []
    return f"{reverse('rollout_windows')}?{urlencode(asked)}"
