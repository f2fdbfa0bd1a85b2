"""For each wish without a place, the cheapest change that would let it in, in Danish and English."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

from takt.calculation.planner.explain import Explanation, Situation, explain_in
from takt.calculation.planner.explain.way_sentences import WayText, cheapest_way
from takt.calculation.wording import Language
from takt.governance.planning.limits.asked import in_the_words_of

LANGUAGES: tuple[Language, ...] = ("da", "en")


@dataclass(frozen=True, slots=True)
class Way:
    """One sentence or more, by language; ``lines`` are what it takes and what comes of it."""

    id: str
    title: dict[str, str]
    lines: dict[str, list[str]]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def ways_into(situation: Situation, *, still_here: Callable[[], object]) -> list[Way]:
    """In the order of the problem; some thousandths of a second each, and ``still_here`` is called before each."""
    shown = {language: in_the_words_of(situation.problem, language) for language in LANGUAGES}
    found = []
    for one in situation.problem.initiatives:
        if one.id not in situation.start:
            still_here()
            why = explain_in(situation, one.id)
            said = {language: _way(replace(why, problem=shown[language]), language) for language in LANGUAGES}
            found.append(
                Way(
                    one.id,
                    {language: way.title for language, way in said.items()},
                    {language: list(way.lines) for language, way in said.items()},
                )
            )
    return found


def _way(why: Explanation, language: Language) -> WayText:
    return cheapest_way(why, language)
