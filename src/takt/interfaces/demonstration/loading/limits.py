"""The limits of Fjordby and how they came to be so, told with the rest of its past. The amounts are invented."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import partial

from takt.foundation.people.models import Person, Role
from takt.governance.clarifying.models import StaffRole
from takt.governance.planning.limits.commands.change_limits import change_limits
from takt.governance.planning.limits.queries import edition_of
from takt.governance.planning.limits.rules import Grounds, Proposal
from takt.governance.planning.limits.sections import Content, Row
from takt.governance.planning.models import LimitKind
from takt.interfaces.demonstration.history import COPENHAGEN

Happening = tuple[datetime, Callable[[], object]]

BUDGET = Grounds(
    owner="Økonomidirektøren",
    source="Budget 2027–2030, bilag om digitalisering (opdigtet)",
    decided_by="Byrådet",
    decided_on=date(2026, 10, 12),
    reason="Rammerne i det vedtagne budget, fordelt på udvalg.",
)
CORRECTED = replace(
    BUDGET,
    decided_by="Økonomiudvalget",
    decided_on=date(2026, 11, 4),
    reason="1 mio. kr. anlæg i 2029 er flyttet fra Børne- og Skoleudvalget til Social- og Sundhedsudvalget.",
)
BOARD = Grounds(
    owner="Direktionen",
    source="Direktionens beslutning om forandringslofter (opdigtet)",
    decided_by="Direktionen",
    decided_on=date(2026, 9, 15),
    reason="Forårets tre samtidige udrulninger i Ældre og Sundhed blev for meget.",
)
STAFF = Grounds(
    owner="Digitaliseringschefen",
    source="Bemandingsplan 2027 (opdigtet)",
    decided_by="Digitaliseringschefen",
    decided_on=date(2026, 10, 1),
    reason="Bemandingen for budgetåret, efter at en projektleder er ansat til sundhedsområdet.",
)
QUIET = Grounds(
    owner="Kommunaldirektøren",
    source="Årshjul 2026–2031 (opdigtet)",
    decided_by="Direktionen",
    decided_on=date(2026, 9, 15),
    reason="Ferier, skolestart og valg holdes fri for idriftsættelser.",
)

RISES_SOURCE = "KL's skøn for løn og priser (tallene er opdigtede)"
RISES = ((2027, "3.1", "2.6"), (2028, "2.9", "2.5"), (2029, "2.8", "2.5"), (2030, "2.8", "2.5"))
"""Year, and per cent for running costs and for investment."""
PRICE_YEAR = 2027
SOCIAL, SCHOOL, TECHNICAL = (
    "Social- og Sundhedsudvalget",
    "Børne- og Skoleudvalget",
    "Teknik- og Miljøudvalget",
)
COMMITTEES = {
    SOCIAL: ["Ældre og Sundhed", "Social og Beskæftigelse"],
    SCHOOL: ["Børn, Skole og Familie"],
    TECHNICAL: ["Teknik, Plan og Miljø"],
    "Kultur- og Fritidsudvalget": ["Kultur og Borgerservice"],
    "Økonomiudvalget": ["Stab og Økonomi"],
}
INVESTMENT, RUNNING = "investment", "running"
FRAMES: dict[tuple[str, str], tuple[int, int, int, int]] = {
    (INVESTMENT, ""): (18_000_000, 17_000_000, 15_000_000, 15_000_000),
    (INVESTMENT, SOCIAL): (9_000_000, 8_500_000, 7_000_000, 8_000_000),
    (INVESTMENT, SCHOOL): (6_000_000, 6_000_000, 6_000_000, 5_000_000),
    (INVESTMENT, TECHNICAL): (5_000_000, 5_000_000, 4_500_000, 4_500_000),
    (RUNNING, ""): (2_200_000, 4_600_000, 6_600_000, 8_200_000),
}
"""By kind and committee, 2027–2030. Committees without frames of their own share that of the whole."""
CORRECTED_SOCIAL = (9_000_000, 8_500_000, 8_000_000, 8_000_000)
CORRECTED_SCHOOL = (6_000_000, 6_000_000, 5_000_000, 5_000_000)

CEILINGS = {
    "Ældre og Sundhed": ("2.5", 4),
    "Børn, Skole og Familie": ("2.5", 4),
    "Social og Beskæftigelse": ("3.5", 4),
    "Teknik, Plan og Miljø": ("3", 5),
    "Kultur og Borgerservice": ("3", 5),
    "Stab og Økonomi": ("3.5", 6),
}
"""Hours per employee per month, and go-lives per quarter."""

ROLES = {
    "projektleder": ("Projektleder", "4.0", 80),
    "integration": ("Integration og data", "4.0", 68),
    "forandring": ("Forandringsleder", "2.5", 68),
    "arkitekt": ("It-arkitekt og sikkerhed", "2.0", 57),
}
"""Name, full-time equivalents and the per cent of the time that goes to projects."""
ABSENCE = 12
"""Six weeks of holiday out of a year's working days."""
POSTS = (
    ("Projektleder", "Digitalisering, fastansatte", False, "3", "2027-01", None),
    ("Projektleder", "Sundhed og ældre", False, "1", "2027-01", None),
    ("Projektleder", "Fravær uden vikar", True, "0.5", "2027-05", "2027-08"),
    ("Integration og data", "Data og integration", False, "4", "2027-01", None),
    ("Forandringsleder", "Forandringsledere", False, "2.5", "2027-01", None),
    ("It-arkitekt og sikkerhed", "Arkitektur", False, "1", "2027-01", None),
    ("It-arkitekt og sikkerhed", "Informationssikkerhed", False, "1", "2027-01", None),
)
SCHOOLS = ["Fjordby Skole", "Nordbyskolen", "Søndervangskolen", "Vesterskolen"]
FREEZES: tuple[tuple[str, str, str, bool, list[str]], ...] = (
    ("Jul og nytår", "2026-12", "2027-01", True, []),
    ("Sommerferie", "2026-07", "2026-07", True, []),
    ("Skolestart", "2026-08", "2026-08", True, SCHOOLS),
    ("Kommunalvalg", "2029-11", "2029-11", False, []),
)


