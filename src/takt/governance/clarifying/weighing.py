"""What a case weighs, as plain values that travel between form, rule and command."""

from dataclasses import dataclass

from takt.governance.clarifying.models import OptionOutcome
from takt.governance.flow.models import Initiative


@dataclass(frozen=True, slots=True)
class Weighed:
    """One way of meeting the need."""

    assessment: str
    cost_dkk: int | None = None
    """A rough sum; None: not known."""
    outcome: str = OptionOutcome.OPEN.value
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RiskTold:
    text: str
    probability: int
    consequence: int
    owner: int | None = None
    """The key of a person."""
    response: str = ""


def options_as_they_stand(initiative: Initiative) -> dict[str, Weighed]:
    """By kind."""
    return {
        option.kind: Weighed(option.assessment, option.cost_dkk, option.outcome, option.reason)
        for option in initiative.options.all()
    }


def risks_as_they_stand(initiative: Initiative) -> dict[str, RiskTold]:
    """By the key of the risk, as text."""
    return {
        str(risk.pk): RiskTold(risk.text, risk.probability, risk.consequence, risk.owner_id, risk.response)
        for risk in initiative.risks.all()
    }
