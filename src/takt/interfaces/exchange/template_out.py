"""The wish template with this municipality's own units and roles in its lists."""

from takt.calculation.planner.problem import Month
from takt.foundation.people.models import Unit
from takt.governance.clarifying.models import StaffRole
from takt.interfaces.exchange.workbook.layout import FRAMES, FREEZES, ROLES, UNITS
from takt.interfaces.exchange.workbook.template import template_bytes


def our_template(*, first_month: Month) -> bytes:
    """An .xlsx with an example of wishes to write over; frames and freezes are not read in here, so none stand."""
    units = Unit.objects.select_related("parent").order_by("parent__sort_key", "sort_key")
    roles = list(StaffRole.objects.all())
    return template_bytes(
        first_month=first_month,
        roles=[role.name for role in roles],
        rows={
            UNITS: [
                {
                    "name": unit.name,
                    "parent": unit.parent.name if unit.parent else None,
                    "headcount": unit.headcount,
                }
                for unit in units
            ],
            ROLES: [{"name": role.name, "full_time": role.full_time_equivalents} for role in roles],
            FRAMES: [],
            FREEZES: [],
        },
    )
