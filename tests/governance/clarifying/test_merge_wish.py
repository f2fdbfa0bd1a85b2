"""Two wishes that are the same become one, and nobody behind either is lost."""

from datetime import datetime

import pytest
from django.test import Client

from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.refusals import Refused
from takt.foundation.search.queries import matching
from takt.governance.asking.commands.attach_file import attach_file
from takt.governance.asking.commands.follow_case import follow_case
from takt.governance.asking.commands.join_wish import join_wish
from takt.governance.asking.commands.save_draft import save_draft
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.commands.withdraw_wish import withdraw_wish
from takt.governance.asking.indexing import reindex_wishes
from takt.governance.asking.models import Follower, Supporter, Wish
from takt.governance.asking.rules import Answers
from takt.governance.asking.similar import similar_wishes
from takt.governance.clarifying.commands.merge_wish import merge_wish
from takt.governance.clarifying.commands.take_up import take_up
from takt.governance.clarifying.models import Dependency
from takt.governance.flow.commands import move
from takt.governance.flow.stages import Stage
from tests.builders import Cast, build_person

pytestmark = pytest.mark.django_db

TROUBLE = "Vi taster målinger af blodtryk ind i to systemer hver dag."
REASON = "De to ønsker beder om det samme."


@pytest.fixture
def first(cast: Cast, now: datetime) -> Wish:
    return submit_wish(Answers(TROUBLE, title="Målinger ét sted"), by=cast.troels, at=now)


@pytest.fixture
def second(cast: Cast, now: datetime) -> Wish:
    return submit_wish(Answers(TROUBLE, title="Blodtryk kun én gang"), by=cast.anna, at=now)


def refusal(second: Wish, into: Wish | None, by: object, at: datetime, reason: str = REASON) -> str:
    before = Event.objects.count(), Supporter.objects.count(), Letter.objects.count()
    with pytest.raises(Refused) as caught:
        merge_wish(second.initiative, into and into.initiative, reason, by=by, at=at)  # type: ignore[arg-type]
    assert (Event.objects.count(), Supporter.objects.count(), Letter.objects.count()) == before
    return caught.value.refusal.reason


def test_everyone_comes_along_and_nobody_twice(first: Wish, second: Wish, cast: Cast, now: datetime) -> None:
    both = build_person("Rikke Thomsen", unit=cast.anna.unit)
    join_wish(first, by=both, at=now)
    join_wish(second, by=both, at=now)
    join_wish(second, reason="Det er også vores", by=cast.erik, at=now)
    join_wish(second, by=cast.troels, at=now)
    follow_case(second.initiative, by=cast.birgit, at=now)
    attach_file(second.initiative, "a.pdf", b"%PDF-", by=cast.anna, at=now)
    Letter.objects.all().delete()
    merge_wish(second.initiative, first.initiative, REASON, by=cast.nadia, at=now)

    behind = {one.person: one.reason for one in first.supporters.all()}
    assert behind == {both: "", cast.anna: TROUBLE, cast.erik: "Det er også vores"}
    assert first.supporters.get(person=cast.anna).unit == cast.anna.unit
    assert Follower.objects.get(person=cast.birgit, initiative=first.initiative)
    assert first.initiative.attachments.get().name == "a.pdf"
    assert second.supporters.count() == 3, "its own history stays"
    told = {letter.person for letter in Letter.objects.all()}
    assert told == {cast.anna, both, cast.erik, cast.troels, cast.birgit}
    answer = Letter.objects.get(person=cast.anna)
    assert "samlet i en anden sag" in answer.subject
    assert "Samlet i sag 2026-001: Målinger ét sted. De to ønsker" in answer.text


def test_the_merged_wish_points_to_the_other_and_is_no_longer_offered(
    first: Wish, second: Wish, cast: Cast, now: datetime, client: Client
) -> None:
    merge_wish(second.initiative, first.initiative, REASON, by=cast.nadia, at=now)
    second.refresh_from_db()
    assert second.merged_into == first.initiative
    assert second.initiative.stage == Stage.MERGED
    assert [event.verb for event in Event.objects.order_by("-number")[:4]] == [
        "wish.gathered",
        "wish.merged",
        "wish.answered",
        "initiative.moved",
    ]
    reindex_wishes()
    assert [one.key for one in matching("blodtryk", kind="wish")] == ["2026-001"]
    assert [one.wish for one in similar_wishes(TROUBLE, to=cast.birgit)] == [first]
    client.force_login(cast.birgit)
    assert "Samlet i sag 2026-001" in client.get("/sag/2026-002/").content.decode()
    assert "Blodtryk kun én gang" in client.get("/sag/2026-001/").content.decode()


def test_a_wish_nobody_signed_brings_its_unit(first: Wish, second: Wish, cast: Cast, now: datetime) -> None:
    Wish.objects.filter(pk=second.pk).update(wished_by=None)
    merge_wish(second.initiative, first.initiative, REASON, by=cast.nadia, at=now)
    supporter = first.supporters.get()
    assert (supporter.person, supporter.unit, supporter.reason) == (None, cast.anna.unit, TROUBLE)


def test_who_waited_for_the_one_waits_for_the_other(
    first: Wish, second: Wish, cast: Cast, now: datetime
) -> None:
    third, fourth = (
        submit_wish(Answers(TROUBLE, title=title), by=cast.erik, at=now) for title in ("Tredje", "Fjerde")
    )
    Dependency.objects.create(initiative=third.initiative, requires=second.initiative)
    Dependency.objects.create(initiative=fourth.initiative, requires=second.initiative)
    Dependency.objects.create(initiative=first.initiative, requires=fourth.initiative)
    merge_wish(second.initiative, first.initiative, REASON, by=cast.nadia, at=now)
    left = {(one.initiative, one.requires) for one in Dependency.objects.all()}
    assert left == {(third.initiative, first.initiative), (first.initiative, fourth.initiative)}


def test_what_cannot_be_gathered_says_why(first: Wish, second: Wish, cast: Cast, now: datetime) -> None:
    draft = save_draft(Answers(TROUBLE), by=cast.nadia, at=now)
    assert "ingen sag" in refusal(second, draft, cast.nadia, now)
    assert "ingen sag" in refusal(second, None, cast.nadia, now)
    assert "sig selv" in refusal(second, second, cast.nadia, now)
    assert "Kladde" in refusal(draft, first, cast.nadia, now)
    assert "begrundelse" in refusal(second, first, cast.nadia, now, reason="")
    for stranger in (cast.anna, cast.charlie):
        assert "de, der kvalificerer" in refusal(second, first, stranger, now)
    take_up(second.initiative, by=cast.nadia, at=now)
    move(second.initiative, Stage.RECOMMENDED, by=cast.troels, at=now)
    assert "Indstillet" in refusal(second, first, cast.nadia, now)
    withdraw_wish(first, by=cast.troels, at=now)
    third = submit_wish(Answers(TROUBLE), by=cast.anna, at=now)
    assert "Trukket tilbage" in refusal(third, first, cast.nadia, now)


def test_the_page_offers_what_is_alike(first: Wish, second: Wish, cast: Cast, client: Client) -> None:
    address = f"/opgaver/{second.initiative.number}/saml/"
    client.force_login(cast.anna)
    assert client.get(address).status_code == 403
    client.force_login(cast.nadia)
    assert address in client.get("/sag/2026-002/").content.decode()
    assert 'value="2026-001"' in client.get(address).content.decode()
    wrong = client.post(address, {"other": "2026-999", "reason": REASON})
    assert wrong.status_code == 409
    assert REASON in wrong.content.decode()
    assert client.post(address, {"into": "2026-001", "reason": REASON})["Location"] == "/sag/2026-001/"
