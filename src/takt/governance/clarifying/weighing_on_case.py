"""What a case page shows of what was weighed: the benefit owner, options, systems and risks."""

from collections.abc import Sequence
from dataclasses import dataclass

from takt.foundation.people.models import Person
from takt.governance.clarifying.models import (
    BenefitOwner,
    Contribution,
    Option,
    OptionOutcome,
    OwnerAnswer,
    Risk,
    TouchedSystem,
)
from takt.governance.clarifying.touching import touched_of
from takt.governance.flow.models import Initiative

ORDER = {OptionOutcome.CHOSEN: 0, OptionOutcome.OPEN: 1, OptionOutcome.REJECTED: 2}


@dataclass(frozen=True, slots=True)
class Weighing:
    owner: BenefitOwner | None
    answers_here: bool
    """The reader is the one who is asked to answer for the benefit."""
    options: Sequence[Option]
    """The chosen one first."""
    risks: Sequence[Risk]
    """The greatest first."""
    contributions: Sequence[Contribution]
    touched: Sequence[TouchedSystem]
    """In the order of the alphabet; one without a system says that none is touched."""

    @property
    def chosen(self) -> Option | None:
        return next((one for one in self.options if one.outcome == OptionOutcome.CHOSEN), None)


def weighing_on_case(initiative: Initiative, *, reader: Person) -> Weighing:
    owner: BenefitOwner | None = getattr(initiative, "benefit_owner", None)
    return Weighing(
        owner=owner,
        answers_here=owner is not None
        and owner.person_id == reader.pk
        and owner.answer == OwnerAnswer.WAITING,
        options=sorted(initiative.options.all(), key=lambda one: ORDER[OptionOutcome(one.outcome)]),
        risks=sorted(initiative.risks.select_related("owner"), key=lambda one: -one.size),
        contributions=list(initiative.contributions.select_related("goal__strategy")),
        touched=list(touched_of(initiative)),
    )
