"""Strategies and law: what Takt brings along, shown with how sure it is."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.foundation.ledger.models import Event
from takt.governance.clarifying.checklist import items_of
from takt.governance.clarifying.commands.link_goals import link_goals
from takt.governance.clarifying.models import Contribution
from takt.registers.law.reading import acts
from takt.registers.strategies.commands.take_in_strategies import take_in_strategies
from takt.registers.strategies.models import Goal, Strategy
from tests.builders import Cast
from tests.governance.clarifying.cases import taken
from tests.governance.clarifying.test_commands import refused

pytestmark = pytest.mark.django_db
HOW = "Frigør tid til samtalen med borgeren."


def test_strategies_are_taken_in_once(now: datetime) -> None:
    assert take_in_strategies(at=now) == 15
    assert take_in_strategies(at=now) == 0
    assert Goal.objects.filter(strategy__key="FOS2629").count() == 4
    assert Event.objects.get().verb == "strategies.taken_in"


def test_the_pages_show_goals_and_how_sure_the_law_is(cast: Cast, client: Client, now: datetime) -> None:
    client.force_login(cast.anna)
    assert "Der er ingen strategier endnu" in client.get("/strategi-og-lov/").content.decode()
    take_in_strategies(at=now)
    with CaptureQueriesContext(connection) as asked:
        text = client.get("/strategi-og-lov/").content.decode()
    assert "Et sammenhængende digitalt fundament" in text
    assert len(asked) < 12
    law = client.get("/strategi-og-lov/lov/").content.decode()
    assert "almen viden; kontrollér" in law.lower()
    assert 'id="GDPR"' in law


def test_the_next_deadline_lies_ahead() -> None:
    deadline = acts()["AIA-OMNIBUS"].next_deadline(date(2027, 8, 3))
    assert deadline is not None
    assert deadline.day == date(2027, 12, 2)
    assert acts()["DBL"].next_deadline(date(2026, 1, 1)) is None


def test_a_case_says_which_goals_it_serves(cast: Cast, now: datetime) -> None:
    take_in_strategies(at=now)
    case = taken(cast, now)
    one, other = Goal.objects.all()[:2]
    assert "for kort" in refused(link_goals, case, {one.pk: "Ja"}, seen={}, by=cast.nadia, at=now)
    assert "findes ikke" in refused(link_goals, case, {999_999: HOW}, seen={}, by=cast.nadia, at=now)
    link_goals(case, {one.pk: HOW}, seen={}, by=cast.nadia, at=now)
    link_goals(case, {other.pk: HOW}, seen={}, by=cast.nadia, at=now)
    assert Contribution.objects.count() == 2
    (item,) = [item for item in items_of(case) if item.key == "strategy"]
    assert (item.is_done, item.who) == (True, "2 mål")
    changed = {one.pk: HOW + " Nu.", other.pk: HOW}
    assert HOW in refused(link_goals, case, changed, seen={}, by=cast.nadia, at=now)
    link_goals(case, {other.pk: HOW}, seen={one.pk: HOW, other.pk: HOW}, by=cast.nadia, at=now)
    assert Contribution.objects.get().goal == other


@pytest.mark.parametrize("who", ["charlie", "anna", "erik"])
def test_charlie_links_nothing(who: str, cast: Cast, now: datetime) -> None:
    take_in_strategies(at=now)
    case, goal = taken(cast, now), Goal.objects.all()[0]
    refused(link_goals, case, {goal.pk: HOW}, seen={}, by=getattr(cast, who), at=now)
    assert not Contribution.objects.exists()
    assert Strategy.objects.count() == 15
