"""What is wrong with a workbook: said by sheet, row and column, all of it at once."""

from dataclasses import dataclass


class NotReadable(Exception):  # noqa: N818 - it is an answer to the person, not an error of ours
    """The file as a whole cannot be read. The message is Danish and says what to do."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One cell, row or sheet that must be put right."""

    sheet: str
    row: int | None
    """As Excel numbers it, from 1; None = the sheet as a whole."""
    letter: str
    """The column's letter; empty = the row as a whole."""
    column: str
    """The column's heading."""
    value: str
    remedy: str
    """What is wrong and what to write instead."""

    @property
    def place(self) -> str:
        """As Excel writes it: ``Ønsker!F7``."""
        return f"{self.sheet}!{self.letter}{self.row}" if self.row else self.sheet

    def __str__(self) -> str:
        parts = [f"Arket {self.sheet}"]
        if self.row:
            parts.append(f"række {self.row}")
        if self.column:
            parts.append(
                f"kolonne {self.letter} ({self.column})" if self.letter else f"kolonnen {self.column}"
            )
        where = ", ".join(parts)
        return f"{where}: »{self.value}«. {self.remedy}" if self.value else f"{where}: {self.remedy}"


class Mistakes(Exception):  # noqa: N818 - it is an answer to the person, not an error of ours
    """Everything that must be put right; nothing has been taken in."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes
