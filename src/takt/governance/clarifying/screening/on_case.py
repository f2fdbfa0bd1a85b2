"""What a case page shows of law and citizens."""

from collections.abc import Sequence
from dataclasses import dataclass

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal
from takt.governance.clarifying.screening import rules
from takt.governance.clarifying.screening.catalogue import DUTY, RESPONSIBLE, Duty
from takt.governance.clarifying.screening.models import Assessment, Inclusion
from takt.governance.clarifying.screening.queries import answers_as_they_stand
from takt.governance.flow.models import Initiative
from takt.registers.law.reading import Act, acts


@dataclass(frozen=True, slots=True)
class LawRow:
    assessment: Assessment
    duty: Duty
    act: Act
    mark: str
    why_not_write: Refusal | None
    why_not_settle: Refusal | None

    @property
    def responsible(self) -> str:
        return str(RESPONSIBLE[self.duty.responsible])


@dataclass(frozen=True, slots=True)
class ScreeningOnCase:
    is_screened: bool
    rows: Sequence[LawRow]
    inclusion: Inclusion | None
    writes: bool
    """The reader belongs to those who write on assessments."""

    @property
    def missing(self) -> int:
        return sum(not row.assessment.is_settled for row in self.rows)


MARKS = {"missing": "bad", "under_way": "warn", "approved": "ok", "not_relevant": "none"}


def screening_on_case(initiative: Initiative, *, reader: Person) -> ScreeningOnCase:
    answers = answers_as_they_stand(initiative)
    assessments = initiative.assessments.filter(is_required=True).select_related("decided_by")
    rows = [_row(initiative, one, reader) for one in assessments if one.key in DUTY]
    order = list(DUTY)
    rows.sort(key=lambda row: order.index(row.duty.key))
    return ScreeningOnCase(
        bool(answers),
        rows,
        getattr(initiative, "inclusion", None),
        any(row.why_not_write is None for row in rows),
    )


def _row(initiative: Initiative, assessment: Assessment, reader: Person) -> LawRow:
    duty = DUTY[assessment.key]
    return LawRow(
        assessment,
        duty,
        acts()[duty.basis.act],
        MARKS[assessment.status],
        rules.why_not_assess(initiative, reader),
        rules.why_not_settle(duty.key, reader),
    )
