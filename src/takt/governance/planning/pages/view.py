"""What a reader has asked to see of a plan; all of it is in the address, so that a view can be shared."""

import re
from dataclasses import dataclass

from django.http import QueryDict

from takt.calculation.planner.problem import Month
from takt.foundation.design.charts.roadmap import Window

PERIODS = (12, 24, 48)
AREA, TABLE, LEFT_OUT = "omraade", "tabel", "uden-plads"
LONGEST_NUMBER = 40
MODES = (AREA, TABLE, LEFT_OUT)


@dataclass(frozen=True, slots=True)
class View:
    period: int
    offset: int
    """Months from the plan's first month to the first one shown."""
    mode: str
    area: str
    """Only this area; empty = all."""
    only_pressed: bool
    wish: str
    """Number of the initiative that is asked about."""
    look_closer: bool
    """Ask what takes seconds to answer about it."""
    open_area: str
    """Unfold this area, also in a large plan."""
    units_of: str
    """Show the units of this area."""

    @classmethod
    def of(cls, asked: QueryDict, *, first: Month, months: int) -> "View":
        """Whatever makes no sense is taken as not said."""
        period = _one_of(asked.get("periode", ""), [str(one) for one in PERIODS], "24")
        shown = min(int(period), months)
        return cls(
            period=int(period),
            offset=_offset(asked.get("fra", ""), first, months - shown),
            mode=_one_of(asked.get("vis", ""), MODES, AREA),
            area=asked.get("omraade", ""),
            only_pressed=asked.get("pres") == "1",
            wish=_short_text(asked.get("oenske", "")),
            look_closer=asked.get("regn") == "1",
            open_area=asked.get("aaben", ""),
            units_of=asked.get("enheder", ""),
        )

    def window(self, first: Month, months: int) -> Window:
        return Window(first.plus(self.offset), min(self.period, months))


def _one_of(said: str, choices: list[str] | tuple[str, ...], default: str) -> str:
    return said if said in choices else default


def _short_text(said: str) -> str:
    """A number as people may have mistyped it; what no database can hold is taken as not said."""
    return said if said.isprintable() and len(said) <= LONGEST_NUMBER else ""


def _offset(said: str, first: Month, latest: int) -> int:
    """``2028-01``, kept inside the plan."""
    match = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", said)
    if match is None:
        return 0
    return max(0, min(Month(int(match[1]), int(match[2])).minus(first), latest))
