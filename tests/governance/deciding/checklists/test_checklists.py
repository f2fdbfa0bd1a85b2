"""What a body requires is said by its secretary, kept in the ledger, and never overwritten unseen."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.governance.clarifying.checklist import NAMES
from takt.governance.deciding.checklists.commands.require_items import require_items
from takt.governance.deciding.checklists.gathering import DEFAULT, required_keys
from takt.governance.deciding.checklists.models import Checklist, RequiredItem
from takt.governance.deciding.checklists.queries import changes, is_secretary
from takt.governance.deciding.commands.begin_draft import begin_draft
from takt.governance.deciding.commands.save_body import save_body
from takt.governance.deciding.models import Body, SeatRole
from takt.governance.deciding.terms import SeatTerms
from tests.builders import Cast
from tests.governance.deciding.test_commands import BOARD, adopt, refused

pytestmark = pytest.mark.django_db


def board(cast: Cast, at: datetime, *, secretary: Person, to_date: date | None = None) -> Body:
    begin_draft(by=cast.nadia)
    seats = (
        SeatTerms(cast.birgit.pk, cast.birgit.name, SeatRole.CHAIR, date(2026, 1, 1)),
        SeatTerms(secretary.pk, secretary.name, SeatRole.SECRETARY, date(2026, 1, 1), to_date),
    )
    save_body(replace(BOARD, seats=seats), by=cast.nadia)
    adopt(cast.nadia, at)
    return Body.objects.get()


def test_the_secretary_says_what_is_required_and_the_ledger_keeps_it(cast: Cast, now: datetime) -> None:
    body = board(cast, now, secretary=cast.erik)
    assert required_keys(body.key) == set(DEFAULT)
    require_items(body, ["options", "money"], edition=0, by=cast.erik, at=now)
    assert required_keys(body.key) == {"money", "options"}
    assert [row.key for row in RequiredItem.objects.all()] == ["money", "options"], "in the order of the work"
    (change,) = changes(body.key)
    assert (change.who, change.added) == (cast.erik, ["options"])
    assert "units" in change.removed
    assert required_keys("another") == set(DEFAULT)


def test_nobody_overwrites_a_change_unseen(cast: Cast, now: datetime) -> None:
    body = board(cast, now, secretary=cast.erik)
    require_items(body, ["money"], edition=0, by=cast.erik, at=now)
    assert "Erik Dam ændrede" in refused(require_items, body, ["risks"], edition=0, by=cast.nadia, at=now)
    assert required_keys(body.key) == {"money"}
    require_items(body, ["risks"], edition=1, by=cast.nadia, at=now)
    assert required_keys(body.key) == {"risks"}


@pytest.mark.parametrize(("keys", "reason"), [([], "tom"), (["money", "invented"], "findes ikke")])
def test_a_checklist_holds_what_can_be_checked(
    keys: list[str], reason: str, cast: Cast, now: datetime
) -> None:
    body = board(cast, now, secretary=cast.erik)
    assert reason in refused(require_items, body, keys, edition=0, by=cast.erik, at=now)
    assert not Checklist.objects.exists()


def test_a_secretary_whose_seat_has_ended_is_one_no_more(cast: Cast, now: datetime) -> None:
    body = board(cast, now, secretary=cast.erik, to_date=date(2026, 11, 22))
    assert not is_secretary(body, cast.erik, at=now)
    assert "Kun sekretæren" in refused(require_items, body, ["money"], edition=0, by=cast.erik, at=now)


def test_charlie_and_others_change_nothing(cast: Cast, now: datetime) -> None:
    body = board(cast, now, secretary=cast.erik)
    events = Event.objects.count()
    for by in (cast.charlie, cast.anna, cast.troels, cast.birgit):
        assert "Kun sekretæren" in refused(require_items, body, ["money"], edition=0, by=by, at=now)
    assert not Checklist.objects.exists()
    assert Event.objects.count() == events


def test_the_page_is_read_by_all_and_changed_by_the_secretary(
    cast: Cast, client: Client, now: datetime
) -> None:
    body = board(cast, now, secretary=cast.erik)
    address = f"/styring/forum/{body.key}/tjekliste/"
    client.force_login(cast.anna)
    assert "Kun sekretæren" in client.get(address).content.decode()
    assert client.post(address, {"key": ["money"], "edition": "0"}).status_code == 403
    client.force_login(cast.erik)
    text = client.get(address).content.decode()
    assert all(str(name) in text for name in NAMES.values())
    assert client.post(address, {"key": ["money", "risks"], "edition": "0"}).status_code == 302
    assert "Direktionen kræver to punkter" in client.get(address).content.decode()
    stale = client.post(address, {"key": ["options"], "edition": "0"})
    assert stale.status_code == 409
    assert "kræves ikke nu" in stale.content.decode()
    assert client.get("/styring/forum/findes-ikke/tjekliste/").status_code == 404


def test_the_page_asks_few_questions(cast: Cast, client: Client, now: datetime) -> None:
    body = board(cast, now, secretary=cast.erik)
    client.force_login(cast.erik)
    address = f"/styring/forum/{body.key}/tjekliste/"
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(address)
    for edition in range(6):
        require_items(body, ["money", list(NAMES)[edition]], edition=edition, by=cast.nadia, at=now)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) <= len(few) + 1, "the people who changed it are read together"
