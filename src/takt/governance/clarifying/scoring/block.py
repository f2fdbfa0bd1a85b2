"""Everything a page shows of the assessment of a case, as this reader may see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.safestring import SafeString

from takt.calculation.money.three_point import weighted
from takt.calculation.scoring import unassessed_points
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal
from takt.governance.clarifying.models import Estimate
from takt.governance.clarifying.scoring import criteria, rules, words
from takt.governance.clarifying.scoring.drawings import dot_plot, scale
from takt.governance.clarifying.scoring.models import Assessor, CriteriaVersion, Round, Valuation
from takt.governance.clarifying.scoring.queries import newest_round, result_of, valuation_of
from takt.governance.clarifying.scoring.results import Result, Row, value_of
from takt.governance.clarifying.scoring.terms import SUGGESTED, CriteriaTerms
from takt.governance.flow.models import Initiative


@dataclass(frozen=True, slots=True)
class ShownRow:
    row: Row
    chart: SafeString
    median: str
    apart: str
    """Of a disagreement: how far from each other they are."""


@dataclass(frozen=True, slots=True)
class Block:
    initiative: Initiative
    result: Result | None
    finding: str
    meta: str
    scale: SafeString
    rows: Sequence[ShownRow]
    mine: Assessor | None
    why_not: Mapping[str, Refusal | None]
    """By deed: ask, assess, add, close, reopen, settle, value, value_by_hand."""
    estimate: Estimate | None
    valuation: Valuation | None
    """What the points rest on; None when they were written with the estimate."""
    reckoned: Sequence[tuple[str, str]]
    proposed: int | None
    """The points of the formula."""
    unassessed: int | None
    """While the formula has no scores: its points with the middle of the scale; None without an estimate."""

    @property
    def disagreements(self) -> list[ShownRow]:
        return [shown for shown in self.rows if shown.row.is_disagreement]

    @property
    def is_asked(self) -> bool:
        return self.why_not["assess"] is None and self.mine is not None

    @property
    def is_proposed_elsewhere(self) -> bool:
        """The formula says something else than the case has."""
        return self.proposed is not None and (
            self.estimate is None or self.proposed != self.estimate.points_per_year
        )


def block_of(initiative: Initiative, *, reader: Person, one: Round | None = None) -> Block:
    """``one``: an earlier round; the newest unless it is given."""
    newest, adopted = newest_round(initiative), next(iter(criteria.newest_of_each()), None)
    shown_round = one or newest
    result = result_of(shown_round, reader) if shown_round else None
    estimate: Estimate | None = getattr(initiative, "estimate", None)
    assessors = result.assessors if result else []
    mine = next((answer for answer in assessors if answer.person_id == reader.pk), None)
    is_newest = shown_round == newest
    counted = result and result.is_finished and result.answered >= rules.FEWEST and result.is_shown
    value = value_of(result, estimate) if counted and result and estimate else None
    return Block(
        initiative=initiative,
        result=result,
        finding=words.finding(result),
        meta=words.who_answers(result) if result else "",
        scale=scale(),
        rows=[_shown(row) for row in result.rows] if result and result.is_shown else [],
        mine=mine if is_newest else None,
        why_not=_why_not(initiative, result, adopted, mine, reader) if is_newest else {"assess": None},
        estimate=estimate,
        valuation=valuation_of(initiative, estimate),
        reckoned=words.reckoned(value, result.round.criteria, estimate)
        if value and result and estimate
        else [],
        proposed=value.points if value else None,
        unassessed=None if value or estimate is None else _unassessed(estimate, adopted or SUGGESTED),
    )


def _unassessed(estimate: Estimate, rate: CriteriaVersion | CriteriaTerms) -> int:
    """By the rate of the body that has adopted criteria; else by the suggested one."""
    benefit = weighted(estimate.benefit_low_dkk, estimate.benefit_dkk, estimate.benefit_high_dkk)
    return unassessed_points(
        benefit_dkk=max(Fraction(0), benefit), full_points=rate.full_points, dkk_per_point=rate.dkk_per_point
    )


def _shown(row: Row) -> ShownRow:
    return ShownRow(
        row,
        dot_plot(row.scores),
        words.median_words(row.median),
        words.how_far_apart(row) if row.is_disagreement else "",
    )


def _why_not(
    initiative: Initiative,
    result: Result | None,
    adopted: CriteriaVersion | None,
    mine: Assessor | None,
    reader: Person,
) -> dict[str, Refusal | None]:
    one, assessors = (result.round, result.assessors) if result else (None, [])
    estimate: Estimate | None = getattr(initiative, "estimate", None)
    return {
        "ask": rules.why_not_ask(initiative, adopted, one, reader),
        "assess": rules.why_not_assess(one, mine, assessors, reader) if one else None,
        "add": rules.why_not_add(initiative, one, reader),
        "close": rules.why_not_close(one, reader),
        "reopen": rules.why_not_reopen(initiative, one, assessors, reader),
        "settle": rules.why_not_settle(result, reader),
        "value": rules.why_not_value(initiative, estimate, result, reader),
        "value_by_hand": rules.why_not_value_at_all(initiative, estimate, reader),
    }
