"""Roll-out windows in words: the first one, all of them, and what it would take where there is none."""

from dataclasses import dataclass

from takt.calculation.planner.explain.moving_sentences import broken_limits
from takt.calculation.planner.explain.phrases import Phrases, by_bottleneck
from takt.calculation.planner.windows import FreeWindow, Nearest, Room
from takt.calculation.wording import Language

MOST_STEPS = 6


@dataclass(frozen=True, slots=True)
class WindowText:
    """Whole sentences, save ``windows``."""

    headline: str
    windows: tuple[str, ...]
    binds: tuple[str, ...]
    """Why there is none."""
    takes: tuple[str, ...]
    """What would make one."""


def window_sentences(room: Room, language: Language = "da") -> WindowText:
    phrases, asked = Phrases(room.problem, language), room.asked
    if room.windows:
        first = room.windows[0].first
        headline = phrases.say(
            "window_first",
            months=phrases.months(range(first, first + asked.months)),
            go_live=phrases.month(first + asked.months),
        )
        return WindowText(
            headline, tuple(_window(phrases, one, asked.months) for one in room.windows), (), ()
        )
    if room.nearest is None:
        return WindowText(phrases.say("window_too_long"), (), (), ())
    total = sum(asked.hours.values())
    headline = phrases.say(
        "window_none",
        hours=phrases.say("hours", hours=phrases.number(total)),
        months=phrases.count_of_months(asked.months),
    )
    binds = (phrases.say("window_nearest", start=phrases.month(room.nearest.start)),)
    return WindowText(
        headline, (), (*binds, *_binds(phrases, room)), tuple(_takes(phrases, room, room.nearest))
    )


def _window(phrases: Phrases, one: FreeWindow, months: int) -> str:
    starts = phrases.months(range(one.first, one.latest + 1))
    if one.first == one.latest:
        rolled_out = phrases.months(range(one.first, one.first + months))
        return phrases.say(
            "window_one", starts=starts, months=rolled_out, go_live=phrases.month(one.first + months)
        )
    go_live = phrases.months(range(one.first + months, one.latest + months + 1))
    return phrases.say("window_several", starts=starts, go_live=go_live)


def _binds(phrases: Phrases, room: Room) -> list[str]:
    if room.nearest is None:
        return []
    frozen = [phrases.say("frozen", month=_go_live(phrases, room))] if room.nearest.frozen else []
    return frozen + broken_limits(phrases, room.nearest.pressures)


def _takes(phrases: Phrases, room: Room, nearest: Nearest) -> list[str]:
    groups = by_bottleneck(nearest.pressures)
    steps = [f"{phrases.raising(group)}." for group in groups[:MOST_STEPS]]
    if len(groups) > MOST_STEPS:
        steps.append(phrases.say("more_steps", count=phrases.number(len(groups) - MOST_STEPS)) + ".")
    if nearest.frozen:
        steps.append(phrases.say("lift", month=_go_live(phrases, room)) + ".")
    if room.percent_from is not None:
        start = phrases.month(room.percent_from)
        steps.append(phrases.say("window_share", percent=phrases.number(room.percent), start=start))
    steps.append(phrases.say("window_longer"))
    return steps


def _go_live(phrases: Phrases, room: Room) -> str:
    return phrases.month((room.nearest.start if room.nearest else 0) + room.asked.months)
