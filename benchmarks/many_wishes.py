"""A made-up municipality with as many wishes as anyone could fear, for measuring pages."""

from datetime import UTC, date, datetime, timedelta
from random import Random

from takt.calculation.governance_path import Level, Mandate, Scope
from takt.foundation.people.models import Person, Role, RoleHolding, Unit
from takt.foundation.people.sorting import danish_sort_key
from takt.governance.asking.models import Frequency, Wish
from takt.governance.clarifying.models import Effort, Estimate, Impact, StaffRole
from takt.governance.deciding.commands.adopt_model import adopt_model
from takt.governance.deciding.commands.begin_draft import begin_draft
from takt.governance.deciding.commands.save_body import save_body
from takt.governance.deciding.models import SeatRole
from takt.governance.deciding.terms import BodyTerms, SeatTerms
from takt.governance.flow.models import Initiative, Obligation
from takt.governance.flow.stages import IN_THE_PLAN, Stage
from takt.governance.planning.models import Ceiling, Frame, FrameKind, StaffMonth

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
AREAS, UNITS_PER_AREA, MONTHS = 10, 6, 48
THINGS = (
    "Skærmbesøg",
    "Vagtplan",
    "Journal",
    "Selvbetjening",
    "Talegenkendelse",
    "Sensorer",
    "Robot",
    "Kalender",
)
PLACES = (
    "hjemmeplejen",
    "skolen",
    "børnehaven",
    "jobcentret",
    "byggesagen",
    "borgerservice",
    "genoptræningen",
)
WAYS = (
    "med færre tastninger",
    "på tværs af systemer",
    "for borgere uden MitID",
    "på telefonen",
    "uden papir",
)


def build(wishes: int, *, in_the_plan: int, seed: int = 1) -> Person:
    """Fill an empty database; returns the coordinator who looks at it. The same seed gives the same rows."""
    draw = Random(seed)
    units = build_units(draw)
    roles = build_limits()
    coordinator = Person.objects.create_user("nadia@example.invalid", name="Nadia", unit=units[0])
    RoleHolding.objects.create(person=coordinator, role=Role.COORDINATOR)
    build_board(coordinator)
    initiatives = build_initiatives(wishes, in_the_plan, units, draw)
    build_wishes(initiatives, build_colleagues(units), draw)
    build_estimates(initiatives[:in_the_plan], units, roles, draw)
    return coordinator


def build_units(draw: Random) -> list[Unit]:
    """The units that people work in; areas and the whole municipality stand above them."""
    whole = Unit.objects.create(name="Kommunen", headcount=4_600)
    ceilings, units = [], []
    for area_number in range(AREAS):
        headcounts = [draw.randint(20, 130) for _ in range(UNITS_PER_AREA)]
        area = Unit.objects.create(name=f"Område {area_number + 1}", parent=whole, headcount=sum(headcounts))
        ceilings.append(Ceiling(unit=area, hours_per_employee=4, go_lives_per_quarter=6, source="Opdigtet"))
        for number, headcount in enumerate(headcounts, start=1):
            name = f"Enhed {area_number + 1}.{number}"
            units.append(Unit.objects.create(name=name, parent=area, headcount=headcount))
    Ceiling.objects.bulk_create(ceilings)
    return units


def build_board(coordinator: Person) -> None:
    """One body that decides everything, in which the one who looks sits; so every recommended case waits there."""
    begin_draft(by=coordinator)
    first = NOW.date()
    seat = SeatTerms(coordinator.pk, coordinator.name, SeatRole.CHAIR, first)
    mandate = Mandate(Level.DECIDE, Scope.BOTH)
    body = BodyTerms("Direktionen", quorum=1, position=1, mandates=(mandate,), seats=(seat,))
    edition = save_body(body, by=coordinator).version.edition
    adopt_model(edition=edition, reason="Opdigtet", in_force_from=first, by=coordinator, at=NOW)


def build_colleagues(units: list[Unit]) -> list[Person]:
    """Those who have written the wishes, the coordinator among them."""
    Person.objects.bulk_create(
        Person(
            email=f"kollega{number}@example.invalid",
            name=f"Kollega {number}",
            sort_key=danish_sort_key(f"Kollega {number}"),
            unit=unit,
        )
        for number, unit in enumerate(units * 10)
    )
    return list(Person.objects.all())


