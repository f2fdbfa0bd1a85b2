"""Hearings in Fjordby: two that are over and two that run. Every answer is invented."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Unit
from takt.governance.asking.models import Wish
from takt.governance.clarifying.commands.working import holder_of
from takt.governance.deciding.hearing.commands.answer_hearing import answer_hearing
from takt.governance.deciding.hearing.commands.call_hearing import call_hearing
from takt.governance.deciding.hearing.commands.close_hearing import close_hearing
from takt.governance.deciding.hearing.models import Hearing, Party, Stance
from takt.interfaces.demonstration.history import COPENHAGEN, past
from takt.interfaces.demonstration.reading import WishRow

Happening = tuple[datetime, Callable[[], object]]
WEEKS = timedelta(weeks=3)


@dataclass(frozen=True, slots=True)
class Said:
    unit: str
    stance: Stance
    text: str
    days: int
    """After it was asked."""


@dataclass(frozen=True, slots=True)
class Story:
    nr: str
    """Of the wish."""
    asked_on: date | None
    """None: three weeks after the network took it up."""
    questions: tuple[str, ...]
    answers: tuple[Said, ...]
    closed_after: int | None = None
    """Days; None: it runs to its day."""


STORIES = (
    Story(
        "W105",
        None,
        (
            "Hvor mange af jeres besøg kan blive til et skærmbesøg?",
            "Hvad skal være på plads, før I kan bakke op?",
        ),
        (
            Said("Visitationen", Stance.SUPPORT, "Vi kan visitere til skærmbesøg fra første dag.", 4),
            Said("Hjemmeplejen Nord", Stance.SUPPORT, "", 6),
            Said(
                "Sygeplejen",
                Stance.REMARKS,
                "Vi støtter, hvis medicinen kan doseres hjemme, og hvis der er en sygeplejerske at ringe til.",
                10,
            ),
            Said(
                "Hjemmeplejen Syd",
                Stance.AGAINST,
                "Halvdelen af vores borgere hører eller ser dårligt. Vi er bekymrede for dem, der bor alene.",
                13,
            ),
        ),
    ),
    Story(
        "W040",
        None,
        ("Kan I undvære to medarbejdere i udrulningen?",),
        (
            Said("Ydelsescenter", Stance.SUPPORT, "Ja, hvis det ikke falder sammen med årsopgørelsen.", 2),
            Said(
                "Økonomi og Regnskab", Stance.REMARKS, "Kontrollen skal kunne efterprøves af revisionen.", 5
            ),
        ),
        closed_after=6,
    ),
    Story(
        "W001",
        date(2026, 11, 16),
        ("Hvad betyder sagen for jer, og kan I bakke op om den?", "Hvem skal kunne ændre en afgørelse?"),
        (
            Said(
                "Visitationen",
                Stance.REMARKS,
                "Vi bakker op, når en visitator altid træffer afgørelsen, og borgeren kan se begrundelsen.",
                3,
            ),
        ),
    ),
    Story(
        "W158",
        date(2026, 11, 18),
        ("Hvordan hjælper I borgerne i dag, og hvad ville I have brug for?",),
        (),
    ),
)


def hearings(rows: Sequence[WishRow], told: Mapping[str, Wish], units: Mapping[str, Unit]) -> list[Happening]:
    """To be mixed with everything else that happened; ``told`` fills up meanwhile."""
    by_nr = {row.nr: row for row in rows}
    return [happening for story in STORIES for happening in _story(story, by_nr[story.nr], told, units)]


def _story(
    story: Story, row: WishRow, told: Mapping[str, Wish], units: Mapping[str, Unit]
) -> list[Happening]:
    day = story.asked_on or past(row.nr, row.stage)[1].at.date() + WEEKS
    asked_at = datetime.combine(day, time(9, 30), COPENHAGEN)
    happenings: list[Happening] = [(asked_at, partial(_ask, story, row, told, units, asked_at))]
    for said in story.answers:
        at = asked_at + timedelta(days=said.days, hours=2)
        happenings.append((at, partial(_answer, story.nr, said, told, at)))
    if story.closed_after is not None:
        at = asked_at + timedelta(days=story.closed_after)
        happenings.append((at, partial(_close, story.nr, told, at)))
    return happenings


def _ask(
    story: Story, row: WishRow, told: Mapping[str, Wish], units: Mapping[str, Unit], at: datetime
) -> None:
    initiative = told[story.nr].initiative
    asked = [units[name] for name in row.hits]
    due_date = at.date() + WEEKS
    call_hearing(initiative, story.questions, asked, due_date=due_date, by=_holder(told[story.nr]), at=at)


def _answer(nr: str, said: Said, told: Mapping[str, Wish], at: datetime) -> None:
    party = Party.objects.select_related("hearing__initiative", "unit").get(
        hearing__initiative=told[nr].initiative, unit__name=said.unit
    )
    manager = Managers.now().of(party.unit_id)
    assert manager is not None  # noqa: S101 - each unit in the stories has one
    answer_hearing(party, said.stance, said.text, edition=1, by=manager, at=at)


def _close(nr: str, told: Mapping[str, Wish], at: datetime) -> None:
    hearing = Hearing.objects.select_related("initiative").get(initiative=told[nr].initiative)
    close_hearing(hearing, by=_holder(told[nr]), at=at)


def _holder(wish: Wish) -> Person:
    holder = holder_of(wish.initiative)
    assert holder is not None  # noqa: S101 - the network took it up before
    return holder
