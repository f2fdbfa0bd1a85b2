"""Changing a limit: kept as a version, told in the ledger, refused to those whose work it is not."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from takt.calculation.planner.problem import Month
from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Unit
from takt.foundation.refusals import Refused
from takt.governance.clarifying.models import StaffRole
from takt.governance.planning.limits.broken import broken_now
from takt.governance.planning.limits.commands.change_limits import change_limits
from takt.governance.planning.limits.standing import content_now
from takt.governance.planning.models import (
    Ceiling,
    Frame,
    Freeze,
    LimitKind,
    LimitVersion,
    PriceRise,
    StaffPost,
)
from takt.governance.planning.question import question
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits
from tests.governance.planning.limits.proposing import COMMITTEE, GROUNDS, frame, proposal
from tests.governance.planning.test_plan_page import recorded

pytestmark = pytest.mark.django_db

PRICES = [{"year": 2027, "running": "3", "investment": "2.5", "source": "KL"}]


@pytest.fixture(autouse=True)
def house(cast: Cast) -> None:
    build_limits()


def lower(dkk: int = 4_000_000) -> Any:
    return proposal(LimitKind.MONEY, frames=[frame(y2027=dkk)])


def test_it_is_kept_as_a_version_that_says_who_why_and_whose(cast: Cast, now: datetime) -> None:
    (version,) = change_limits([lower()], GROUNDS, by=cast.erik, at=now)

    assert [(one.year, one.dkk, one.source) for one in Frame.objects.all()] == [
        (2027, 4_000_000, "Budget 2027")
    ]
    assert (version.number, version.changed_by, version.owner) == (1, cast.erik, "Økonomidirektøren")
    assert (version.reason, version.decided_on) == ("Budgettet er vedtaget.", date(2026, 10, 12))
    event = Event.objects.latest("number")
    assert (event.verb, event.about, event.facts["version"]) == ("limit.changed", "limit money", 1)
    assert event.facts["changes"] == 2, "one frame is lower and the other is gone"


def test_what_stood_before_the_first_version_can_still_be_read(cast: Cast, now: datetime) -> None:
    change_limits([lower()], GROUNDS, by=cast.erik, at=now)
    change_limits([lower(3)], GROUNDS, by=cast.erik, at=now + timedelta(hours=1))

    zero, one, two = LimitVersion.objects.order_by("number")
    assert zero.content["frames"][0]["2027"] == 5_000_000
    assert (one.content["frames"][0]["2027"], two.content["frames"][0]["2027"]) == (4_000_000, 3)


def test_all_four_are_written_where_the_house_reads_them(cast: Cast, now: datetime) -> None:
    post = {
        "role": "Arkitekt",
        "what": "Fast",
        "absence": False,
        "full_time": "1.25",
        "first": "2026-01",
        "latest": None,
    }
    money = proposal(
        LimitKind.MONEY,
        frames=[frame(committee="Sundhedsudvalget", price_year=2027, y2027=9)],
        prices=PRICES,
        committees=[COMMITTEE],
    )
    change_limits([money], GROUNDS, by=cast.erik, at=now)
    change_limits(
        [
            proposal(
                LimitKind.STAFF,
                roles=[
                    {"name": "Projektledere", "share": None, "absence": None},
                    {"name": "Arkitekt", "share": 80, "absence": 12},
                ],
                posts=[post],
            ),
            proposal(
                LimitKind.CEILINGS, ceilings=[{"unit": "Hjemmeplejen Nord", "hours": "3.2", "go_lives": None}]
            ),
            proposal(
                LimitKind.FREEZES,
                freezes=[
                    {
                        "why": "Jul",
                        "first": "2026-12",
                        "latest": "2026-12",
                        "yearly": True,
                        "units": ["Hjemmeplejen Nord"],
                    }
                ],
            ),
        ],
        GROUNDS,
        by=cast.nadia,
        at=now,
    )

    kept = Frame.objects.select_related("committee").get()
    assert kept.committee
    assert kept.committee.units.get().unit.name == "Ældre og Sundhed"
    assert kept.price_year == 2027
    assert PriceRise.objects.get().running_percent == 3
    architect = StaffRole.objects.get(name="Arkitekt")
    assert (architect.key, architect.full_time_equivalents) == ("arkitekt", Decimal("1.2"))
    assert StaffPost.objects.get().full_time_equivalents == Decimal("1.25")
    assert StaffRole.objects.get(key="pl").months.count() == 12, "a role without posts keeps its written days"
    assert Ceiling.objects.get().hours_per_employee == Decimal("3.2")
    assert Freeze.objects.get().units.get().name == "Hjemmeplejen Nord"
    for limit, content in LimitVersion.objects.filter(number=1).values_list("limit", "content"):
        assert {key: content_now()[key] for key in content} == content, limit


def test_the_planner_is_asked_by_committee_and_in_one_price_level(cast: Cast, now: datetime) -> None:
    build_initiative("2026-001")
    money = proposal(
        LimitKind.MONEY,
        frames=[
            frame(y2027=5_000_000),
            frame(committee="Sundhedsudvalget", price_year=2027, y2027=1_000_000),
        ],
        prices=PRICES,
        committees=[COMMITTEE],
    )
    change_limits([money], GROUNDS, by=cast.erik, at=now)

    asked = question(title="", first_month=Month(2027, 1)).problem

    assert [(one.frame, sum(one.dkk), one.dkk_per_month_in_use) for one in asked.initiatives[0].money] == [
        ("anlaeg", 717_500, 0),
        ("drift", 0, 25_750),
        ("anlaeg/Sundhedsudvalget", 717_500, 0),
    ]


class TestRefused:
    @pytest.mark.parametrize(
        ("limit", "who"),
        [
            (LimitKind.MONEY, ("nadia", "birgit", "anna", "troels", "charlie")),
            (LimitKind.STAFF, ("erik", "birgit", "anna", "charlie")),
            (LimitKind.CEILINGS, ("erik", "anna", "charlie")),
            (LimitKind.FREEZES, ("erik", "birgit", "anna", "charlie")),
        ],
    )
    def test_whose_work_it_is_not_leaves_no_trace(
        self, cast: Cast, now: datetime, limit: LimitKind, who: tuple[str, ...]
    ) -> None:
        empty = {LimitKind.MONEY: "frames", LimitKind.STAFF: "posts", LimitKind.CEILINGS: "ceilings"}
        before, events = content_now(), Event.objects.count()
        for name in who:
            with pytest.raises(Refused) as refused:
                change_limits(
                    [proposal(limit, **{empty.get(limit, "freezes"): []})],
                    GROUNDS,
                    by=getattr(cast, name),
                    at=now,
                )
            assert refused.value.refusal.remedy
        assert (content_now(), Event.objects.count(), LimitVersion.objects.count()) == (before, events, 0)

    def test_a_colleague_has_saved_since(self, cast: Cast, now: datetime) -> None:
        mine = lower(3)
        change_limits([lower()], GROUNDS, by=cast.erik, at=now)

        with pytest.raises(Refused, match="kollega"):
            change_limits([mine], GROUNDS, by=cast.erik, at=now)
        assert Frame.objects.get().dkk == 4_000_000

    @pytest.mark.parametrize(("field", "what"), [("reason", "begrundelse"), ("source", "kilde")])
    def test_without_grounds(self, cast: Cast, now: datetime, field: str, what: str) -> None:
        with pytest.raises(Refused, match=what):
            change_limits([lower()], replace(GROUNDS, **{field: " "}), by=cast.erik, at=now)

    def test_a_ceiling_without_a_decision_or_decided_tomorrow(self, cast: Cast, now: datetime) -> None:
        ceiling = proposal(LimitKind.CEILINGS, ceilings=[])
        with pytest.raises(Refused, match="besluttet"):
            change_limits([ceiling], replace(GROUNDS, decided_on=None), by=cast.birgit, at=now)
        with pytest.raises(Refused, match="fremtiden"):
            change_limits([ceiling], replace(GROUNDS, decided_on=date(2026, 11, 24)), by=cast.birgit, at=now)

    def test_no_change(self, cast: Cast, now: datetime) -> None:
        with pytest.raises(Refused, match="ingen ændringer"):
            change_limits([proposal(LimitKind.MONEY)], GROUNDS, by=cast.erik, at=now)
        with pytest.raises(Refused, match="ingen ændringer"):
            change_limits([], GROUNDS, by=cast.erik, at=now)

    def test_of_several_all_or_nothing(self, cast: Cast, now: datetime) -> None:
        ceilings, freezes = proposal(LimitKind.CEILINGS, ceilings=[]), proposal(LimitKind.FREEZES, freezes=[])
        with pytest.raises(Refused):
            change_limits([freezes, replace(ceilings, edition=7)], GROUNDS, by=cast.nadia, at=now)
        assert Freeze.objects.count() == 1
        assert not LimitVersion.objects.exists()


class TestBroken:
    def test_a_lower_frame_is_broken_until_a_new_plan_is_asked_for(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        recorded(cast, now, {"2026-001": 0})
        assert broken_now() == []

        (version,) = change_limits([lower(100_000)], GROUNDS, by=cast.erik, at=now + timedelta(hours=1))

        (found,) = version.broken
        assert found == broken_now()[0]
        assert found["used_by"] == [
            {"number": "2026-001", "title": "Skærmbesøg i hjemmeplejen", "amount": 700_000, "is_fixed": False}
        ]
        assert "600.000 kr." in found["da"]
        assert "600,000" in found["en"]
        recorded(cast, now + timedelta(hours=2), {})
        assert broken_now() == []

    def test_a_plan_asked_for_before_the_change_is_weighed_when_it_arrives(
        self, cast: Cast, now: datetime
    ) -> None:
        build_initiative("2026-001")
        change_limits([lower(100_000)], GROUNDS, by=cast.erik, at=now + timedelta(hours=1))
        LimitVersion.objects.update(weighed_run=None, broken=[])
        Frame.objects.update(dkk=5_000_000)
        recorded(cast, now, {"2026-001": 0})
        Frame.objects.update(dkk=100_000)

        assert len(broken_now()) == 1
        assert LimitVersion.objects.get(number=1).weighed_run is not None

    def test_another_committee_structure_is_weighed_too(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        recorded(cast, now, {"2026-001": 0})
        money = proposal(
            LimitKind.MONEY,
            frames=[frame(y2027=5_000_000), frame(committee="Sundhedsudvalget", y2027=200_000)],
            committees=[COMMITTEE],
        )
        (version,) = change_limits([money], GROUNDS, by=cast.erik, at=now + timedelta(hours=1))

        assert [one["id"] for one in version.broken] == ["anlaeg/Sundhedsudvalget"]

    def test_a_lower_ceiling_names_the_unit(self, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        recorded(cast, now, {"2026-001": 0})
        ceiling = proposal(
            LimitKind.CEILINGS, ceilings=[{"unit": "Hjemmeplejen Nord", "hours": "0.1", "go_lives": 0}]
        )
        (version,) = change_limits([ceiling], GROUNDS, by=cast.birgit, at=now + timedelta(hours=1))

        unit = Unit.objects.get(name="Hjemmeplejen Nord")
        assert {(one["limit"], one["id"]) for one in version.broken} == {("ceilings", f"u{unit.pk}")}
        assert {one["kind"] for one in version.broken} == {"load", "go_lives"}
