"""An explanation in the words of a civil servant, Danish or English."""

from dataclasses import dataclass

from takt.calculation.planner.explain.answer import (
    Bottleneck,
    Explanation,
    PanelLine,
    Pressure,
    Theme,
    Trial,
    Verdict,
)
from takt.calculation.planner.explain.phrases import Phrases, by_bottleneck
from takt.calculation.planner.explain.way_sentences import WayText, ways_out
from takt.calculation.planner.usage import Resource
from takt.calculation.wording import Language, join_list, kroner

__all__ = ["PanelText", "Said", "WayText", "sentences"]

MOST_NAMED = 3
"""Limits of one kind that are named one by one."""


@dataclass(frozen=True, slots=True)
class PanelText:
    theme: Theme
    title: str
    binds: bool
    """It stands in the way, or has been broken: see ``state``."""
    state: str
    """``binder`` or ``plads``; ``overskredet`` for the deadline of a duty that is placed too late."""
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
        panel=tuple(_panel(phrases, line, explanation if is_in else None) for line in explanation.panel),
        ways=() if is_in else tuple(ways_out(phrases, explanation)),
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


def _panel(phrases: Phrases, line: PanelLine, placed: Explanation | None) -> PanelText:
    if line.theme is Theme.LAW and placed is not None and placed.months_late:
        said = [phrases.say("late_law", months=phrases.count_of_months(placed.months_late))]
        return PanelText(line.theme, phrases.say(line.theme.value), True, phrases.say("missed"), tuple(said))
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
