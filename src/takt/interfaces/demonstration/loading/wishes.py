"""The wishes of Fjordby, told from the beginning: each step is taken by a real command, oldest first."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from takt.calculation.money.three_point import weighted
from takt.calculation.planner.problem import Month
from takt.calculation.scoring import unassessed_points
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person, Role, Unit
from takt.governance.asking.commands.join_wish import join_wish
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.models import Frequency, Wish
from takt.governance.asking.rules import Answers
from takt.governance.clarifying.models import Dependency, Effort, Estimate, Impact, StaffRole
from takt.governance.clarifying.scoring.terms import SUGGESTED
from takt.governance.flow.commands import move
from takt.governance.flow.stages import Stage
from takt.governance.planning.limits.months import first_day_of
from takt.interfaces.demonstration.estimates import SOURCE, Guess, chance, guess
from takt.interfaces.demonstration.history import LATEST, Step, between, past
from takt.interfaces.demonstration.loading.dialogue import network_of, questions, spoken_step
from takt.interfaces.demonstration.loading.hearings import hearings
from takt.interfaces.demonstration.loading.limits import limit_history
from takt.interfaces.demonstration.loading.minute_book import MinuteBook
from takt.interfaces.demonstration.loading.scoring import Scoring
from takt.interfaces.demonstration.reading import WishRow

PRICE_YEAR = 2026
EARLIEST_START = {Stage.CLARIFYING: date(2027, 4, 1), Stage.RECOMMENDED: date(2027, 2, 1)}
"""What is not decided yet cannot start at once."""
WHO_MOVES = {
    Stage.RECOMMENDED: Role.COUNCIL_MEMBER,
    Stage.APPROVED: Role.DIRECTOR,
    Stage.REALISING: Role.PROJECT_LEADER,
    Stage.IN_USE: Role.PROJECT_LEADER,
}
WHY = {
    Stage.CLARIFYING: "Netværket tager ønsket op.",
    Stage.RECOMMENDED: "Netværket har regnet sagen igennem og indstiller den til Teknologirådet.",
    Stage.REALISING: "Projektleder og styregruppe er udpeget.",
    Stage.IN_USE: "Løsningen er taget i brug, og driften har overtaget.",
    Stage.POSTPONED: "Ønsket er godt, men kan vente, til et større system er skiftet.",
    Stage.DECLINED: "Et andet ønske løser det samme for færre penge.",
}

LINE_SOURCES = {
    "investment": ("To opdigtede tilbud", "Opdigtet listepris", ""),
    "running": ("Opdigtet licenspris", "Opdigtet aftale", ""),
    "benefit": ("Opdigtet tidsmåling", "Opdigtet skøn"),
    "training": ("Opdigtet forsøg", "Opdigtet kursusplan", ""),
}
DAYS_SOURCES = ("Opdigtet, som sidst", "Opdigtet skøn", "")
"""What a line rests on. Some say nothing, as in every house."""

Happening = tuple[datetime, Callable[[], object]]


class Telling:
    """Collects what happened to every wish, and lets it happen in the order of time."""

    def __init__(self, units: dict[str, Unit], people: list[Person], roles: dict[str, StaffRole]) -> None:
        self.units, self.people, self.roles = units, people, roles
        self.children: dict[str, list[str]] = {}
        for unit in units.values():
            if unit.parent:
                self.children.setdefault(unit.parent.name, []).append(unit.name)
        self.workers: dict[str, list[Person]] = {}
        for person in people:
            if person.unit and person.is_active:
                self.workers.setdefault(person.unit.name, []).append(person)
        self.holder = {holding.role: person for person in people for holding in person.role_holdings.all()}
        self.network = network_of(people)
        self.told: dict[str, Wish] = {}
        self.book = MinuteBook()

    def tell(self, rows: list[WishRow]) -> Scoring:
        """What was assessed is told with the rest; its points are taken over afterwards."""
        scoring = Scoring(rows, self.told, self.people)
        happenings = [happening for row in rows for happening in self._life(row)]
        happenings += self.book.happenings()
        happenings += hearings(rows, self.told, self.units)
        happenings += scoring.happenings()
        happenings += limit_history(self.people)
        for _, happen in sorted(happenings, key=lambda happening: happening[0]):
            happen()
        Dependency.objects.bulk_create(
            Dependency(initiative=self.told[row.nr].initiative, requires=self.told[row.requires].initiative)
            for row in rows
            if row.requires
        )
        return scoring

    def _life(self, row: WishRow) -> list[Happening]:
        first, *later = past(row.nr, row.stage)
        life: list[Happening] = [(first.at, partial(self._submit, row, first.at))]
        life += [(step.at, partial(self._move, row, step)) for step in later]
        life += [(at, partial(self._join, row, joiner, at)) for joiner, at in self._joiners(row)]
        if row.stage == Stage.CLARIFYING:
            told = partial(self.told.__getitem__, row.nr)
            life += questions(row.nr, told, wisher=self._wisher(row), network=self.network)
        if later:
            end = later[1].at if len(later) > 1 else _end_of(LATEST)
            estimated_at = between(later[0].at, end, 0.5 + 0.4 * chance(row.nr, "estimated"))
            life.append((estimated_at, partial(self._estimate, row, estimated_at)))
        return life

    def _submit(self, row: WishRow, at: datetime) -> None:
        answers = Answers(
            trouble=row.trouble,
            title=row.title,
            helps_own_unit=True,
            helps_citizens=chance(row.nr, "citizens") < 0.5,
            helps_other_units=len(row.hits) > 1,
            frequency=(Frequency.DAILY, Frequency.WEEKLY, Frequency.LITTLE)[int(3 * chance(row.nr, "often"))],
        )
        wish = submit_wish(answers, by=self._wisher(row), at=at)
        wish.source = row.source
        wish.save(update_fields=["source"])
        wish.initiative.obligation = row.obligation
        wish.initiative.save(update_fields=["obligation"])
        self.told[row.nr] = wish

    def _join(self, row: WishRow, joiner: Person, at: datetime) -> None:
        join_wish(self.told[row.nr], by=joiner, at=at)

    def _move(self, row: WishRow, step: Step) -> None:
        if self.book.takes(row.nr, self.told[row.nr].initiative, step, ends_at=row.stage):
            return
        self.told[row.nr].initiative.refresh_from_db()
        if spoken_step(row.nr, self.told[row.nr], step, reason=WHY[step.stage], network=self.network):
            return
        by = self.holder[WHO_MOVES[step.stage]]
        move(self.told[row.nr].initiative, step.stage, by=by, at=step.at, reason=WHY[step.stage])

    def _estimate(self, row: WishRow, at: datetime) -> None:
        initiative = self.told[row.nr].initiative
        guessed = guess(row.nr, size=row.size, technology=row.technology)
        Estimate.objects.create(
            initiative=initiative, **_fields(row, guessed), source=SOURCE, estimated_at=at
        )
        Effort.objects.bulk_create(
            Effort(
                initiative=initiative,
                role=self.roles[role],
                low_days=round(0.75 * days),
                days=days,
                high_days=round(1.5 * days),
                source=DAYS_SOURCES[int(len(DAYS_SOURCES) * chance(row.nr, role, "source"))],
            )
            for role, days in guessed.days.items()
        )
        Impact.objects.bulk_create(
            Impact(
                initiative=initiative,
                unit=unit,
                people=max(1, round(unit.headcount * guessed.share_of_people)),
                training_hours=guessed.training_hours,
                adaptation_hours=guessed.adaptation_hours,
                intensity=guessed.intensity,
            )
            for unit in self._hit(row)
        )
        record("estimate.recorded", about=initiative, by=self.holder[Role.COORDINATOR], at=at, source=SOURCE)

    def _wisher(self, row: WishRow) -> Person:
        """Someone in the unit."""
        workers = self.workers[row.unit]
        return workers[int(len(workers) * chance(row.nr, "wisher"))]

    def _joiners(self, row: WishRow) -> list[tuple[Person, datetime]]:
        """People in other units that the wish would help; not all of them join."""
        first = past(row.nr, row.stage)[0].at
        wisher = self._wisher(row)
        return [
            (person, between(first, first + timedelta(days=40), chance(row.nr, person.email, "when")))
            for unit in self._hit(row)
            for person in self.workers.get(unit.name, [])
            if person != wisher
            and chance(row.nr, person.email) < 0.5
            and first + timedelta(days=40) < _end_of(LATEST)
        ]

    def _hit(self, row: WishRow) -> list[Unit]:
        names = [name for hit in row.hits for name in self.children.get(hit, [hit])]
        return [self.units[name] for name in dict.fromkeys(names)]


def _fields(row: WishRow, guessed: Guess) -> dict[str, object]:
    money = {
        f"{what}{end}_dkk": amount
        for what, points in (
            ("investment", guessed.investment),
            ("running", guessed.running),
            ("benefit", guessed.benefit),
        )
        for end, amount in (("_low", points.low), ("", points.likely), ("_high", points.high))
    }
    sources = {
        f"{what}_source": options[int(len(options) * chance(row.nr, what, "source"))]
        for what, options in LINE_SOURCES.items()
    }
    return (
        money
        | sources
        | {
            "training_low_hours": guessed.training_hours // 2,
            "training_hours": guessed.training_hours,
            "training_high_hours": 2 * guessed.training_hours,
            "prepare_months": guessed.prepare,
            "roll_out_months": guessed.roll_out,
            "settle_months": guessed.settle,
            "price_year": PRICE_YEAR,
            "points_per_year": _points(guessed),
            "earliest_start_month": EARLIEST_START.get(row.stage),
            "latest_go_live_month": _day(row.latest),
            "deadline_reason": row.reason,
            "fixed_start_month": _day(row.go_live.plus(-guessed.lead_time)) if row.go_live else None,
        }
    )


def _points(guessed: Guess) -> int:
    """Before anybody has assessed it, by the rate of the council."""
    benefit = guessed.benefit
    return unassessed_points(
        benefit_dkk=weighted(benefit.low, benefit.likely, benefit.high),
        full_points=SUGGESTED.full_points,
        dkk_per_point=SUGGESTED.dkk_per_point,
    )


def _day(month: Month | None) -> date | None:
    return first_day_of(month) if month else None


def _end_of(day: date) -> datetime:
    return datetime.fromisoformat(f"{day}T16:00:00+01:00")
