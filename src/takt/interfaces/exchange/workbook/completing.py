"""Fill what a half-filled workbook leaves open, and list every single thing that was filled."""

from dataclasses import dataclass
from datetime import date

from takt.calculation.planner.problem import Month
from takt.calculation.wording import month_name
from takt.interfaces.exchange.workbook.completing_units import complete_roles, complete_units
from takt.interfaces.exchange.workbook.completing_wishes import Complete, complete_wishes
from takt.interfaces.exchange.workbook.content import Assumption, Content, Role, Settings, Unit
from takt.interfaces.exchange.workbook.gaps import Gaps
from takt.interfaces.exchange.workbook.layout import FRAMES, SETTINGS

__all__ = ["Complete", "Completed", "complete"]


@dataclass(frozen=True)
class Completed:
    settings: Settings
    first_month: Month
    units: tuple[Unit, ...]
    """Each with headcount and ceiling."""
    roles: tuple[Role, ...]
    """Each with days per month."""
    wishes: tuple[Complete, ...]
    assumptions: tuple[Assumption, ...]


def complete(content: Content, *, today: date) -> Completed:
    """Every gap filled. ``today`` decides the first month where the workbook does not."""
    gaps = Gaps(SETTINGS, None, "Planen")
    next_month = Month(today.year, today.month).plus(1)
    first_month = gaps.fill(
        "Første måned",
        content.settings.first_month,
        next_month,
        month_name(next_month),
        "Ingen måned er skrevet. Planen begynder ved næste månedsskifte.",
    )
    filled = gaps.filled
    if not content.frames:
        why = "Arket Rammer er tomt, så intet beløb begrænser planen."
        filled.append(Assumption(FRAMES, None, "Alle beløb", "Navn", "ingen ramme", why))
    units = complete_units(content, filled)
    roles = complete_roles(content, filled)
    wishes = complete_wishes(content, units, roles, filled)
    return Completed(content.settings, first_month, units, roles, wishes, (*content.notes, *filled))