def load_roles() -> dict[str, StaffRole]:
    """By key; the estimates of the past name them. What they have of time is told with the other limits."""
    return {
        key: StaffRole.objects.create(
            key=key, name=name, full_time_equivalents=Decimal(full_time), source=STAFF.source
        )
        for key, (name, full_time, _) in ROLES.items()
    }


def limit_history(people: Sequence[Person]) -> Iterator[Happening]:
    """Each by the one whose work it is."""
    coordinator, economist = _holder(people, Role.COORDINATOR), _holder(people, Role.ECONOMIST)
    corrected = FRAMES | {(INVESTMENT, SOCIAL): CORRECTED_SOCIAL, (INVESTMENT, SCHOOL): CORRECTED_SCHOOL}
    for day, limit, content, grounds, by in (
        ((2026, 9, 16), LimitKind.CEILINGS, _ceilings(), BOARD, coordinator),
        ((2026, 9, 17), LimitKind.FREEZES, _freezes(), QUIET, coordinator),
        ((2026, 10, 2), LimitKind.STAFF, _staff(), STAFF, coordinator),
        ((2026, 10, 13), LimitKind.MONEY, _money(FRAMES), BUDGET, economist),
        ((2026, 11, 5), LimitKind.MONEY, _money(corrected), CORRECTED, economist),
    ):
        at = datetime(*day, 10, 20, tzinfo=COPENHAGEN)
        yield at, partial(_change, limit, content, grounds, by, at)


def _holder(people: Sequence[Person], role: Role) -> Person:
    return next(person for person in people if person.holds(role))


def _change(limit: LimitKind, content: Content, grounds: Grounds, by: Person, at: datetime) -> None:
    change_limits([Proposal(limit, content, edition_of(limit))], grounds, by=by, at=at)


def _money(frames: dict[tuple[str, str], tuple[int, int, int, int]]) -> Content:
    return {
        "frames": [
            {
                "kind": kind,
                "committee": committee,
                "service": kind == RUNNING,
                "price_year": PRICE_YEAR,
                **{str(PRICE_YEAR + ahead): dkk for ahead, dkk in enumerate(amounts)},
            }
            for (kind, committee), amounts in frames.items()
        ],
        "prices": [
            {"year": year, "running": running, "investment": investment, "source": RISES_SOURCE}
            for year, running, investment in RISES
        ],
        "committees": [{"name": name, "units": units} for name, units in COMMITTEES.items()],
    }


def _staff() -> Content:
    posts: list[Row] = [
        {"role": role, "what": what, "absence": gone, "full_time": amount, "first": first, "latest": latest}
        for role, what, gone, amount, first, latest in POSTS
    ]
    roles: list[Row] = [
        {"name": name, "share": share, "absence": ABSENCE} for name, _, share in ROLES.values()
    ]
    return {"roles": roles, "posts": posts}


def _ceilings() -> Content:
    return {
        "ceilings": [
            {"unit": unit, "hours": hours, "go_lives": most} for unit, (hours, most) in CEILINGS.items()
        ]
    }


def _freezes() -> Content:
    return {
        "freezes": [
            {"why": why, "first": first, "latest": latest, "yearly": yearly, "units": list(units)}
            for why, first, latest, yearly, units in FREEZES
        ]
    }
