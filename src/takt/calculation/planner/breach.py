"""One thing that is wrong with a plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from takt.calculation.planner.problem import Initiative, Month
from takt.calculation.planner.usage import Quarter
from takt.calculation.wording import Language


class Kind(StrEnum):
    """Which limit, rule or claim."""

    MONEY = "money"
    STAFF = "staff"
    LOAD = "load"
    GO_LIVES = "go_lives"
    FREEZE = "freeze"
    REQUIRES = "requires"
    EXCLUDES = "excludes"
    CHOOSE_ONE = "choose_one"
    EARLIEST_START = "earliest_start"
    HORIZON = "horizon"
    DEADLINE = "deadline"
    FIXED = "fixed"
    UNKNOWN = "unknown"
    TWICE = "twice"
    OTHER_PROBLEM = "other_problem"
    MONTHS_LATE = "months_late"
    GOAL_SHORTFALL = "goal_shortfall"
    VALUE = "value"
    VALUE_BOUND = "value_bound"
    STATUS = "status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One thing that does not hold. Of month, quarter and year at most one is given."""

    kind: Kind
    id: str = ""
    """Of the frame, role, unit or initiative; empty when it is the plan as a whole."""
    name: str = ""
    month: Month | None = None
    quarter: Quarter | None = None
    year: int | None = None
    over: int = 0
    """Too much or too late: DKK, days, hours, go-lives or months; 0 where it is not a matter of how much."""
    initiatives: tuple[str, ...] = ()
    """Ids of those involved."""
    da: str
    en: str

    def sentence(self, language: Language = "da") -> str:
        return self.da if language == "da" else self.en


def called(one: Initiative) -> str:
    """``Skærmbesøg i hjemmeplejen (2026-0147)``; the id alone where there is no title."""
    return f"{one.title} ({one.id})" if one.title else one.id


def about(
    one: Initiative,
    kind: Kind,
    *,
    da: str,
    en: str,
    month: Month | None = None,
    over: int = 0,
    others: Sequence[Initiative] = (),
) -> Breach:
    """About one initiative, whose name begins the sentence."""
    return Breach(
        kind=kind,
        id=one.id,
        name=one.title or one.id,
        month=month,
        over=over,
        initiatives=(one.id, *(other.id for other in others)),
        da=f"{called(one)} {da}",
        en=f"{called(one)} {en}",
    )
