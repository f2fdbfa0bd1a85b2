"""Committees whose frames add up to more than the municipality's: said with figures, and never refused."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from takt.governance.planning.limits.commands.change_limits import change_limits
from takt.governance.planning.limits.overcommitted import overcommitted
from takt.governance.planning.models import Frame, FrameKind, LimitKind
from tests.builders import Cast
from tests.governance.planning.house import build_limits
from tests.governance.planning.limits.proposing import COMMITTEE, GROUNDS, frame, proposal
from tests.governance.planning.limits.test_pages import CHANGE, SAID, look
from tests.governance.planning.test_plan_page import html_of, words_of

WARNING = "Udvalgenes rammer er tilsammen større end hele kommunens"
OTHER = {"name": "Skoleudvalget", "units": ["Digitalisering og It"]}


def content(*frames: dict[str, Any], prices: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    return {"frames": list(frames), "prices": list(prices)}


class TestFigures:
    def test_the_sum_is_held_against_the_whole_by_kind_and_year(self) -> None:
        (one,) = overcommitted(
            content(
                frame(y2027=5, y2028=5_000_000),
                frame("running", y2028=1),
                frame(committee="Sundhed", y2027=5, y2028=3_000_000),
                frame(committee="Skole", y2028=2_500_000),
            )
        )
        assert (one.kind, one.year, one.whole_dkk) == (FrameKind.INVESTMENT, 2028, 5_000_000)
        assert (one.committees_dkk, one.over_dkk) == (5_500_000, 500_000)
        assert one.committees == [("Sundhed", 3_000_000), ("Skole", 2_500_000)]

    def test_as_much_as_there_is_is_not_too_much(self) -> None:
        assert not overcommitted(content(frame(y2028=10), frame(committee="Sundhed", y2028=10)))

    def test_no_frame_of_the_whole_cannot_be_exceeded(self) -> None:
        assert not overcommitted(content(frame(y2027=5), frame(committee="Sundhed", y2028=10)))
        assert not overcommitted(content(frame(committee="Sundhed", y2028=10)))

    def test_amounts_are_compared_in_one_price_level(self) -> None:
        prices = ({"year": 2028, "investment": 10, "running": 0},)
        whole, dearer = frame(price_year=2027, y2028=1_000_000), frame(committee="Sundhed", y2028=1_100_000)
        assert not overcommitted(content(whole, dearer, prices=prices)), "1.1 million of 2028 is 1.0 of 2027"
        (one,) = overcommitted(content(whole, {**dearer, "2028": 1_210_000}, prices=prices))
        assert (one.price_year, one.over_dkk) == (2027, 100_000)

    def test_a_krone_of_rounding_is_no_warning(self) -> None:
        prices = ({"year": 2028, "investment": "3.3", "running": 0},)
        committees = (frame(committee=name, y2028=516_500) for name in ("Sundhed", "Skole"))
        whole = frame(price_year=2027, y2028=999_999)
        assert not overcommitted(content(whole, *committees, prices=prices))


@pytest.mark.django_db
class TestPages:
    @pytest.fixture(autouse=True)
    def house(self, cast: Cast, now: datetime) -> None:
        build_limits()
        frames = [frame(y2027=5_000_000), frame("running", y2027=2_000_000)]
        wanted = proposal(LimitKind.MONEY, committees=[COMMITTEE, OTHER], frames=frames)
        change_limits([wanted], GROUNDS, by=cast.erik, at=now)

    def overcommit(self, cast: Cast, now: datetime) -> None:
        frames = [
            frame(y2027=5_000_000),
            frame(committee=COMMITTEE["name"], y2027=4_000_000),
            frame(committee=OTHER["name"], y2027=2_000_000),
        ]
        change_limits([proposal(LimitKind.MONEY, frames=frames)], GROUNDS, by=cast.erik, at=now)

    def test_the_limit_says_it_with_the_figures_to_everyone(
        self, client: Client, cast: Cast, now: datetime
    ) -> None:
        client.force_login(cast.anna)
        assert WARNING not in html_of(client, "/plan/graenser/penge/")
        self.overcommit(cast, now)
        words = words_of(html_of(client, "/plan/graenser/penge/"))
        assert WARNING in words
        assert "2027: 1.000.000 kr. for meget, for udvalgene har 6.000.000 kr. og hele kommunen 5.0" in words
        assert "Sundhedsudvalget 4.000.000 kr., Skoleudvalget 2.000.000 kr." in words
        assert WARNING not in html_of(client, "/plan/graenser/lofter/")

    def test_it_is_said_before_it_is_saved_and_does_not_stop_it(
        self, client: Client, cast: Cast, now: datetime
    ) -> None:
        self.overcommit(cast, now)
        client.force_login(cast.erik)
        assert WARNING in html_of(client, CHANGE), "while one begins to write"
        fewer, _fields = look(client, **SAID, **{"frames.1.2027": "9.000.000"})
        assert WARNING not in fewer, "this change puts it right"
        more, fields = look(client, **SAID, **{"frames.1.2027": "4.500.000"})
        assert "1.500.000 kr. for meget" in words_of(more)
        assert client.post(CHANGE, fields | {"save": "1"}).status_code == 302
        whole = Frame.objects.get(kind=FrameKind.INVESTMENT, year=2027, committee=None)
        assert whole.dkk == 4_500_000
