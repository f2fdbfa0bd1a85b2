"""The pages of publication, as people with and without a seat meet them."""

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from takt.governance.planning.models import PlanRun
from takt.governance.planning.publishing.commands.propose_plan import propose_plan
from takt.governance.planning.publishing.models import Proposal, ProposalState, Publication
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits
from tests.governance.planning.publishing.published import MINUTES, computed, published
from tests.walk.house import adopt_bodies

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(cast: Cast, now: datetime) -> None:
    build_limits()
    adopt_bodies(cast, now)
    for number in ("2026-001", "2026-002", "2026-003"):
        build_initiative(number, f"Ønske {number[-1]}")


@pytest.fixture
def run(cast: Cast, now: datetime) -> PlanRun:
    return computed(cast, now, {"2026-001": 0, "2026-002": 2})


def html(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_plan_page_says_what_is_in_force_and_what_is_newer(
    cast: Cast, client: Client, run: PlanRun, now: datetime
) -> None:
    client.force_login(cast.anna)
    assert "Ingen plan er offentliggjort endnu" in html(client, "/plan/")
    published(cast, run, now)
    said = html(client, "/plan/")
    assert "Planen er i kraft." in said
    assert "Besluttet af Direktionen 23. november 2026" in said
    newer = computed(cast, now, {"2026-001": 0, "2026-002": 12, "2026-003": 24})
    said = html(client, "/plan/")
    assert "En nyere beregning foreligger: 2 flytninger." in said
    assert f"/plan/{newer.pk}/flytninger/" in said
    assert f"Du ser planversion {newer.pk}, som ikke er i kraft." in html(client, f"/plan/{newer.pk}/")


def test_from_comparison_to_decision(cast: Cast, client: Client, run: PlanRun, now: datetime) -> None:
    published(cast, run, now)
    newer = computed(cast, now, {"2026-001": 0, "2026-002": 12})
    client.force_login(cast.erik)
    said = html(client, f"/plan/{newer.pk}/flytninger/")
    assert "10 måneder senere" in said
    assert "Hvorfor nu?" in said
    answer = client.post(f"/plan/{newer.pk}/foreslaa/", {"note": "Rammen er sænket"})
    proposal = Proposal.objects.get(state=ProposalState.OPEN)
    assert answer["Location"] == f"/plan/forslag/{proposal.pk}/"
    said = html(client, answer["Location"])
    assert "Du er ikke formand eller sekretær" in said
    council = said[said.index("Teknologirådet:") :]
    assert council.index("mandatet rækker ikke") < council.index("Direktionen:")
    client.force_login(cast.birgit)
    told = {"body": "direktionen", "decided_on": localdate().isoformat(), "minutes": ""}
    answer = client.post(f"/plan/forslag/{proposal.pk}/offentliggoer/", told)
    assert (answer.status_code, "Der mangler en henvisning" in answer.content.decode()) == (409, True)
    answer = client.post(f"/plan/forslag/{proposal.pk}/offentliggoer/", told | {"minutes": MINUTES})
    assert answer.status_code == 302
    assert "Planen er i kraft." in html(client, f"/plan/forslag/{proposal.pk}/")


def test_a_stranger_who_posts_is_refused(cast: Cast, client: Client, run: PlanRun, now: datetime) -> None:
    proposal = propose_plan(run, by=cast.nadia, at=now)
    client.force_login(cast.anna)
    told = {"body": "direktionen", "decided_on": "2026-11-23", "minutes": MINUTES, "reason": MINUTES}
    for what in ("offentliggoer", "afvis", "traek-tilbage"):
        assert client.post(f"/plan/forslag/{proposal.pk}/{what}/", told).status_code == 403
    assert client.post(f"/plan/{run.pk}/foreslaa/").status_code == 403
    assert not Publication.objects.exists()
    assert Proposal.objects.get().state == ProposalState.OPEN


def test_a_decided_proposal_tells_who_and_when(
    cast: Cast, client: Client, run: PlanRun, now: datetime
) -> None:
    publication = published(cast, run, now)
    client.force_login(cast.anna)
    said = html(client, publication.proposal.get_absolute_url())
    assert "Direktionen besluttede planen 23. november 2026" in said
    assert f"Referat: {MINUTES}." in said
    assert f"Planversion {run.pk} er i kraft, besluttet af Direktionen" in html(client, "/plan/i-kraft/")


def test_queries_do_not_grow_with_the_list(cast: Cast, client: Client, run: PlanRun, now: datetime) -> None:
    client.force_login(cast.anna)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            html(client, "/plan/i-kraft/")
        return len(asked)

    published(cast, run, now)
    few = queries()
    for _ in range(3):
        published(cast, computed(cast, now, {"2026-001": 0}), now)
    assert queries() == few
