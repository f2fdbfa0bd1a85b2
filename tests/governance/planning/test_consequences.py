"""Consequences of a yes beside the recorded plan: what is said, kept and reckoned again."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from takt.calculation.consequences.effects import SHAPE
from takt.calculation.planner.problem import Month
from takt.governance.clarifying.models import Dependency, Estimate, Impact
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.governance.planning.consequences import Consequences, Row, consequences_of
from takt.governance.planning.models import Ceiling, Frame, FrameKind, WeighedYes
from tests.builders import Cast, build_unit
from tests.governance.planning.house import build_initiative, build_limits
from tests.interfaces.planned import record_plan_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(cast: Cast) -> None:
    build_limits()


@pytest.fixture
def wish() -> Initiative:
    return build_initiative("2026-002", "Talegenkendelse")


@pytest.fixture
def plan(cast: Cast, now: datetime, wish: Initiative) -> None:
    """The other one starts in January 2027; the wish was asked about and has no place."""
    build_initiative("2026-001", "Fælles stamkort", obligation="must")
    record_plan_of(cast, now, {"2026-001": 0})


def rows(consequences: Consequences) -> dict[str, Row]:
    return {row.key: row for row in consequences.rows}


class TestWhatIsMissing:
    def test_a_case_without_an_estimate(self, cast: Cast, now: datetime, plan: None) -> None:
        bare = build_initiative("2026-003")
        Estimate.objects.filter(initiative=bare).delete()

        said = consequences_of(Initiative.objects.get(pk=bare.pk), now)

        assert "mangler skøn" in said.missing
        assert not said.rows

    def test_a_house_without_a_plan(self, wish: Initiative, now: datetime) -> None:
        assert "ingen plan" in consequences_of(wish, now).missing

    def test_a_case_longer_than_the_plan(self, wish: Initiative, now: datetime, plan: None) -> None:
        Estimate.objects.filter(initiative=wish).update(roll_out_months=60)

        assert "før planen slutter" in consequences_of(wish, now).missing


class TestWhatIsSaid:
    def test_one_without_a_place_is_tried_where_least_is_in_the_way(
        self, wish: Initiative, now: datetime, plan: None
    ) -> None:
        said = consequences_of(wish, now)

        assert (said.start, said.is_placed, said.breaches) == (Month(2027, 1), False, ())
        money = rows(said)["money:anlaeg"]
        assert (money.name, money.before, money.after, money.limit) == ("Anlæg 2027", "0,7", "1,4", "5,0")
        assert (money.verdict, money.word) == ("room", "Plads")
        assert (rows(said)["tail:drift"].name, rows(said)["tail:drift"].after) == ("Afledt drift 2030", "0,6")
        assert rows(said)["staff:pl"].detail == "dage, juli 2027"

    def test_one_in_the_plan_keeps_its_place(self, cast: Cast, wish: Initiative, now: datetime) -> None:
        record_plan_of(cast, now, {"2026-002": 5})

        said = consequences_of(wish, now)

        assert (said.start, said.is_placed) == (Month(2027, 6), True)
        assert rows(said)["money:anlaeg"].before == "0,0"

    def test_todays_estimate_counts_not_the_one_of_the_plan(
        self, wish: Initiative, now: datetime, plan: None
    ) -> None:
        Estimate.objects.filter(initiative=wish).update(
            investment_dkk=9_000_000, investment_high_dkk=9_000_000
        )

        said = consequences_of(wish, now)

        assert rows(said)["money:anlaeg"].verdict == "over"
        assert any("Anlæg: Der mangler" in breach for breach in said.breaches)

    def test_one_that_the_plan_was_not_asked_about(self, now: datetime, plan: None) -> None:
        late = build_initiative("2026-009", "Kom til senere")

        assert rows(consequences_of(late, now))["money:anlaeg"].after == "1,4"

    def test_what_it_requires_outside_the_plan_is_named(
        self, wish: Initiative, now: datetime, plan: None
    ) -> None:
        other = build_initiative("2026-010", "Ny platform")
        Dependency.objects.create(initiative=wish, requires=other)

        assert consequences_of(wish, now).obstacles == ("Kræver 2026-010, som ikke er med i planen.",)

    def test_a_unit_that_is_new_since_the_plan(self, wish: Initiative, now: datetime, plan: None) -> None:
        new = build_unit("Hjemmeplejen Øst", parent=build_unit("Ældre og Sundhed"), headcount=10)
        Impact.objects.filter(initiative=wish).update(unit=new)

        assert "Hjemmeplejen Øst" in rows(consequences_of(wish, now))[f"load:u{new.pk}"].detail

    def test_english_readers_read_english(self, wish: Initiative, now: datetime, plan: None) -> None:
        with override("en"):
            assert rows(consequences_of(wish, now))["money:anlaeg"].after == "1.4"


class TestWhatIsKept:
    def test_it_is_reckoned_once(self, wish: Initiative, now: datetime, plan: None) -> None:
        first, again = consequences_of(wish, now), consequences_of(wish, now + timedelta(hours=1))

        assert again == first
        assert again.computed_at == now

    @pytest.mark.parametrize("change", ["frame", "ceiling", "estimate", "plan"])
    def test_another_question_is_reckoned_again(
        self, cast: Cast, wish: Initiative, now: datetime, plan: None, change: str
    ) -> None:
        first, later = consequences_of(wish, now), now + timedelta(hours=1)
        if change == "frame":
            Frame.objects.filter(kind=FrameKind.INVESTMENT).update(dkk=1_000_000)
        elif change == "ceiling":
            Ceiling.objects.update(hours_per_employee="0.1")
        elif change == "estimate":
            Estimate.objects.filter(initiative=wish).update(prepare_months=4)
        else:
            record_plan_of(cast, later, {"2026-001": 0, "2026-002": 3})

        again = consequences_of(wish, later)

        assert again.computed_at == later
        assert again != first
        assert WeighedYes.objects.filter(initiative=wish).count() == (2 if change == "plan" else 1)

    def test_what_an_earlier_takt_kept_is_reckoned_again(
        self, wish: Initiative, now: datetime, plan: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = consequences_of(wish, now)
        WeighedYes.objects.update(weighed={"as it": "used to look"})
        monkeypatch.setattr("takt.governance.planning.consequences.asking.SHAPE", SHAPE + 1)

        assert consequences_of(wish, now) == first

    def test_a_kept_one_costs_the_same_whatever_the_size_of_the_plan(
        self, cast: Cast, wish: Initiative, now: datetime
    ) -> None:
        def queries_with(others: int) -> int:
            for number in range(others):
                build_initiative(f"2026-{others}{number:02d}", stage=Stage.APPROVED, days=1, people=1)
            record_plan_of(cast, now, {})
            consequences_of(wish, now)
            with CaptureQueriesContext(
                connection,
            ) as seen:
                consequences_of(wish, now)
            return len(seen)

        assert queries_with(2) == queries_with(9)


class TestTheTable:
    def test_every_row_has_its_verdict_in_words(self, wish: Initiative, now: datetime, plan: None) -> None:
        html = render_to_string("papers/consequences.html", {"consequences": consequences_of(wish, now)})

        assert "Følger af et ja, start januar 2027" in html
        assert html.count("status-mark") == html.count("<tr>") - 1
        assert "Planversion" in html
        assert "kl. 09.00" in html

    def test_what_is_missing_is_a_sentence(self, wish: Initiative, now: datetime) -> None:
        html = render_to_string("papers/consequences.html", {"consequences": consequences_of(wish, now)})

        assert "ingen plan" in html
        assert "<table" not in html
