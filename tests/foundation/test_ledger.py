from datetime import datetime

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from takt.foundation.ledger.chain import BEGINNING, first_broken, seal
from takt.foundation.ledger.commands import record
from takt.foundation.ledger.models import Event, Words
from takt.foundation.ledger.removal import remove_reason
from takt.foundation.people.models import Role
from takt.foundation.refusals import Refused
from tests.builders import Cast, build_person

pytestmark = pytest.mark.django_db


def test_events_are_numbered_and_chained(cast: Cast, now: datetime) -> None:
    with transaction.atomic():
        for title in ("æble", "bør"):
            record("wish.submitted", about="2026-001", by=cast.anna, at=now, title=title)
    first, second = Event.objects.all()
    assert (first.number, second.number) == (1, 2)
    assert second.previous_hash == first.hash
    assert first_broken(Event.objects.all()) is None


def test_a_changed_event_is_found(cast: Cast, now: datetime) -> None:
    for _ in range(3):
        record("wish.submitted", about="2026-001", by=cast.anna, at=now)
    events = list(Event.objects.all())
    events[1].verb = "wish.withdrawn"
    assert first_broken(events) == 2


def test_a_removed_event_is_found(cast: Cast, now: datetime) -> None:
    for _ in range(3):
        record("wish.submitted", about="2026-001", by=cast.anna, at=now)
    events = list(Event.objects.all())
    assert first_broken([events[0], events[2]]) == 3


@pytest.mark.parametrize("statement", ["UPDATE ledger_event SET verb = 'x'", "DELETE FROM ledger_event"])
def test_the_database_refuses_to_forget(statement: str, cast: Cast, now: datetime) -> None:
    from django.db import connection

    record("wish.submitted", about="2026-001", by=cast.anna, at=now)
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Event.objects.get().verb == "wish.submitted"


def test_the_ledger_holds_no_name(cast: Cast, now: datetime) -> None:
    event = record("wish.submitted", about="2026-001", by=cast.anna, at=now)
    assert event.actor == cast.anna.pseudonym
    assert cast.anna.name not in str(event.facts)


WHY = "Peter Wind er syg, så vi venter på ham."
REMOVAL = "Begrundelsen nævnte en medarbejders sygdom."


def moved(cast: Cast, now: datetime) -> Event:
    return record("initiative.moved", about="2026-001", by=cast.anna, at=now, reason=WHY, was="a", now="b")


def test_of_what_somebody_wrote_only_a_fingerprint_is_sealed(cast: Cast, now: datetime) -> None:
    event = moved(cast, now)
    assert event.reason == Event.objects.get().reason == WHY
    assert "Peter" not in str(event.facts)
    assert moved(cast, now).facts != event.facts, "nobody can tell that two said the same"
    assert first_broken(Event.objects.all()) is None


def test_words_that_were_changed_are_found(cast: Cast, now: datetime) -> None:
    moved(cast, now)
    [event] = Event.objects.select_related("words")
    event.words.text = "Peter Wind har sagt nej."
    assert first_broken([event]) == 1


def test_the_database_refuses_to_change_words(cast: Cast, now: datetime) -> None:
    moved(cast, now)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Words.objects.update(text="Noget andet")


def test_words_that_vanished_are_missed(cast: Cast, now: datetime) -> None:
    moved(cast, now)
    record("wish.joined", about="2026-001", by=cast.anna, at=now)
    Words.objects.all().delete()
    assert first_broken(Event.objects.all()) == 1


def test_words_are_removed_for_a_reason_and_the_chain_holds(cast: Cast, now: datetime) -> None:
    event, guard = moved(cast, now), build_person("Dorte Dam", Role.DPO)
    remove_reason(event, REMOVAL, by=guard, at=now)
    was, told = Event.objects.order_by("number")
    assert (was.reason, was.is_reason_removed) == ("", True)
    assert (told.verb, told.about, told.facts["event"]) == ("reason.removed", "2026-001", 1)
    assert (told.actor, told.reason) == (guard.pseudonym, REMOVAL)
    assert first_broken(Event.objects.all()) is None
    assert "Peter" not in str([list(model.objects.values()) for model in (Event, Words)])


def test_only_the_guards_remove_and_only_once(cast: Cast, now: datetime) -> None:
    event, bare = moved(cast, now), record("wish.joined", about="2026-001", by=cast.anna, at=now)
    guard = build_person("Dorte Dam", Role.ADMINISTRATOR)
    for by, which, why in (
        (cast.charlie, event, REMOVAL),
        (cast.nadia, event, REMOVAL),
        (guard, event, "Nej"),
        (guard, bare, REMOVAL),
    ):
        with pytest.raises(Refused):
            remove_reason(which, why, by=by, at=now)
    assert (Event.objects.count(), Words.objects.count()) == (2, 1)
    remove_reason(event, REMOVAL, by=guard, at=now)
    with pytest.raises(Refused, match="allerede fjernet"):
        remove_reason(Event.objects.get(number=1), REMOVAL, by=guard, at=now)


def test_an_event_from_before_words_were_kept_apart_holds_and_says_why_it_stays(
    cast: Cast, now: datetime
) -> None:
    sealed = {
        "number": 1,
        "at": now,
        "verb": "initiative.moved",
        "about": "2026-001",
        "actor": None,
        "facts": {"was": "a", "now": "b", "reason": WHY},
        "previous_hash": BEGINNING,
    }
    old = Event.objects.create(**sealed, hash=seal(**sealed))
    assert old.reason == WHY
    moved(cast, now)
    assert first_broken(Event.objects.order_by("number")) is None
    with pytest.raises(Refused, match="forseglet sammen"):
        remove_reason(old, REMOVAL, by=build_person("Dorte Dam", Role.DPO), at=now)


def test_the_guard_finds_a_reason_and_removes_it_on_the_page(cast: Cast, now: datetime) -> None:
    moved(cast, now)
    client = Client(headers={"accept-language": "da"})
    client.force_login(build_person("Dorte Dam", Role.DPO))
    assert WHY in client.get("/protokol/", {"q": "peter wind", "om": "2026-001"}).content.decode()
    assert WHY not in client.get("/protokol/", {"q": "en anden"}).content.decode()
    assert client.post("/protokol/1/", {"reason": ""}).status_code == 409
    assert WHY in client.get("/protokol/1/").content.decode()
    page = client.post("/protokol/1/", {"reason": REMOVAL}, follow=True).content.decode()
    assert WHY not in page
    assert "Begrundelsen er fjernet" in page
    client.force_login(cast.nadia)
    assert client.get("/protokol/").status_code == client.get("/protokol/1/").status_code == 403
