import pytest
from hypothesis import given
from hypothesis import strategies as st

from takt.governance.clarifying.merging import merge

KEYS = st.dictionaries(st.sampled_from("abc"), st.integers(1, 3))


@pytest.mark.parametrize(
    ("wanted", "seen", "now", "values", "conflicts"),
    [
        ({"a": 2}, {"a": 1}, {"a": 1}, {"a": 2}, {}),
        ({"a": 1}, {"a": 1}, {"a": 2}, {"a": 2}, {}),
        ({"a": 2}, {"a": 1}, {"a": 2}, {"a": 2}, {}),
        ({"a": 2}, {"a": 1}, {"a": 3}, {"a": 3}, {"a": 3}),
        ({"a": 2, "b": 1}, {"a": 1, "b": 1}, {"a": 1, "b": 2}, {"a": 2, "b": 2}, {}),
        ({}, {"a": 1}, {"a": 1}, {}, {}),
        ({}, {"a": 1}, {"a": 2}, {"a": 2}, {"a": 2}),
        ({"a": 2}, {"a": 1}, {}, {}, {"a": None}),
        ({"a": 1}, {}, {"b": 1}, {"a": 1, "b": 1}, {}),
    ],
)
def test_what_one_touched_is_kept_and_what_both_touched_is_asked_about(
    wanted: dict[str, int],
    seen: dict[str, int],
    now: dict[str, int],
    values: dict[str, int],
    conflicts: dict[str, int | None],
) -> None:
    merged = merge(wanted, seen=seen, now=now)
    assert merged.values == values
    assert merged.conflicts == conflicts


@given(wanted=KEYS, seen=KEYS, now=KEYS)
def test_nobodys_change_is_lost_unasked(
    wanted: dict[str, int], seen: dict[str, int], now: dict[str, int]
) -> None:
    merged = merge(wanted, seen=seen, now=now)
    for key in "abc":
        if key in merged.conflicts:
            assert len({wanted.get(key), seen.get(key), now.get(key)}) == 3
        elif now.get(key) != seen.get(key):
            assert merged.values.get(key) == now.get(key)
        else:
            assert merged.values.get(key) == wanted.get(key)


@given(wanted=KEYS, now=KEYS)
def test_who_has_seen_what_stands_gets_what_they_want(wanted: dict[str, int], now: dict[str, int]) -> None:
    merged = merge(wanted, seen=now, now=now)
    assert merged.values == wanted
    assert not merged.conflicts
