"""What waits for a person. Each step of the process offers its own ``tasks_for``; Mine opgaver gathers them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Task:
    kind: str
    """The heading it stands under, in the reader's language."""
    title: str
    """What it is about; for a case its title."""
    link: str
    due_date: date | None = None
    note: str = ""
    """One line more: a number, who asks, what is missing."""
