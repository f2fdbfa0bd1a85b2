"""Read the forms of the workbench: one row per unit and one per role, with what stood there when it was opened."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from takt.foundation.people.models import Unit
from takt.governance.clarifying.findings import Carried, Days
from takt.governance.clarifying.forms import whole

NEW = "new"
POINTS = ("low", "likely", "high")
FIELDS = ("people", "training", "adaptation", "intensity")


@dataclass(frozen=True, slots=True)
class ImpactForm:
    """What stands in the fields, and what they mean."""

    raw: Mapping[str, Mapping[str, str]]
    """By the key of the unit, as typed, so that nothing is lost when something is wrong."""
    wanted: Mapping[int, Carried]
    errors: Mapping[str, str]
    """By the key of the unit."""


def read_impacts(given: Mapping[str, str], units: Mapping[int, Unit]) -> ImpactForm:
    """A unit with 0 people is taken away. The row for a new unit counts when a unit is chosen in it."""
    raw: dict[str, dict[str, str]] = {}
    wanted: dict[int, Carried] = {}
    errors: dict[str, str] = {}
    for key, row in _rows(given):
        raw[key] = row
        numbers = [whole(row, field) for field in FIELDS]
        if int(key) not in units or any(one is None for one in numbers):
            errors[key] = _("Skriv hele tal i alle felter.")
        elif numbers[0]:
            wanted[int(key)] = Carried(*[one or 0 for one in numbers])
    return ImpactForm(raw, wanted, errors)


def _rows(given: Mapping[str, str]) -> list[tuple[str, dict[str, str]]]:
    keys = [name.removeprefix("people-") for name in given if name.startswith("people-")]
    rows = {
        key: {field: given.get(f"{field}-{key}", "") for field in FIELDS} for key in keys if key.isdecimal()
    }
    chosen = given.get("new_unit", "")
    if chosen.isdecimal() and len(chosen) < 10 and chosen not in rows:
        rows[chosen] = {field: given.get(f"{field}-{NEW}", "") for field in FIELDS}
    return [(key, row) for key, row in rows.items() if len(key) < 10]


def typed(carried: Mapping[int, Carried]) -> dict[str, dict[str, str]]:
    """As the fields show it."""
    return {
        str(key): dict(zip(FIELDS, (str(value) for value in asdict(one).values()), strict=True))
        for key, one in carried.items()
    }


@dataclass(frozen=True, slots=True)
class DaysForm:
    raw: Mapping[int, Mapping[str, str]]
    """By the key of the role, as typed."""
    wanted: Mapping[int, Days]
    errors: Mapping[int, str]


def read_days(given: Mapping[str, str], roles: Mapping[int, Any]) -> DaysForm:
    """An empty row is no days. The likely number alone is its own low and high."""
    raw = {pk: {name: given.get(f"{name}-{pk}", "") for name in (*POINTS, "source")} for pk in roles}
    wanted: dict[int, Days] = {}
    errors: dict[int, str] = {}
    for pk, row in raw.items():
        default = row["likely"].strip() or "0"
        points = {point: row[point].strip() or default for point in POINTS}
        numbers = [whole(points, point) for point in POINTS]
        if any(one is None for one in numbers):
            errors[pk] = _("Skriv et helt antal dage.")
        else:
            low, likely, high = (one or 0 for one in numbers)
            wanted[pk] = Days(low, likely, high, row["source"].strip()[:200])
    return DaysForm(raw, wanted, errors)
