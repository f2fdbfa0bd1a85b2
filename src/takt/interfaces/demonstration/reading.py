"""Fjordby as it is written down: units, people, wishes and the calendar, from the files in ``fjordby/``."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from takt.calculation.planner.problem import Month
from takt.foundation.people.models import Role
from takt.governance.flow.models import Obligation
from takt.governance.flow.stages import Stage

HERE = Path(__file__).parent
FJORDBY = HERE / "fjordby"


@dataclass(frozen=True, slots=True)
class UnitRow:
    name: str
    parent: str
    """Empty for the whole municipality. A parent stands before its children."""
    headcount: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    name: str
    email: str
    job_title: str
    unit: str
    roles: tuple[Role, ...]
    can_sign_in: bool


@dataclass(frozen=True, slots=True)
class WishRow:
    """A real title with Fjordby's own, invented story."""

    nr: str
    """In the collection of real wishes."""
    title: str
    technology: str
    source: str
    """Whose project the title is, and where it was read."""
    unit: str
    hits: tuple[str, ...]
    """Units that must change; an area stands for all its units."""
    size: str
    obligation: Obligation
    stage: Stage
    go_live: Month | None
    """Of those that are under way."""
    latest: Month | None
    reason: str
    requires: str
    """The ``nr`` of the wish that must be in use first, or empty."""
    trouble: str


@dataclass(frozen=True, slots=True)
class SystemRow:
    name: str
    vendor: str
    purpose: str
    unit: str
    """Invented."""
    source: str


@dataclass(frozen=True, slots=True)
class CalendarRow:
    first: date
    latest: date
    name: str
    kind: str
    is_holiday: bool
    """By law, or a day on which most town halls are closed."""


def units() -> list[UnitRow]:
    return [
        UnitRow(row["name"], row["parent"], int(row["headcount"])) for row in _rows(FJORDBY / "units.csv")
    ]


def people() -> list[PersonRow]:
    return [
        PersonRow(
            name=row["name"],
            email=f"{row['email']}@fjordby.example",
            job_title=row["job_title"],
            unit=row["unit"],
            roles=tuple(Role(role) for role in row["roles"].split("/") if role),
            can_sign_in=row["can_sign_in"] == "1",
        )
        for row in _rows(FJORDBY / "people.csv")
    ]


def cast() -> list[str]:
    """E-mail addresses of those whom a visitor may become with one click, in the order they are shown."""
    return [
        f"{row['email']}@fjordby.example"
        for file in ("people.csv", "unit_managers.csv")
        for row in _rows(FJORDBY / file)
        if row["on_start_page"] == "1"
    ]


def wishes() -> list[WishRow]:
    collected = {row["nr"]: row for row in _rows(HERE / "wishes_dk.csv")}
    return [_wish(row, collected[row["nr"]]) for row in _rows(FJORDBY / "wishes.csv")]


def systems() -> list[SystemRow]:
    return [
        SystemRow(row["name"], row["vendor"], row["purpose"], row["unit"], row["source"])
        for row in _rows(FJORDBY / "systems.csv")
    ]


def calendar() -> list[CalendarRow]:
    return [
        CalendarRow(
            first=date.fromisoformat(row["start"]),
            latest=date.fromisoformat(row["slut"]),
            name=row["navn"],
            kind=row["type"],
            is_holiday=row["helligdag"] in {"ja", "delvis"},
        )
        for row in _rows(FJORDBY / "dk_calendar_2026_2031.csv")
    ]


def _wish(row: dict[str, str], real: dict[str, str]) -> WishRow:
    return WishRow(
        nr=row["nr"],
        title=row["title"] or real["titel"],
        technology=real["teknologi"],
        source=f"{real['organisation']}: {real['titel']} ({real['kilde']})"[:200],
        unit=row["unit"],
        hits=tuple(row["hits"].split("/")) if row["hits"] else (row["unit"],),
        size=row["size"],
        obligation=Obligation(row["obligation"]),
        stage=Stage(row["stage"]),
        go_live=_month(row["go_live"]),
        latest=_month(row["latest"]),
        reason=row["reason"],
        requires=row["requires"],
        trouble=row["trouble"],
    )


def _month(text: str) -> Month | None:
    return Month(*map(int, text.split("-"))) if text else None


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=";")
