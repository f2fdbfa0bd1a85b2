"""What it would take, in the words of a civil servant, Danish or English."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from takt.calculation.planner.explain.answer import (
    Displacement,
    Explanation,
    Remark,
    Waves,
    WayIn,
    Window,
)
from takt.calculation.planner.explain.phrases import Phrases, by_bottleneck
from takt.calculation.planner.usage import Resource
from takt.calculation.wording import Language, kroner

MOST_STEPS = 4
"""A way in that takes more is told only when there is no shorter."""
MOST_LIMITS = 6
"""Limits to raise that are named one by one."""


@dataclass(frozen=True, slots=True)
class WayText:
    title: str
    lines: tuple[str, ...]
    price: str = ""
    """Points, money or days where it is one amount; it is told in the lines too."""


def cheapest_way(explanation: Explanation, language: Language = "da") -> WayText:
    """Of a wish without a place, the change that takes least; nothing has to be changed where it has room.

    Splitting what is too big; the fewest limits, each raised just enough, with what must come first; or others
    that make room.
    """
    phrases, window = Phrases(explanation.problem, language), explanation.next_window
    if window is not None and not window.after_deadline:
        return _has_room(phrases, explanation, window)
    if explanation.waves is not None:
        return _split(phrases, explanation.waves)
    if explanation.ways_in:
        return _way_in(phrases, explanation.ways_in[0])
    if explanation.displacement is not None:
        return _displace(phrases, explanation.displacement)
    return WayText(phrases.say("impossible" if explanation.impossible is not None else "no_window"), ())


def _has_room(phrases: Phrases, explanation: Explanation, window: Window) -> WayText:
    said = [phrases.say(remark.value, start=phrases.month(window.start)) for remark in explanation.remarks]
    return WayText(said[0], ()) if said else _wait(phrases, window)


def ways_out(phrases: Phrases, explanation: Explanation) -> Iterable[WayText]:
    if explanation.waves is not None:
        yield _split(phrases, explanation.waves)
    if explanation.next_window is not None and Remark.ROOM_BUT_NO_VALUE not in explanation.remarks:
        yield _wait(phrases, explanation.next_window)
    if explanation.displacement is not None:
        yield _displace(phrases, explanation.displacement)
    told = explanation.displacement.dropped if explanation.displacement is not None else ()
    ways = [
        _way_in(phrases, way)
        for way in explanation.ways_in
        if way.raised or way.lifted or way.brought or way.moved or way.left_out != told
    ]
    short = [way for way in ways if len(way.lines) <= MOST_STEPS + 1]
    yield from short if short and explanation.waves is None else ways[:1]


def _split(phrases: Phrases, waves: Waves) -> WayText:
    peak, count = waves.peak, waves.count
    total, limit = phrases.hours(peak.total, peak.decided, peak.limit.id)
    name, month = phrases.name(peak.bottleneck), phrases.when([peak])
    line = phrases.say("waves_line", unit=name, total=total, month=month, limit=limit)
    if count is None:
        return WayText(phrases.say("waves_no_count"), (line,))
    return WayText(phrases.say("waves", count=phrases.number(count)), (line,))


def _wait(phrases: Phrases, window: Window) -> WayText:
    key = "wait_deadline" if window.after_deadline else "wait_line"
    lines = [phrases.say(key, go_live=phrases.month(window.go_live))]
    price = phrases.say("points", points=phrases.points(window.lost_twelfths))
    if window.lost_twelfths > 0:
        lines.append(phrases.say("wait_price", points=price))
    start = phrases.month(window.start)
    return WayText(phrases.say("wait", start=start), tuple(lines), price if len(lines) > 1 else "")


def _displace(phrases: Phrases, displacement: Displacement) -> WayText:
    steps = [phrases.placing("move", id_, start) for id_, start in displacement.moved]
    steps += [phrases.say("leave_out", other=phrases.called(id_)) for id_ in displacement.dropped]
    price = phrases.say(
        "displace_price" if displacement.loss_twelfths > 0 else "displace_price_free",
        gain=phrases.points(displacement.gain_twelfths),
        loss=phrases.points(displacement.loss_twelfths),
        start=phrases.month(displacement.start),
    )
    if displacement.net_twelfths > 0:
        price += " " + phrases.say("displace_better")
    loss = phrases.say("points", points=phrases.points(max(0, displacement.loss_twelfths)))
    return replace(_titled(steps, phrases.say("displace"), price), price=loss)


def _way_in(phrases: Phrases, way: WayIn) -> WayText:
    steps = [phrases.placing("bring", id_, start) for id_, start in way.brought]
    steps += [phrases.placing("move", id_, start) for id_, start in way.moved]
    steps += [phrases.say("leave_out", other=phrases.called(id_)) for id_ in way.left_out]
    groups = by_bottleneck(way.raised)
    told = groups if len(groups) <= MOST_LIMITS else groups[: MOST_LIMITS - 2]
    steps += [phrases.raising(group) for group in told]
    if len(told) < len(groups):
        steps.append(phrases.say("more_steps", count=phrases.number(len(groups) - len(told))))
    steps += [phrases.say("lift", month=phrases.month(month)) for month in way.lifted]
    start = phrases.month(way.start)
    said = _titled(steps, phrases.say("start_in", start=start), phrases.say("then_start", start=start))
    return replace(said, price=_one_amount(phrases, way))


def _one_amount(phrases: Phrases, way: WayIn) -> str:
    """Days or kroner, when that is all it takes."""
    if way.lifted or way.brought or way.moved or way.left_out:
        return ""
    resources = {pressure.limit.resource for pressure in way.raised}
    total = sum(pressure.extra for pressure in way.raised)
    if resources == {Resource.MONEY}:
        return kroner(total, phrases.language)
    return phrases.days(total, total) if resources == {Resource.STAFF} else ""


def _titled(steps: Sequence[str], title: str, last: str) -> WayText:
    """One step is its own title; several stand under one."""
    if len(steps) == 1:
        return WayText(steps[0], (last,))
    return WayText(title, (*(f"{step}." for step in steps), last))
