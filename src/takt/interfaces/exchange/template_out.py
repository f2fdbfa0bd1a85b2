"""The wish template with this municipality's own units and roles in its lists."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle

from django.db.models import F

from takt.calculation.planner.problem import Month
from takt.foundation.people.models import Unit
from takt.governance.clarifying.models import StaffRole
from takt.interfaces.exchange.workbook import example
from takt.interfaces.exchange.workbook.layout import EXAMPLE_MARK, FRAMES, FREEZES, ROLES, UNITS, WISHES
from takt.interfaces.exchange.workbook.template import template_bytes

OF_ANOTHER_HOUSE = ("days:", "people", "capital_frame", "running_frame")
"""Columns of the example that only fit the units, roles and frames of its own house."""


def our_template(*, first_month: Month) -> bytes:
    """An .xlsx with example wishes to write over. Frames and freezes are not read in here, so none stand."""
    units = list(
        Unit.objects.select_related("parent").order_by(
            F("parent__sort_key").asc(nulls_first=True), "sort_key"
        )
    )
    roles = list(StaffRole.objects.all())
    return template_bytes(
        first_month=first_month,
        roles=[role.name for role in roles],
        rows={
            WISHES: list(examples(first_month, units)),
            UNITS: [unit_row(unit) for unit in units],
            ROLES: [{"name": role.name, "full_time": role.full_time_equivalents} for role in roles],
            FRAMES: [],
            FREEZES: [],
        },
    )


def examples(first_month: Month, units: Sequence[Unit]) -> Iterator[Mapping[str, object]]:
    """The example wishes as if units of this house had them."""
    askers = cycle([unit.name for unit in units if unit.parent_id] or [unit.name for unit in units])
    for wish in example.wishes(first_month):
        ours = {key: value for key, value in wish.items() if not key.startswith(OF_ANOTHER_HOUSE)}
        yield {**ours, "units": next(askers), "remark": EXAMPLE_MARK}


def unit_row(unit: Unit) -> Mapping[str, object]:
    return {
        "name": unit.name,
        "parent": unit.parent.name if unit.parent else None,
        "headcount": unit.headcount,
    }
