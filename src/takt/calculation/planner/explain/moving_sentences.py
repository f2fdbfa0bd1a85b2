"""A tried start in words: what it would break, and who would have to give room."""

from dataclasses import dataclass

from takt.calculation.planner.explain.answer import Obstacle, Pressure
from takt.calculation.planner.explain.moving import Move
from takt.calculation.planner.explain.phrases import Phrases, by_bottleneck
from takt.calculation.wording import Language, count

MOST_NAMED = 6
"""Limits that are told one by one."""


@dataclass(frozen=True, slots=True)
class Tried:
    """All are whole sentences, save ``when``."""

    when: str
    """``Start i marts 2028, i drift oktober 2028, to måneder senere end i planen``."""
    verdict: str
    limits: tuple[str, ...]
    rules: tuple[str, ...]
    makes_room: tuple[str, ...]


def moving_sentences(move: Move, language: Language = "da") -> Tried:
    phrases = Phrases(move.problem, language)
    return Tried(
        when=f"{_months(phrases, move)}, {_moved_by(phrases, move)}",
        verdict=_verdict(phrases, move),
        limits=tuple(broken_limits(phrases, move.pressures)),
        rules=tuple(phrases.obstacle(obstacle) for obstacle in move.obstacles),
        makes_room=tuple(_makes_room(phrases, move)),
    )


def broken_limits(phrases: Phrases, pressures: tuple[Pressure, ...]) -> list[str]:
    """One sentence for each limit, the most broken first."""
    groups = by_bottleneck(pressures)
    said = [phrases.binding(group) for group in groups[:MOST_NAMED]]
    if len(groups) > MOST_NAMED:
        said.append(phrases.say("more_limits", count=phrases.number(len(groups) - MOST_NAMED)))
    return said


def said_of(
    phrases: Phrases, pressures: tuple[Pressure, ...], obstacles: tuple[Obstacle, ...]
) -> tuple[str, ...]:
    """Rules first, then limits: everything in the way, each a sentence."""
    return (*(phrases.obstacle(one) for one in obstacles), *broken_limits(phrases, pressures))


def _months(phrases: Phrases, move: Move) -> str:
    return phrases.say("tried", start=phrases.month(move.start), go_live=phrases.month(move.go_live))


def _moved_by(phrases: Phrases, move: Move) -> str:
    if move.now is None:
        return phrases.say("tried_new")
    moved = move.start - move.now
    if moved == 0:
        return phrases.say("tried_there")
    key = "tried_later" if moved > 0 else "tried_earlier"
    return phrases.say(key, months=phrases.count_of_months(abs(moved)))


def _verdict(phrases: Phrases, move: Move) -> str:
    if move.is_free:
        return phrases.say("tried_free")
    groups = {pressure.bottleneck for pressure in move.pressures}
    parts = [
        _counted(phrases, kind, len(of)) for kind, of in (("limit", groups), ("rule", move.obstacles)) if of
    ]
    said = phrases.say("and", one=parts[0], other=parts[1]) if len(parts) == 2 else parts[0]
    return phrases.say("tried_limits", count=said)


def _counted(phrases: Phrases, kind: str, much: int) -> str:
    if much == 1:
        return phrases.say(f"{kind}_count_one")
    return phrases.say(f"{kind}_count", count=count(much, phrases.language))


def _makes_room(phrases: Phrases, move: Move) -> list[str]:
    if move.holders:
        held = phrases.say("room_is_held", others=phrases.all_called(move.holders))
        return [held if move.obstacles else f"{held} {phrases.say('nobody_gives_room')}"]
    if move.displacement is None:
        return []
    moved = [phrases.placing("makes_room_moved", id_, start) for id_, start in move.displacement.moved]
    return moved + [
        phrases.say("makes_room_out", other=phrases.called(id_)) for id_ in move.displacement.dropped
    ]
