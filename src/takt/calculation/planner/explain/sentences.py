"""An explanation in the words of a civil servant, Danish or English."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from takt.calculation.planner.explain.answer import (
    Bottleneck,
    Displacement,
    Explanation,
    PanelLine,
    Pressure,
    Remark,
    Theme,
    Trial,
    Verdict,
    Waves,
    WayIn,
    Window,
)
from takt.calculation.planner.explain.phrases import Phrases, by_bottleneck
from takt.calculation.planner.usage import Resource
from takt.calculation.wording import Language, join_list, kroner

MOST_NAMED = 3
"""Limits of one kind that are named one by one."""
MOST_STEPS = 4
"""A way in that takes more is told only when there is no shorter."""


@dataclass(frozen=True, slots=True)
class PanelText:
    theme: Theme
    title: str
    binds: bool
    state: str
    """``binder`` or ``plads``."""
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WayText:
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """All texts are whole sentences, save the titles."""

    headline: str
    reasons: tuple[str, ...]
    panel: tuple[PanelText, ...]
    ways: tuple[WayText, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """As running text, for a terminal or a cell in a workbook."""
        panel = (f"{part.title}: {part.state}. {' '.join(part.lines)}" for part in self.panel)
        ways = (f"{way.title.rstrip('.')}. {' '.join(way.lines)}".rstrip() for way in self.ways)
        return (self.headline, *self.reasons, *panel, *ways)


def sentences(explanation: Explanation, language: Language = "da") -> Said:
    """The headline, the reasons, the four limits and the ways out, each a short text."""
    phrases = Phrases(explanation.problem, language)
    is_in = explanation.verdict is not Verdict.NOT_PLACED
    return Said(
        headline=_where_it_is(phrases, explanation) if is_in else _why_not(phrases, explanation),
        reasons=_why_not_earlier(phrases, explanation) if is_in else _reasons(phrases, explanation),
        panel=tuple(_panel(phrases, line) for line in explanation.panel),
        ways=() if is_in else tuple(_ways(phrases, explanation)),
    )


def _where_it_is(phrases: Phrases, explanation: Explanation) -> str:
    start, go_live = explanation.start or 0, explanation.go_live or 0
    said = phrases.say(explanation.verdict.value, start=phrases.month(start), go_live=phrases.month(go_live))
    deadline = explanation.problem.initiative[explanation.id].latest_go_live
    if explanation.months_late and deadline is not None:
        months = phrases.count_of_months(explanation.months_late)
        said += " " + phrases.say("late", months=months, deadline=phrases.month(deadline))
    return said


def _why_not(phrases: Phrases, explanation: Explanation) -> str:
    if explanation.waves is not None:
        return phrases.say("too_big")
    if explanation.impossible is not None:
        return phrases.say("impossible")
    count = len(explanation.binding)
    if count == 0:
        return phrases.say("not_chosen")
    names = {1: "not_yet_one", 4: "not_yet_all"}
    counted = {2: "two", 3: "three"}
    said = phrases.say(names.get(count, "not_yet"), count=phrases.say(counted.get(count, "two")))
    return f"{said} {_window(phrases, explanation)}"


def _window(phrases: Phrases, explanation: Explanation) -> str:
    window = explanation.next_window
    if window is None:
        return phrases.say("no_window")
    key = "window_late" if window.after_deadline else "next_window"
    return phrases.say(key, start=phrases.month(window.start))


def _why_not_earlier(phrases: Phrases, explanation: Explanation) -> tuple[str, ...]:
    if explanation.verdict is Verdict.FIXED:
        return ()
    if not explanation.earlier and not explanation.remarks:
        return (phrases.say("earliest"),)
    runs = explanation.earlier
    said = [
        phrases.say(
            "earlier",
            starts=phrases.months(range(run.first, run.latest + 1)),
            reasons=_in_short(phrases, run.best, at_least=run.first < run.latest),
        )
        for run in runs[-MOST_NAMED:]
    ]
    if runs[:-MOST_NAMED]:
        months = [month for run in runs[:-MOST_NAMED] for month in range(run.first, run.latest + 1)]
        said.append(phrases.say("more_runs", starts=phrases.months(months)))
    return (*said, *(phrases.say(remark.value) for remark in explanation.remarks))


def _in_short(phrases: Phrases, trial: Trial, *, at_least: bool, either: bool = False) -> str:
    reasons = [phrases.obstacle_in_short(obstacle) for obstacle in trial.obstacles]
    groups = by_bottleneck(trial.pressures)
    reasons += [
        phrases.in_short(group, at_least=at_least) for group in groups[: max(1, MOST_NAMED - len(reasons))]
    ]
    return join_list(reasons, phrases.language, either=either)


def _reasons(phrases: Phrases, explanation: Explanation) -> tuple[str, ...]:
    said = list[str]()
    if explanation.impossible is not None:
        proof = Trial(0, explanation.impossible.pressures, explanation.impossible.obstacles)
        said.append(phrases.say("proof", reasons=_in_short(phrases, proof, at_least=True, either=True)))
    elif explanation.remarks and explanation.next_window is not None:
        remark, start = explanation.remarks[0], phrases.month(explanation.next_window.start)
        said.append(phrases.say(remark.value, start=start))
    elif explanation.trial is not None and explanation.trial.pressures:
        said.append(phrases.say("measured_at", start=phrases.month(explanation.trial.start)))
        if explanation.displacement is not None and explanation.displacement.net_twelfths <= 0:
            said.append(phrases.say("others_worth_more"))
    if explanation.months_late:
        said.append(phrases.say("duty_missing"))
    return tuple(said)


# The panel


def _panel(phrases: Phrases, line: PanelLine) -> PanelText:
    if line.binds:
        groups = by_bottleneck(line.pressures)
        said = [phrases.obstacle(obstacle) for obstacle in line.obstacles]
        said += [phrases.binding(group) for group in groups[:MOST_NAMED]]
        if len(groups) > MOST_NAMED:
            said.append(phrases.say("more_limits", count=phrases.number(len(groups) - MOST_NAMED)))
    else:
        said = [_room(phrases, line)]
    state = phrases.say("binds" if line.binds else "room")
    return PanelText(line.theme, phrases.say(line.theme.value), line.binds, state, tuple(said))


def _room(phrases: Phrases, line: PanelLine) -> str:
    if line.theme is Theme.LAW:
        return phrases.say("room_law")
    if line.theme is Theme.MONEY:
        return _room_for_money(phrases, line)
    if line.tightest is None:
        return phrases.say(f"room_no_{line.theme.value}")
    return _tightest(phrases, line.tightest)


def _tightest(phrases: Phrases, pressure: Pressure) -> str:
    name, month = phrases.name(pressure.bottleneck), phrases.when([pressure])
    if pressure.limit.resource is Resource.STAFF:
        limit = phrases.days(pressure.decided, pressure.decided)
        total = phrases.number(pressure.total)
        return phrases.say("room_staff", role=name, total=total, limit=limit, month=month)
    total, limit = phrases.hours(pressure.total, pressure.decided, pressure.limit.id)
    return phrases.say("room_change", unit=name, total=total, month=month, limit=limit)


def _room_for_money(phrases: Phrases, line: PanelLine) -> str:
    if not line.spending:
        return phrases.say("room_no_money")
    said = [
        phrases.say(
            "spends",
            frame=phrases.name(Bottleneck(Resource.MONEY, frame)),
            amount=kroner(dkk, phrases.language),
        )
        for frame, dkk in line.spending
    ]
    return phrases.say("room_money", amounts=join_list(said, phrases.language))


# The ways out


def _ways(phrases: Phrases, explanation: Explanation) -> Iterable[WayText]:
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
    line = phrases.say(
        "wait_deadline" if window.after_deadline else "wait_line", go_live=phrases.month(window.go_live)
    )
    return WayText(phrases.say("wait", start=phrases.month(window.start)), (line,))


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
    return _titled(steps, phrases.say("displace"), price)


def _way_in(phrases: Phrases, way: WayIn) -> WayText:
    steps = [phrases.placing("bring", id_, start) for id_, start in way.brought]
    steps += [phrases.placing("move", id_, start) for id_, start in way.moved]
    steps += [phrases.say("leave_out", other=phrases.called(id_)) for id_ in way.left_out]
    steps += [phrases.raising(group) for group in by_bottleneck(way.raised)]
    steps += [phrases.say("lift", month=phrases.month(month)) for month in way.lifted]
    start = phrases.month(way.start)
    return _titled(steps, phrases.say("start_in", start=start), phrases.say("then_start", start=start))


def _titled(steps: Sequence[str], title: str, last: str) -> WayText:
    """One step is its own title; several stand under one."""
    if len(steps) == 1:
        return WayText(steps[0], (last,))
    return WayText(title, (*(f"{step}." for step in steps), last))
