"""What a round says: criterion by criterion, as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from takt.calculation.money.three_point import weighted
from takt.calculation.scoring import Value, disagree, median, spread, value_points
from takt.governance.clarifying.models import Estimate
from takt.governance.clarifying.scoring.blindness import is_finished, shown_to, waiting
from takt.governance.clarifying.scoring.models import Assessor, Criterion, Round, Settlement


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion as the reader may see it; without scores there is no median."""

    criterion: Criterion
    scores: Sequence[int]
    """In order; not whose they are."""
    reasons: Sequence[tuple[int, str]]
    settlement: Settlement | None

    @property
    def name(self) -> str:
        return self.criterion.name

    @property
    def median(self) -> Fraction | None:
        return median(self.scores) if self.scores else None

    @property
    def is_disagreement(self) -> bool:
        return bool(self.scores) and disagree(self.scores)

    @property
    def steps(self) -> int:
        return spread(self.scores) if self.scores else 0

    @property
    def ends(self) -> list[tuple[int, str]]:
        """The reasons of the lowest and of the highest."""
        return [self.reasons[0], self.reasons[-1]] if self.is_disagreement else []


@dataclass(frozen=True, slots=True)
class Result:
    round: Round
    assessors: Sequence[Assessor]
    rows: Sequence[Row]

    @property
    def is_finished(self) -> bool:
        return is_finished(self.round, self.assessors)

    @property
    def is_shown(self) -> bool:
        return any(row.scores for row in self.rows)

    @property
    def waiting(self) -> Sequence[Assessor]:
        return waiting(self.assessors)

    @property
    def answered(self) -> int:
        return len(self.assessors) - len(self.waiting)

    @property
    def disagreements(self) -> list[Row]:
        return [row for row in self.rows if row.is_disagreement]

    @property
    def unsettled(self) -> list[Row]:
        return [row for row in self.disagreements if row.settlement is None]

    @property
    def assessor_pks(self) -> frozenset[int]:
        return frozenset(one.person_id for one in self.assessors if one.person_id)


def result_for(
    reader_pk: int | None,
    one: Round,
    criteria: Sequence[Criterion],
    assessors: Sequence[Assessor],
    settlements: Mapping[int, Settlement],
) -> Result:
    """``settlements`` by the key of the criterion; the scores of the assessors should be fetched beforehand."""
    given: dict[int, list[tuple[int, str]]] = {criterion.pk: [] for criterion in criteria}
    for answer in shown_to(reader_pk, one, assessors):
        for score in answer.scores.all():
            given[score.criterion_id].append((score.value, score.reason))
    rows = [
        Row(
            criterion,
            sorted(value for value, _ in given[criterion.pk]),
            sorted(given[criterion.pk]),
            settlements.get(criterion.pk),
        )
        for criterion in criteria
    ]
    return Result(one, assessors, rows)


def value_of(result: Result, estimate: Estimate) -> Value:
    """By the formula, from what everybody may see and the weighted benefit of the estimate."""
    criteria = result.round.criteria
    benefit = weighted(estimate.benefit_low_dkk, estimate.benefit_dkk, estimate.benefit_high_dkk)
    return value_points(
        [(row.criterion.weight, row.median) for row in result.rows if row.median is not None],
        benefit_dkk=max(Fraction(0), benefit),
        full_points=criteria.full_points,
        dkk_per_point=criteria.dkk_per_point,
    )
