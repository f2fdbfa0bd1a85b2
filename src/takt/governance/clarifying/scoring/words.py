"""What an assessment says, in words."""

from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.calculation.money.three_point import weighted
from takt.calculation.scoring import Value
from takt.foundation.design.templatetags.takt import language
from takt.governance.clarifying.models import Estimate
from takt.governance.clarifying.scoring.models import CriteriaVersion
from takt.governance.clarifying.scoring.results import Result, Row


def finding(result: Result | None) -> str:
    if result is None:
        return _("Sagen er ikke bedømt")
    if not result.is_shown:
        return _("%(answered)d af %(asked)d har bedømt sagen") % {
            "answered": result.answered,
            "asked": len(result.assessors),
        }
    agreed, everything = len(result.rows) - len(result.disagreements), len(result.rows)
    if agreed == everything:
        return _("Bedømmerne er enige")
    return _("Enige om %(agreed)s af %(all)s") % {"agreed": _count(agreed), "all": _count(everything)}


def _count(amount: int) -> str:
    return {0: _("ingen"), 1: _("ét")}.get(amount) or wording.count(amount, language())


def who_answers(result: Result) -> str:
    """“Tre bedømmere, skala 1–5”; while somebody is waited for: who."""
    count = len(result.assessors)
    spoken = wording.count(count, language())
    people = ngettext("Én bedømmer, skala 1–5", "%(count)s bedømmere, skala 1–5", count) % {
        "count": spoken[:1].upper() + spoken[1:]
    }
    names = [one.person.name for one in result.waiting if one.person]
    if result.is_finished or not names:
        return people
    return _("%(people)s. Venter på %(names)s") % {
        "people": people,
        "names": wording.join_list(names, language()),
    }


def how_far_apart(row: Row) -> str:
    return ngettext(
        "Bedømmerne ligger ét trin fra hinanden.", "Bedømmerne ligger %(steps)s trin fra hinanden.", row.steps
    ) % {"steps": wording.count(row.steps, language())}


def median_words(median: Fraction | None) -> str:
    if median is None:
        return "–"
    return wording.number(median, 0 if median.denominator == 1 else 1, language())


def reckoned(value: Value, criteria: CriteriaVersion, estimate: Estimate) -> list[tuple[str, str]]:
    """The formula with the figures of the case: what, and how it is reckoned."""
    spoken = language()
    benefit = weighted(estimate.benefit_low_dkk, estimate.benefit_dkk, estimate.benefit_high_dkk)
    score, from_scores, from_benefit = (
        wording.number(one, decimals, spoken)
        for one, decimals in ((value.score, 2), (value.from_scores, 1), (value.from_benefit, 1))
    )
    full = wording.number(criteria.full_points, 0, spoken)
    return [
        (
            _("Fra bedømmelsen"),
            _("%(full)s × (%(score)s − 1) / 4 = %(points)s")
            % {"full": full, "score": score, "points": from_scores},
        ),
        (
            _("Fra gevinsten"),
            _("%(benefit)s om året / %(rate)s = %(points)s")
            % {
                "benefit": wording.kroner(round(benefit), spoken),
                "rate": wording.kroner(criteria.dkk_per_point, spoken),
                "points": from_benefit,
            },
        ),
        (_("I alt"), _("%(points)s point om året") % {"points": wording.number(value.points, 0, spoken)}),
    ]
