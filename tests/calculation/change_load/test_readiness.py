import pytest
from hypothesis import given
from hypothesis import strategies as st

from takt.calculation.change_load.readiness import lowered, percent_lowered

ANSWERS = st.lists(st.integers(1, 5), min_size=5, max_size=5)


@pytest.mark.parametrize(
    ("answers", "percent"),
    [
        ([2, 2, 2, 3, 3], 20),
        ([2, 2, 2, 3, 4], 10),
        ([3, 3, 3, 4, 4], 10),
        ([3, 3, 4, 4, 4], 0),
        ([1, 1, 1, 1, 1], 20),
        ([5, 5, 5, 5, 5], 0),
    ],
)
def test_the_rule(answers: list[int], percent: int) -> None:
    assert percent_lowered(answers) == percent


@given(ANSWERS, st.integers(0, 4), st.integers(0, 10**9))
def test_a_better_answer_never_lowers_more_and_nothing_raises_a_ceiling(
    answers: list[int], which: int, hours: int
) -> None:
    better = [min(5, one + 1) if index == which else one for index, one in enumerate(answers)]
    assert percent_lowered(better) <= percent_lowered(answers)
    assert 0 <= lowered(hours, percent_lowered(answers)) <= hours


@pytest.mark.parametrize("answers", [[], [3] * 4, [3] * 6, [0, 3, 3, 3, 3], [6, 3, 3, 3, 3]])
def test_an_incomplete_answer_is_an_error(answers: list[int]) -> None:
    with pytest.raises(ValueError, match=r"five|5"):
        percent_lowered(answers)
