from datetime import date

import pytest
from django.utils.translation import override

from takt.governance.deciding.hearing.findings import count, finding
from takt.governance.deciding.hearing.models import Party, Stance, State

DUE = date(2026, 12, 3)
S, R, A, N, NOTHING = Stance.SUPPORT, Stance.REMARKS, Stance.AGAINST, Stance.NO_REMARKS, ""


@pytest.mark.parametrize(
    ("stances", "state", "said"),
    [
        ([S, S, A, NOTHING], State.OVER, "To af fire enheder støtter, én er imod og én har ikke svaret"),
        (
            [S, R, N],
            State.OVER,
            "To af tre enheder støtter (én med bemærkninger) og én har ingen bemærkninger",
        ),
        ([R, R], State.CLOSED, "Begge enheder støtter med bemærkninger"),
        ([S, S, S], State.OPEN, "Alle tre enheder støtter"),
        ([A, A], State.OVER, "Ingen af to enheder støtter og to er imod"),
        ([NOTHING, NOTHING], State.OVER, "Ingen af to enheder støtter og to har ikke svaret"),
        ([S, NOTHING], State.OPEN, "Én af to enheder har svaret, fristen er 3. december 2026"),
        ([NOTHING], State.OPEN, "Enheden har ikke svaret endnu, fristen er 3. december 2026"),
        ([NOTHING], State.OVER, "Enheden har ikke svaret"),
        ([A], State.OVER, "Enheden er imod"),
        ([S], State.WITHDRAWN, "Høringen er trukket tilbage"),
    ],
)
def test_the_heading_says_what_the_units_said(stances: list[str], state: State, said: str) -> None:
    assert finding(count([Party(stance=one) for one in stances]), state, DUE) == said


def test_no_answer_is_never_counted_as_consent() -> None:
    counts = count([Party(stance=one) for one in (S, NOTHING, NOTHING)])
    assert (counts.support, counts.no_remarks, counts.silent) == (1, 0, 2)


def test_it_is_said_in_english_too() -> None:
    counts = count([Party(stance=one) for one in (S, S, A, NOTHING)])
    with override("en"):
        assert finding(counts, State.OVER, DUE) == (
            "Two of four units support it, one is against it and one has not answered"
        )
