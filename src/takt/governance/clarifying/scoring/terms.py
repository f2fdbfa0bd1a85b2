"""Criteria as plain values: what forms give, rules judge and commands keep."""

from dataclasses import dataclass

from takt.governance.clarifying.scoring.models import CriteriaVersion

STANDARD_POINTS, STANDARD_DKK_PER_POINT = 100, 10_000


@dataclass(frozen=True, slots=True)
class CriterionTerms:
    name: str
    worst: str
    """What 1 means."""
    best: str
    """What 5 means: always the best for the municipality, also where the criterion is a risk."""
    weight: int


@dataclass(frozen=True, slots=True)
class CriteriaTerms:
    criteria: tuple[CriterionTerms, ...]
    full_points: int = STANDARD_POINTS
    dkk_per_point: int = STANDARD_DKK_PER_POINT


SUGGESTED = CriteriaTerms(
    (
        CriterionTerms(
            "Gevinst for borgere", "Borgerne mærker intet", "Mange borgere får det mærkbart bedre", 30
        ),
        CriterionTerms(
            "Tid til kerneopgaven", "Sparer ingen tid", "Frigør flere timer om ugen hos mange", 25
        ),
        CriterionTerms(
            "Bidrag til strategien", "Har intet med strategien at gøre", "Bærer et af strategiens mål", 20
        ),
        CriterionTerms("Gennemførbarhed", "Kræver meget, vi ikke har", "Standard, som andre har i drift", 15),
        CriterionTerms(
            "Risiko", "Meget kan gå galt, og det koster dyrt", "Lidt kan gå galt, og det kan rettes", 10
        ),
    )
)
"""What a body that has no criteria starts from; its words are kept, so they are not translated."""


def terms_of(version: CriteriaVersion) -> CriteriaTerms:
    return CriteriaTerms(
        tuple(CriterionTerms(one.name, one.worst, one.best, one.weight) for one in version.criteria.all()),
        version.full_points,
        version.dkk_per_point,
    )
