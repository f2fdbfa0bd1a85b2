"""The limits of Fjordby: ceilings, frames, staff and months without go-lives. The amounts are invented."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from takt.calculation.planner.problem import Month
from takt.foundation.people.models import Unit
from takt.governance.clarifying.models import StaffRole
from takt.governance.planning.models import Ceiling, Frame, FrameKind, Freeze, StaffMonth
from takt.interfaces.demonstration.reading import CalendarRow
from takt.interfaces.demonstration.working_days import days_off, project_days, working_days

BUDGET = "Budget 2027–2030, vedtaget 12. oktober 2026 (opdigtet)"
BOARD = "Direktionen, 15. september 2026 (opdigtet)"

FRAMES_DKK = {
    FrameKind.INVESTMENT: {2027: 18_000_000, 2028: 17_000_000, 2029: 15_000_000, 2030: 15_000_000},
    FrameKind.RUNNING: {2027: 2_200_000, 2028: 4_600_000, 2029: 6_600_000, 2030: 8_200_000},
}
CEILINGS = {
    "Ældre og Sundhed": ("2.5", 4),
    "Børn, Skole og Familie": ("2.5", 4),
    "Social og Beskæftigelse": ("3.5", 4),
    "Teknik, Plan og Miljø": ("3.0", 5),
    "Kultur og Borgerservice": ("3.0", 5),
    "Stab og Økonomi": ("3.5", 6),
}
"""Hours per employee per month, and go-lives per quarter."""

ROLES = {
    "projektleder": ("Projektleder", "4.0", Fraction(70, 100)),
    "integration": ("Integration og data", "4.0", Fraction(60, 100)),
    "forandring": ("Forandringsleder", "2.5", Fraction(60, 100)),
    "arkitekt": ("It-arkitekt og sikkerhed", "2.0", Fraction(50, 100)),
}
"""Name, full-time equivalents and the share of the time that goes to projects."""

FIRST_STAFF_MONTH, STAFF_MONTHS = Month(2027, 1), 60
SCHOOLS = ("Fjordby Skole", "Nordbyskolen", "Søndervangskolen", "Vesterskolen")


def load_ceilings(units: dict[str, Unit]) -> None:
    Ceiling.objects.bulk_create(
        Ceiling(unit=units[name], hours_per_employee=Decimal(hours), go_lives_per_quarter=most, source=BOARD)
        for name, (hours, most) in CEILINGS.items()
    )


def load_frames() -> None:
    Frame.objects.bulk_create(
        Frame(kind=kind, year=year, dkk=dkk, source=BUDGET)
        for kind, years in FRAMES_DKK.items()
        for year, dkk in years.items()
    )


def load_roles(calendar: list[CalendarRow]) -> dict[str, StaffRole]:
    """By key, each with its days in every month."""
    off = days_off(calendar)
    months = [FIRST_STAFF_MONTH.plus(offset) for offset in range(STAFF_MONTHS)]
    working = {month: working_days(month, off) for month in months}
    roles = {}
    for key, (name, full_time_equivalents, share) in ROLES.items():
        roles[key] = StaffRole.objects.create(
            key=key,
            name=name,
            full_time_equivalents=Decimal(full_time_equivalents),
            source=f"Arbejdsdage × årsværk × {int(100 * share)} % til projekter (opdigtet)",
        )
        StaffMonth.objects.bulk_create(
            StaffMonth(
                role=roles[key],
                month=first_day(month),
                days=project_days(Fraction(full_time_equivalents), working=working[month], share=share),
            )
            for month in months
        )
    return roles


def load_freezes(calendar: list[CalendarRow], units: dict[str, Unit]) -> None:
    """From the calendar, and August for the schools in every year that it has a summer for."""
    for row in calendar:
        if row.kind == "frys":
            _freeze(row.first, row.latest, "Jul og nytår")
        elif row.name.startswith("Industriferie"):
            _freeze(row.first, row.latest, "Sommerferie")
            august = row.first.replace(month=8)
            _freeze(august, august, "Skolestart").units.set(units[school] for school in SCHOOLS)
        elif row.name.startswith("Kommunal- og regionalvalg"):
            _freeze(row.first, row.latest, "Kommunalvalg")


def first_day(month: Month) -> date:
    return date(month.year, month.number, 1)


def _freeze(first: date, latest: date, reason: str) -> Freeze:
    return Freeze.objects.create(
        first_month=first.replace(day=1), latest_month=latest.replace(day=1), reason=reason
    )
