"""Propose, publish, decline and withdraw: who may, what is recorded, and what is in force afterwards."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils.timezone import localdate

from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refused
from takt.governance.planning.models import PlanRun
from takt.governance.planning.publishing.commands.decline_plan import decline_plan
from takt.governance.planning.publishing.commands.propose_plan import propose_plan
from takt.governance.planning.publishing.commands.publish_plan import publish_plan
from takt.governance.planning.publishing.commands.withdraw_plan_proposal import withdraw_plan_proposal
from takt.governance.planning.publishing.forgetting import remove_words
from takt.governance.planning.publishing.models import Proposal, ProposalState, Publication
from takt.governance.planning.publishing.queries import publication_in_force
from takt.governance.planning.queries import current_plan, newest_plan
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits
from tests.governance.planning.publishing.published import MINUTES, computed, published
from tests.walk.house import adopt_bodies

pytestmark = pytest.mark.django_db

BOARD, COUNCIL = "direktionen", "teknologiraadet"
REASON = "Direktionen vil se et billigere alternativ først."


@pytest.fixture(autouse=True)
def house(cast: Cast, now: datetime) -> None:
    build_limits()
    adopt_bodies(cast, now)
    for number in ("2026-001", "2026-002", "2026-003"):
        build_initiative(number, f"Ønske {number[-1]}")


@pytest.fixture
def run(cast: Cast, now: datetime) -> PlanRun:
    return computed(cast, now, {"2026-001": 0, "2026-002": 2})


def verbs() -> list[str]:
    return [
        verb for verb in Event.objects.values_list("verb", flat=True) if "propos" in verb or "publ" in verb
    ]


class TestProposing:
    @pytest.mark.parametrize("name", ["nadia", "erik", "birgit"])
    def test_a_computed_plan_with_what_it_changes(
        self, name: str, cast: Cast, run: PlanRun, now: datetime
    ) -> None:
        proposal = propose_plan(run, note="Før budgettet", by=getattr(cast, name), at=now)
        assert proposal.against is None
        assert [move["number"] for move in proposal.moves] == ["2026-001", "2026-002"]
        event = Event.objects.get(verb="plan.proposed")
        assert (event.about, event.facts["plan"], event.facts["moves"]) == (
            proposal.reference,
            run.reference,
            2,
        )

    @pytest.mark.parametrize("name", ["anna", "troels", "charlie"])
    def test_others_may_not_and_leave_no_trace(
        self, name: str, cast: Cast, run: PlanRun, now: datetime
    ) -> None:
        with pytest.raises(Refused, match="Kun digitaliseringskonsulenter"):
            propose_plan(run, by=getattr(cast, name), at=now)
        assert not Proposal.objects.exists()
        assert not verbs()

    def test_one_at_a_time(self, cast: Cast, run: PlanRun, now: datetime) -> None:
        propose_plan(run, by=cast.nadia, at=now)
        with pytest.raises(Refused, match="allerede foreslået"):
            propose_plan(run, by=cast.erik, at=now)

    def test_what_is_in_force_needs_no_proposal(self, cast: Cast, run: PlanRun, now: datetime) -> None:
        published(cast, run, now)
        with pytest.raises(Refused, match="allerede offentliggjort"):
            propose_plan(run, by=cast.nadia, at=now)

    def test_it_is_taken_back(self, cast: Cast, run: PlanRun, now: datetime) -> None:
        proposal = propose_plan(run, by=cast.nadia, at=now)
        with pytest.raises(Refused):
            withdraw_plan_proposal(proposal, by=cast.charlie, at=now)
        assert withdraw_plan_proposal(proposal, by=cast.erik, at=now).state == ProposalState.WITHDRAWN
        with pytest.raises(Refused, match="allerede behandlet"):
            withdraw_plan_proposal(proposal, by=cast.erik, at=now)
        assert verbs() == ["plan.proposed", "plan.proposal_withdrawn"]


class TestPublishing:
    def test_the_chair_writes_it_down_and_it_is_in_force(
        self, cast: Cast, run: PlanRun, now: datetime
    ) -> None:
        publication = published(cast, run, now)
        newer = computed(cast, now, {"2026-001": 0})
        assert (publication.number, publication_in_force()) == (1, publication)
        assert (current_plan(), newest_plan()) == (run, newer)
        event = Event.objects.get(verb="plan.published")
        assert (event.actor, event.facts["body"], event.facts["publication"]) == (
            cast.birgit.pseudonym,
            BOARD,
            1,
        )

    def test_the_next_one_takes_its_place_and_says_what_moved(
        self, cast: Cast, run: PlanRun, now: datetime
    ) -> None:
        published(cast, run, now)
        second = computed(cast, now, {"2026-001": 1, "2026-003": 2})
        proposal = published(cast, second, now).proposal
        assert {(move["number"], move["fate"], move["months"]) for move in proposal.moves} == {
            ("2026-001", "later", 1),
            ("2026-002", "out", 0),
            ("2026-003", "in", 0),
        }
        assert all(move["da"] and move["en"] for move in proposal.moves)
        assert current_plan() == second
        assert Publication.objects.count() == 2

    @pytest.mark.parametrize("name", ["anna", "erik", "troels", "charlie"])
    def test_nobody_without_the_seat(self, name: str, cast: Cast, run: PlanRun, now: datetime) -> None:
        """Erik is a member only, Troels chairs another body."""
        proposal = propose_plan(run, by=cast.nadia, at=now)
        with pytest.raises(Refused, match="Kun formanden eller sekretæren") as refused:
            publish(proposal, BOARD, getattr(cast, name), now)
        assert "Det kan Direktionen." in refused.value.refusal.remedy
        assert not Publication.objects.exists()
        assert verbs() == ["plan.proposed"]

    def test_no_body_beyond_its_mandate(self, cast: Cast, run: PlanRun, now: datetime) -> None:
        proposal = propose_plan(run, by=cast.nadia, at=now)
        with pytest.raises(Refused) as refused:
            publish(proposal, COUNCIL, cast.troels, now)
        assert "dens dyreste initiativ koster 700.000 kr." in refused.value.refusal.reason
        assert "Det kan Direktionen." in refused.value.refusal.remedy
        assert not Publication.objects.exists()

    def test_not_before_the_meeting_nor_before_the_proposal(
        self, cast: Cast, run: PlanRun, now: datetime
    ) -> None:
        proposal = propose_plan(run, by=cast.nadia, at=now)
        for days, words in ((1, "ikke kommet endnu"), (-1, "først lavet")):
            with pytest.raises(Refused, match=words):
                publish(proposal, BOARD, cast.birgit, now, days=days)

    def test_not_without_the_minutes(self, cast: Cast, run: PlanRun, now: datetime) -> None:
        proposal = propose_plan(run, by=cast.nadia, at=now)
        with pytest.raises(Refused, match="henvisning til referatet"):
            publish(proposal, BOARD, cast.birgit, now, minutes=" ")

    def test_only_once(self, cast: Cast, run: PlanRun, now: datetime) -> None:
        proposal = propose_plan(run, by=cast.nadia, at=now)
        publish(proposal, BOARD, cast.birgit, now)
        with pytest.raises(Refused, match="allerede behandlet"):
            publish(proposal, BOARD, cast.nadia, now)
        assert Publication.objects.count() == 1

    def test_not_against_a_plan_that_is_no_longer_in_force(
        self, cast: Cast, run: PlanRun, now: datetime
    ) -> None:
        proposal = propose_plan(run, by=cast.nadia, at=now)
        Proposal.objects.update(state=ProposalState.WITHDRAWN)
        published(cast, computed(cast, now, {"2026-001": 0}), now)
        Proposal.objects.filter(pk=proposal.pk).update(state=ProposalState.OPEN)
        with pytest.raises(Refused, match="En anden plan er offentliggjort"):
            publish(proposal, BOARD, cast.birgit, now)


class TestDeclining:
    def test_a_no_leaves_the_plan_in_force(self, cast: Cast, run: PlanRun, now: datetime) -> None:
        published(cast, run, now)
        proposal = propose_plan(computed(cast, now, {}), by=cast.nadia, at=now)
        declined = decline_plan(
            proposal, BOARD, decided_on=localdate(now), reason=REASON, by=cast.birgit, at=now
        )
        assert (declined.state, declined.settled_reason) == (ProposalState.DECLINED, REASON)
        assert current_plan() == run
        event = Event.objects.get(verb="plan.declined")
        assert REASON not in str(event.facts)

    @pytest.mark.parametrize("by", [lambda cast: cast.charlie, lambda cast: cast.anna])
    def test_others_may_not(
        self, by: Callable[[Cast], Person], cast: Cast, run: PlanRun, now: datetime
    ) -> None:
        proposal = propose_plan(run, by=cast.nadia, at=now)
        with pytest.raises(Refused, match="Kun formanden"):
            decline_plan(proposal, BOARD, decided_on=localdate(now), reason=REASON, by=by(cast), at=now)
        assert not Event.objects.filter(verb="plan.declined").exists()

    def test_its_words_can_be_removed(self, cast: Cast, run: PlanRun, now: datetime) -> None:
        proposal = propose_plan(run, by=cast.nadia, at=now)
        decline_plan(proposal, BOARD, decided_on=localdate(now), reason=REASON, by=cast.birgit, at=now)
        event = Event.objects.get(verb="plan.declined")
        remove_words(event, REASON)
        proposal.refresh_from_db()
        assert REASON not in proposal.settled_reason

    def test_it_says_why(self, cast: Cast, run: PlanRun, now: datetime) -> None:
        proposal = propose_plan(run, by=cast.nadia, at=now)
        with pytest.raises(Refused, match="mangler en tekst"):
            decline_plan(proposal, BOARD, decided_on=localdate(now), reason="", by=cast.birgit, at=now)


def publish(
    proposal: Proposal, body: str, by: Person, at: datetime, *, days: int = 0, minutes: str = MINUTES
) -> Publication:
    day = localdate(at) + timedelta(days=days)
    return publish_plan(proposal, body, decided_on=day, minutes=minutes, by=by, at=at)
