"""What the network can find out about a case, as plain values that travel between form, rule and command."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from takt.governance.clarifying.models import Estimate, Impact
from takt.governance.flow.models import Initiative

AMOUNTS = ("investment", "running", "benefit")


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

    def three_points(self, what: str) -> tuple[int, int, int]:
        """Low, likely and high of investment, running or benefit."""
        values = asdict(self)
        return values[f"{what}_low_dkk"], values[f"{what}_dkk"], values[f"{what}_high_dkk"]


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


def days_as_they_stand(initiative: Initiative) -> dict[int, int]:
    """Person-days by the key of the role; roles without any are absent."""
    return dict(initiative.efforts.filter(days__gt=0).values_list("role_id", "days"))
