"""Two who propose, or two who write the decision down, in the same moment."""

from datetime import datetime

import pytest
from django.utils.timezone import localdate

from takt.governance.planning.models import PlanRun
from takt.governance.planning.publishing.commands.decline_plan import decline_plan
from takt.governance.planning.publishing.commands.propose_plan import propose_plan
from takt.governance.planning.publishing.commands.publish_plan import publish_plan
from takt.governance.planning.publishing.models import Proposal, ProposalState, Publication
from tests.builders import Cast, gather_cast
from tests.governance.planning.house import build_initiative, build_limits
from tests.governance.planning.publishing.published import MINUTES, computed
from tests.races.at_once import at_once, refused
from tests.walk.doing import REASON
from tests.walk.house import BOARD, adopt_bodies
from tests.walk.truths import assert_the_chain_holds

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(now: datetime) -> Cast:
    cast = gather_cast()
    build_limits()
    adopt_bodies(cast, now)
    build_initiative("2026-001")
    return cast


@pytest.fixture
def plan(people: Cast, now: datetime) -> PlanRun:
    return computed(people, now, {"2026-001": 0})


def test_of_two_proposals_there_is_one(people: Cast, plan: PlanRun, now: datetime) -> None:
    got = at_once(
        lambda: propose_plan(plan, by=people.nadia, at=now),
        lambda: propose_plan(plan, by=people.erik, at=now),
    )
    [told] = refused(got)
    assert "allerede foreslået" in told
    assert Proposal.objects.count() == 1
    assert_the_chain_holds()


def test_of_two_decisions_the_second_sees_the_first(people: Cast, plan: PlanRun, now: datetime) -> None:
    proposal, day = propose_plan(plan, by=people.nadia, at=now), localdate(now)
    got = at_once(
        lambda: publish_plan(proposal, BOARD, decided_on=day, minutes=MINUTES, by=people.birgit, at=now),
        lambda: decline_plan(proposal, BOARD, decided_on=day, reason=REASON, by=people.nadia, at=now),
    )
    [told] = refused(got)
    assert "allerede behandlet" in told
    assert Publication.objects.count() == 1
    assert Proposal.objects.get().state == ProposalState.PUBLISHED
    assert_the_chain_holds()


def test_a_plan_is_published_once(people: Cast, plan: PlanRun, now: datetime) -> None:
    proposal, day = propose_plan(plan, by=people.nadia, at=now), localdate(now)
    got = at_once(
        *[
            lambda by=by: publish_plan(proposal, BOARD, decided_on=day, minutes=MINUTES, by=by, at=now)
            for by in (people.birgit, people.nadia)
        ]
    )
    assert len(refused(got)) == 1
    assert Publication.objects.count() == 1
