"""The gaps of a workbook: filled with a default, and every filling listed."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from takt.calculation.wording import number
from takt.interfaces.exchange.workbook.content import Assumption

T = TypeVar("T")


@dataclass
class Gaps:
    """The gaps of one row as they are filled."""

    sheet: str
    row: int | None
    subject: str
    filled: list[Assumption] = field(default_factory=list)

    def fill(self, column: str, given: T | None, default: T, shown: str, why: str) -> T:
        """What is given, or else the default, which is put on the list."""
        if given is not None:
            return given
        self.filled.append(Assumption(self.sheet, self.row, self.subject, column, shown, why))
        return default


def in_danish(value: Decimal) -> str:
    return number(value, 0 if value == value.to_integral_value() else 1)
