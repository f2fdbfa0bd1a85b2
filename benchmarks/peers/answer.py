"""What a peer hands back."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    start: Mapping[str, int] | None
    """By id, the fixed ones among them; None = no plan within the time."""
    value_bound_twelfths: int | None = None
    """No plan as late and as short as this one has more; None = not known."""
