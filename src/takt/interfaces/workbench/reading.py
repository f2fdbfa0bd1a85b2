"""Read the forms of the workbench: one row per unit and one per role, with what stood there when it was opened."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from takt.foundation.people.models import Unit
from takt.governance.clarifying.findings import Carried
from takt.governance.clarifying.forms import whole

NEW = "new"
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


def seen_impacts(text: str) -> dict[int, Carried]:
    """From the hidden field; a strange one counts as having seen nothing."""
    try:
        return {int(key): Carried(**row) for key, row in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def written_impacts(carried: Mapping[int, Carried]) -> str:
    return json.dumps({key: asdict(one) for key, one in carried.items()}, separators=(",", ":"))


def typed(carried: Mapping[int, Carried]) -> dict[str, dict[str, str]]:
    """As the fields show it."""
    return {
        str(key): dict(zip(FIELDS, (str(value) for value in asdict(one).values()), strict=True))
        for key, one in carried.items()
    }


def read_days(given: Mapping[str, str], roles: Mapping[int, Any]) -> tuple[dict[int, int], dict[int, str]]:
    """Days by role, and what is wrong. An empty field is no days."""
    wanted: dict[int, int] = {}
    errors: dict[int, str] = {}
    for pk in roles:
        text = given.get(f"days-{pk}", "").strip()
        days = whole(given, f"days-{pk}") if text else 0
        if days is None:
            errors[pk] = _("Skriv et helt antal dage.")
        else:
            wanted[pk] = days
    return wanted, errors


def seen_days(text: str) -> dict[int, int]:
    try:
        return {int(key): int(days) for key, days in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def written_days(days: Mapping[int, int]) -> str:
    return json.dumps(dict(days), separators=(",", ":"))