def build_limits() -> list[StaffRole]:
    roles = [
        StaffRole.objects.create(key=key, name=name, full_time_equivalents=count)
        for key, name, count in (("pl", "Projektledere", 30), ("data", "Integration og data", 12))
    ]
    first = date(2027, 1, 1)
    months = [date(first.year + index // 12, index % 12 + 1, 1) for index in range(MONTHS)]
    StaffMonth.objects.bulk_create(
        StaffMonth(role=role, month=month, days=int(role.full_time_equivalents) * 14)
        for role in roles
        for month in months
    )
    Frame.objects.bulk_create(
        Frame(kind=kind, year=year, dkk=dkk, source="Opdigtet")
        for year in range(2027, 2031)
        for kind, dkk in ((FrameKind.INVESTMENT, 60_000_000), (FrameKind.RUNNING, 30_000_000))
    )
    return roles


def build_initiatives(count: int, in_the_plan: int, units: list[Unit], draw: Random) -> list[Initiative]:
    elsewhere = [stage for stage in Stage if stage not in {*IN_THE_PLAN, Stage.DRAFT}]
    rows = []
    for index in range(count):
        title = f"{draw.choice(THINGS)} i {draw.choice(PLACES)} {draw.choice(WAYS)} {index}"
        moment = NOW - timedelta(hours=index)
        rows.append(
            Initiative(
                number=f"{moment.year}-{index:05d}",
                title=title,
                sort_key=danish_sort_key(title),
                stage=draw.choice(IN_THE_PLAN if index < in_the_plan else elsewhere),
                obligation=draw.choices(list(Obligation), weights=(1, 5, 10))[0],
                unit=draw.choice(units),
                created_at=moment,
                changed_at=moment,
            )
        )
    return Initiative.objects.bulk_create(rows, batch_size=1_000)


def build_wishes(initiatives: list[Initiative], people: list[Person], draw: Random) -> None:
    Wish.objects.bulk_create(
        (
            Wish(
                initiative=one,
                trouble=f"{one.title}. Vi skriver det samme to gange, {draw.randint(1, 40)} timer om ugen.",
                frequency=draw.choice(list(Frequency)),
                wished_by=draw.choice(people),
                submitted_at=one.created_at,
                answer_due_date=(one.created_at + timedelta(days=28)).date(),
            )
            for one in initiatives
        ),
        batch_size=1_000,
    )


def build_estimates(
    initiatives: list[Initiative], units: list[Unit], roles: list[StaffRole], draw: Random
) -> None:
    estimates, efforts, impacts = [], [], []
    for one in initiatives:
        size = draw.choices((1, 3, 8), weights=(6, 3, 1))[0]
        estimates.append(estimate(one, size, draw))
        efforts += [effort(one, role, size * draw.randint(4, 14)) for role in roles]
        for unit in draw.sample(units, k=min(len(units), size)):
            people = max(1, unit.headcount * draw.randint(20, 100) // 100)
            impacts.append(
                Impact(
                    initiative=one,
                    unit=unit,
                    people=people,
                    training_hours=draw.randint(1, 6),
                    adaptation_hours=draw.randint(1, 6),
                    intensity=draw.randint(1, 3),
                )
            )
    Estimate.objects.bulk_create(estimates, batch_size=1_000)
    Effort.objects.bulk_create(efforts, batch_size=1_000)
    Impact.objects.bulk_create(impacts, batch_size=1_000)


def effort(one: Initiative, role: StaffRole, days: int) -> Effort:
    return Effort(initiative=one, role=role, low_days=days * 8 // 10, days=days, high_days=days * 13 // 10)


def estimate(one: Initiative, size: int, draw: Random) -> Estimate:
    investment, running = size * draw.randint(50, 400) * 1_000, size * draw.randint(10, 80) * 1_000
    benefit = running * draw.randint(1, 3)
    return Estimate(
        initiative=one,
        prepare_months=draw.randint(1, 2 + size // 2),
        roll_out_months=draw.randint(1, 2 + size // 2),
        settle_months=draw.randint(0, 3),
        investment_low_dkk=investment * 8 // 10,
        investment_dkk=investment,
        investment_high_dkk=investment * 14 // 10,
        running_low_dkk=running * 9 // 10,
        running_dkk=running,
        running_high_dkk=running * 12 // 10,
        benefit_low_dkk=benefit // 2,
        benefit_dkk=benefit,
        benefit_high_dkk=benefit * 12 // 10,
        price_year=2027,
        points_per_year=size * draw.randint(10, 60),
        source="Opdigtet skøn",
        estimated_at=NOW,
    )
