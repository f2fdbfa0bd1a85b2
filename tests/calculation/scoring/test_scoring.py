from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takt.calculation.scoring import (
    MOST_POINTS,
    disagree,
    median,
    spread,
    unassessed_points,
    value_points,
    weighted_score,
)

SCORES = st.lists(st.integers(1, 5), min_size=1, max_size=9)
WEIGHTED = st.lists(
    st.tuples(st.integers(1, 100), st.integers(2, 10).map(lambda twice: Fraction(twice, 2))),
    min_size=1,
    max_size=8,
)
KRONER = st.integers(0, 10**11)


@pytest.mark.parametrize(
    ("scores", "middle", "is_disagreement"),
    [
        ([3, 3, 4], Fraction(3), False),
        ([4, 5, 5], Fraction(5), False),
        ([2, 5, 4], Fraction(4), True),
        ([3, 3, 2], Fraction(3), False),
        ([2, 3], Fraction(5, 2), False),
        ([1, 3], Fraction(2), True),
        ([5], Fraction(5), False),
    ],
)
def test_median_and_disagreement(scores: list[int], middle: Fraction, is_disagreement: bool) -> None:  # noqa: FBT001 - given by the parameters
    assert median(scores) == middle
    assert disagree(scores) is is_disagreement


@pytest.mark.parametrize("scores", [[], [0], [3, 6]])
def test_what_is_not_on_the_scale_is_an_error(scores: list[int]) -> None:
    for function in (median, spread):
        with pytest.raises(ValueError, match="score"):
            function(scores)


@given(SCORES, st.data())
def test_a_higher_score_never_gives_a_lower_median(scores: list[int], data: st.DataObject) -> None:
    which = data.draw(st.integers(0, len(scores) - 1))
    raised = [score if index != which else min(5, score + 1) for index, score in enumerate(scores)]
    assert median(raised) >= median(scores)
    assert min(scores) <= median(scores) <= max(scores)
    assert median(scores) == median(scores[::-1])


@given(WEIGHTED, st.integers(1, 50))
def test_only_the_proportions_of_the_weights_count(scores: list[tuple[int, Fraction]], times: int) -> None:
    score = weighted_score(scores)
    assert score == weighted_score([(times * weight, one) for weight, one in scores])
    assert min(one for _, one in scores) <= score <= max(one for _, one in scores)


@given(WEIGHTED, KRONER, st.integers(0, 10_000), st.integers(1, 10**6), st.data())
def test_points_are_whole_bounded_and_never_fall_when_something_improves(
    scores: list[tuple[int, Fraction]], benefit: int, full: int, rate: int, data: st.DataObject
) -> None:
    value = value_points(scores, benefit_dkk=benefit, full_points=full, dkk_per_point=rate)
    assert type(value.points) is int
    assert 0 <= value.points <= MOST_POINTS
    assert 0 <= value.from_scores <= full
    which = data.draw(st.integers(0, len(scores) - 1))
    better = [
        (weight, one if index != which else min(Fraction(5), one + Fraction(1, 2)))
        for index, (weight, one) in enumerate(scores)
    ]
    more = value_points(better, benefit_dkk=benefit + rate, full_points=full, dkk_per_point=rate)
    assert more.points >= value.points
    assert more.points > value.points or value.points == MOST_POINTS, "a whole point of kroner is a point"


def test_the_example_of_the_documentation() -> None:
    medians = [(30, Fraction(3)), (25, Fraction(5)), (20, Fraction(4)), (15, Fraction(4)), (10, Fraction(3))]
    value = value_points(medians, benefit_dkk=866_667, full_points=100, dkk_per_point=10_000)
    assert value.score == Fraction(385, 100)
    assert value.from_scores == Fraction(7125, 100)
    assert value.points == 158


@given(st.integers(0, 10**10), st.integers(0, 1_000), st.integers(1, 10**6), st.integers(1, 5))
def test_an_assessment_moves_a_case_by_at_most_half_of_the_full_points(
    benefit: int, full: int, rate: int, score: int
) -> None:
    before = unassessed_points(benefit_dkk=benefit, full_points=full, dkk_per_point=rate)
    after = value_points(
        [(1, Fraction(score))], benefit_dkk=benefit, full_points=full, dkk_per_point=rate
    ).points
    assert abs(after - before) <= (full + 1) // 2
    assert after == before or score != 3


def test_the_ends_of_the_scale() -> None:
    def points(score: int) -> int:
        return value_points([(1, Fraction(score))], benefit_dkk=0, full_points=100, dkk_per_point=1).points

    assert [points(score) for score in range(1, 6)] == [0, 25, 50, 75, 100]


@pytest.mark.parametrize("scores", [[], [(0, Fraction(3))], [(1, Fraction(6))]])
def test_nonsense_is_an_error(scores: list[tuple[int, Fraction]]) -> None:
    with pytest.raises(ValueError, match=r"criterion|score"):
        value_points(scores, benefit_dkk=0, full_points=100, dkk_per_point=1)


def test_negative_amounts_are_an_error() -> None:
    with pytest.raises(ValueError, match="not negative"):
        value_points([(1, Fraction(3))], benefit_dkk=-1, full_points=100, dkk_per_point=1)
