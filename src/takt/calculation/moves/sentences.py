"""A reason for a move as one sentence, Danish or English."""

from dataclasses import replace

from takt.calculation.moves.reasons import Cause, Part, Reason
from takt.calculation.planner.explain.phrases import Phrases
from takt.calculation.planner.problem import Problem
from takt.calculation.wording import Language, join_list

WORDS: dict[Cause, tuple[str, str]] = {
    Cause.NEW: (
        "Er kommet til, siden den gældende plan blev lagt.",
        "Has come since the plan in force was made.",
    ),
    Cause.GONE: ("Er ikke med i beregningen længere.", "Is no longer part of the question."),
    Cause.DUTY: ("Er blevet en skal-opgave.", "Has become a duty."),
    Cause.ESTIMATE: ("Skønnet er ændret: {parts}.", "The estimate has changed: {parts}."),
    Cause.PASSED: (
        "Den hidtidige start, {start}, er passeret.",
        "The earlier start, {start}, has passed.",
    ),
    Cause.OBSTACLE: (
        "Start i {start} går ikke længere: {what}.",
        "A start in {start} does not work any more: {what}.",
    ),
    Cause.NARROWER: (
        "En grænse er sænket. Ved start i {start}: {what}.",
        "A limit has been lowered. With a start in {start}: {what}.",
    ),
    Cause.DISPLACED: (
        "Pladsen bruges nu af {others}. Ved start i {start}: {what}.",
        "The place is now used by {others}. With a start in {start}: {what}.",
    ),
    Cause.CLEARED: (
        "Det, der stod i vejen for start i {start}, er væk: {what}.",
        "What stood in the way of a start in {start} is gone: {what}.",
    ),
    Cause.WIDER: (
        "En grænse er hævet, så der er blevet plads: {limit} i {when}.",
        "A limit has been raised, which makes room: {limit} in {when}.",
    ),
    Cause.RELEASED: (
        "Der er blevet plads efter {others}: {limit} i {when}.",
        "There is room now after {others}: {limit} in {when}.",
    ),
    Cause.WHOLE: (
        "Ingen grænse tvinger det. Planen som helhed giver mest sådan.",
        "No limit forces it. The plan as a whole gives most this way.",
    ),
}
ELSEWHERE = ("andre initiativer", "other initiatives")
PARTS: dict[Part, tuple[str, str]] = {
    Part.TIME: ("varighed", "duration"),
    Part.WINDOW: ("tidligste start", "earliest start"),
    Part.DEADLINE: ("frist", "deadline"),
    Part.MONEY: ("penge", "money"),
    Part.STAFF: ("bemanding", "staff"),
    Part.CHANGE: ("belastning af enhederne", "load on the units"),
    Part.VALUE: ("værdi", "value"),
    Part.ORDER: ("hvad det kræver først", "what must come first"),
}
MOST_OTHERS = 3


def sentence(reason: Reason, language: Language, shown: Problem | None = None) -> str:
    """``shown``: the reason's question with the names of this language."""
    which = 0 if language == "da" else 1
    parts = join_list([PARTS[part][which] for part in reason.changed], language)
    filled = {"parts": parts} | _measured(replace(reason, problem=shown or reason.problem), language)
    return WORDS[reason.cause][which].format(**filled)


def _measured(reason: Reason, language: Language) -> dict[str, str]:
    """What is said of the question in which the reason was found."""
    if reason.problem is None or reason.start is None:
        return {}
    phrases = Phrases(reason.problem, language)
    said = {"start": phrases.month(reason.start), "others": _others(phrases, reason.others, language)}
    if reason.obstacle is not None:
        said["what"] = phrases.obstacle_in_short(reason.obstacle)
    if reason.pressures:
        said["what"] = phrases.in_short(reason.pressures, at_least=False)
        said["limit"] = phrases.name(reason.pressures[0].bottleneck)
        said["when"] = phrases.when(reason.pressures)
    return said


def _others(phrases: Phrases, ids: tuple[str, ...], language: Language) -> str:
    if not ids:
        return ELSEWHERE[0 if language == "da" else 1]
    return phrases.all_called(ids[:MOST_OTHERS])
