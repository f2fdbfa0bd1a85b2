"""What the network can find out about a case, as plain values that travel between form, rule and command."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from takt.governance.clarifying.models import Effort, Estimate, Impact
from takt.governance.flow.models import Initiative

AMOUNTS = ("investment", "running", "benefit")
LINES = (*AMOUNTS, "training")
"""What an estimate says with three points and a source each; the training is in hours per employee."""


def points_of(what: str) -> tuple[str, str, str]:
    """The field names of low, likely and high of a line."""
    unit = "hours" if what == "training" else "dkk"
    return f"{what}_low_{unit}", f"{what}_{unit}", f"{what}_high_{unit}"


@dataclass(frozen=True, slots=True)
class Guess:
    """A three-point estimate as somebody writes it. Amounts are whole DKK, months the first of the month."""

    investment_low_dkk: int
    investment_dkk: int
    investment_high_dkk: int
    running_low_dkk: int
    running_dkk: int
    running_high_dkk: int
    benefit_low_dkk: int
    benefit_dkk: int
    benefit_high_dkk: int
    prepare_months: int
    roll_out_months: int
    settle_months: int
    points_per_year: int
    price_year: int
    source: str
    earliest_start_month: date | None = None
    latest_go_live_month: date | None = None
    deadline_reason: str = ""
    training_low_hours: int = 0
    training_hours: int = 0
    training_high_hours: int = 0
    investment_source: str = ""
    running_source: str = ""
    benefit_source: str = ""
    training_source: str = ""

    def three_points(self, what: str) -> tuple[int, int, int]:
        """Low, likely and high of one of the lines."""
        low, likely, high = (getattr(self, name) for name in points_of(what))
        return low, likely, high


def guess_of(estimate: Estimate) -> Guess:
    return Guess(**{name: getattr(estimate, name) for name in Guess.__dataclass_fields__})


def label_of(name: str) -> str:
    """What people call a field of the estimate."""
    return str(Estimate._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # noqa: SLF001


def guess_as_it_stands(initiative: Initiative) -> dict[str, Any]:
    """By field; empty while nobody has estimated it."""
    estimate = Estimate.objects.filter(initiative=initiative).first()
    return asdict(guess_of(estimate)) if estimate else {}


@dataclass(frozen=True, slots=True)
class Carried:
    """What one unit must carry; hours are per person."""

    people: int
    training_hours: int
    adaptation_hours: int
    intensity: int


def carried_as_it_stands(initiative: Initiative) -> dict[int, Carried]:
    """By the key of the unit."""
    return {impact.unit_id: carried_in(impact) for impact in initiative.impacts.all()}


def carried_in(impact: Impact) -> Carried:
    return Carried(impact.people, impact.training_hours, impact.adaptation_hours, impact.intensity)


@dataclass(frozen=True, slots=True)
class Days:
    """Person-days of one role, and what they build on."""

    low: int
    likely: int
    high: int
    source: str = ""


def exactly(days: int, source: str = "") -> Days:
    """One number is its own low and high."""
    return Days(days, days, days, source)


def days_in(effort: Effort) -> Days:
    return Days(effort.low_days, effort.days, effort.high_days, effort.source)


def days_as_they_stand(initiative: Initiative) -> dict[int, Days]:
    """By the key of the role; roles without any days are absent."""
    return {effort.role_id: days_in(effort) for effort in initiative.efforts.filter(high_days__gt=0)}
