"""How long is left of an item, by the agenda's own plan: no stopwatch to forget."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils.translation import gettext as _


def minutes_left(opened_at: datetime | None, lengths: Sequence[int], place: int, now: datetime) -> int | None:
    """``lengths``: minutes of each item; ``place``: of the item now, from 0. Negative when it is over its time.

    None before the meeting has begun.
    """
    if opened_at is None:
        return None
    planned_end = opened_at + timedelta(minutes=sum(lengths[: place + 1]))
    return int((planned_end - now).total_seconds() // 60)


def left_in_words(minutes: int) -> str:
    if minutes >= 0:
        return _("%(minutes)d min. tilbage") % {"minutes": minutes}
    return _("%(minutes)d min. over tiden") % {"minutes": -minutes}
