"""What a body may do, and what is asked about a case. Amounts are whole DKK; areas are the caller's keys."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How far a body may go."""

    QUALIFY = "qualify"
    RECOMMEND = "recommend"
    DECIDE = "decide"


class Scope(StrEnum):
    """Local cases touch one area, cross-cutting cases more than one."""

    LOCAL = "local"
    CROSS_CUTTING = "cross_cutting"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class CaseFacts:
    areas: frozenset[int]
    """The areas whose units must change; at least one."""
    investment_dkk: int
    running_dkk: int
    """A year; negative when running gets cheaper."""

    def __post_init__(self) -> None:
        if not self.areas:
            raise ValueError("A case touches at least one area.")

    @property
    def scope(self) -> Scope:
        return Scope.CROSS_CUTTING if len(self.areas) > 1 else Scope.LOCAL


@dataclass(frozen=True, slots=True)
class Mandate:
    level: Level
    scope: Scope = Scope.BOTH
    investment_limit_dkk: int | None = None
    """The most that it reaches, that amount included. None: no limit."""
    running_limit_dkk: int | None = None
    areas: frozenset[int] = frozenset()
    """Empty: all areas."""

    def concerns(self, case: CaseFacts) -> bool:
        """Whether the case is of a kind and from a place that the mandate is about, whatever it costs.

        One decides only for those one is set over, so every area must be covered; to qualify or recommend
        it is enough that the case touches an area of one's own.
        """
        if self.scope not in (Scope.BOTH, case.scope):
            return False
        if not self.areas:
            return True
        return case.areas <= self.areas if self.level is Level.DECIDE else bool(case.areas & self.areas)

    def affords(self, case: CaseFacts) -> bool:
        """Whether both amounts are within the limits; exactly at a limit is within."""
        return _within(case.investment_dkk, self.investment_limit_dkk) and _within(
            case.running_dkk, self.running_limit_dkk
        )

    def fits(self, case: CaseFacts) -> bool:
        return self.concerns(case) and self.affords(case)


@dataclass(frozen=True, slots=True)
class Body:
    key: str
    name: str
    mandates: tuple[Mandate, ...]


def _within(amount: int, limit: int | None) -> bool:
    return limit is None or amount <= limit
