"""What the network and the wishers of Fjordby said to each other. The words are invented."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial

from takt.foundation.people.models import Person, Role
from takt.governance.asking.models import Wish
from takt.governance.clarifying.commands.answer_question import answer_question
from takt.governance.clarifying.commands.ask_back import ask_back
from takt.governance.clarifying.commands.decline_wish import decline_wish
from takt.governance.clarifying.commands.park_wish import park_wish
from takt.governance.clarifying.commands.take_up import take_up
from takt.governance.flow.stages import Stage
from takt.interfaces.demonstration.estimates import chance
from takt.interfaces.demonstration.history import COPENHAGEN, Step

FIRST_QUESTION = date(2026, 11, 2)
FIRST_REOPENING = date(2026, 11, 16)
SHARE_ASKED, SHARE_ANSWERED = 0.16, 0.08
"""Of all that are being clarified."""
ASKED_AND_ANSWERED = (
    (
        "Hvor mange gange om ugen sker det, og hvem bruger tiden?",
        "Det sker tre-fire gange om ugen. Mest hos os, der møder ind først.",
    ),
    (
        "Hvilket system arbejder I i, når det går galt?",
        "Vi taster i to systemer, fordi de ikke taler sammen.",
    ),
    (
        "Har I prøvet noget andet, og hvad lærte I af det?",
        "Vi prøvede en fælles mappe i foråret. Den blev aldrig ajour.",
    ),
    (
        "Hvem skal lære det nye, hvis I får en løsning?",
        "Alle faste medarbejdere i huset. Vikarerne kan vente.",
    ),
    (
        "Hvad sker der for borgeren, hvis vi ikke gør noget i år?",
        "Borgeren venter en uge længere på svar, når vi har travlt.",
    ),
)


def network_of(people: Sequence[Person]) -> list[Person]:
    """Those who take wishes up, in the order of the file."""
    return [person for person in people if person.holds(Role.NETWORK_MEMBER, Role.COORDINATOR)]


def spoken_step(nr: str, wish: Wish, step: Step, *, reason: str, network: Sequence[Person]) -> bool:
    """Take the step by the network's own command, if there is one, so that the wisher gets an answer."""
    by = network[int(len(network) * chance(nr, "network"))]
    initiative = wish.initiative
    if step.stage == Stage.CLARIFYING:
        take_up(initiative, by=by, at=step.at)
    elif step.stage == Stage.POSTPONED:
        park_wish(initiative, reason, reopen_date=reopening(nr), by=by, at=step.at)
    elif step.stage == Stage.DECLINED:
        decline_wish(initiative, reason, by=by, at=step.at)
    else:
        return False
    initiative.refresh_from_db()
    return True


def reopening(nr: str) -> date:
    return FIRST_REOPENING + timedelta(days=int(180 * chance(nr, "reopen")))


def questions(
    nr: str, told: Callable[[], Wish], *, wisher: Person, network: Sequence[Person]
) -> list[tuple[datetime, Callable[[], object]]]:
    """Questions in November, some of them answered."""
    if chance(nr, "question") >= SHARE_ASKED:
        return []
    by = network[int(len(network) * chance(nr, "network"))]
    question, answer = ASKED_AND_ANSWERED[int(len(ASKED_AND_ANSWERED) * chance(nr, "which"))]
    day = FIRST_QUESTION + timedelta(days=7 * int(2 * chance(nr, "week")) + int(5 * chance(nr, "weekday")))
    asked_at = datetime.combine(day, time(10, int(60 * chance(nr, "minute"))), COPENHAGEN)
    talk: list[tuple[datetime, Callable[[], object]]] = [
        (asked_at, lambda: ask_back(told().initiative, question, by=by, at=asked_at))
    ]
    if chance(nr, "question") < SHARE_ANSWERED:
        answered_at = asked_at + timedelta(days=4 if day.weekday() < 1 else 6, hours=3)
        talk.append((answered_at, partial(_answer, told, answer, wisher, answered_at)))
    return talk


def _answer(told: Callable[[], Wish], answer: str, wisher: Person, at: datetime) -> None:
    answer_question(told().initiative.questions.get(), answer, by=wisher, at=at)
