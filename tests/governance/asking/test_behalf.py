"""Wishes that a manager or the network writes for others."""

from datetime import datetime

import pytest
from django.test import Client

from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Person, Role, RoleHolding
from takt.foundation.refusals import Refused
from takt.governance.asking.behalf import Behalf
from takt.governance.asking.commands.save_draft import save_draft
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.commands.withdraw_wish import withdraw_wish
from takt.governance.asking.models import Wish
from takt.governance.asking.rules import Answers
from tests.builders import Cast, build_person, build_unit

pytestmark = pytest.mark.django_db

ANSWERS = Answers(trouble="Vi kører langt for korte besøg hos borgerne.")


@pytest.fixture
def vibeke(cast: Cast) -> Person:
    """Leads Ældre og Sundhed, and so the home care under it, where Anna works."""
    return build_person("Vibeke Storm", Role.UNIT_MANAGER, unit=build_unit("Ældre og Sundhed"))


def of(person: Person) -> Behalf:
    assert person.unit is not None
    return Behalf(person.unit, person)


def test_a_manager_writes_for_a_colleague_whose_wish_it_becomes(
    vibeke: Person, cast: Cast, now: datetime
) -> None:
    wish = submit_wish(ANSWERS, behalf=of(cast.anna), by=vibeke, at=now)
    assert (wish.wished_by, wish.written_by, wish.wished_for) == (cast.anna, vibeke, None)
    assert wish.initiative.unit == cast.anna.unit
    receipt = Letter.objects.get()
    assert receipt.person == cast.anna
    assert "Vibeke Storm har skrevet ønsket" in receipt.text
    assert Event.objects.latest("number").facts["for_another"] is True
    with pytest.raises(Refused):
        withdraw_wish(wish, by=vibeke, at=now)
    withdraw_wish(wish, by=cast.anna, at=now)


def test_a_draft_for_another_stays_the_writers_own(
    vibeke: Person, cast: Cast, now: datetime, client: Client
) -> None:
    draft = save_draft(ANSWERS, behalf=of(cast.anna), by=vibeke, at=now)
    address = f"/oensker/nyt/?kladde={draft.initiative.number}"
    client.force_login(cast.anna)
    assert client.get(address).status_code == 404
    assert client.get(f"/sag/{draft.initiative.number}/").status_code == 404
    client.force_login(vibeke)
    assert 'value="anna@fjordby.example"' in client.get(address).content.decode()


def test_for_a_unit_the_writer_gets_the_answers(cast: Cast, now: datetime) -> None:
    unit = build_unit("Hjemmeplejen Nord")
    wish = submit_wish(ANSWERS, behalf=Behalf(unit), by=cast.nadia, at=now)
    assert (wish.wished_by, wish.written_by, wish.initiative.unit) == (cast.nadia, cast.nadia, unit)
    assert Letter.objects.get().person == cast.nadia


def test_only_below_oneself_and_only_for_those_who_lead(vibeke: Person, cast: Cast, now: datetime) -> None:
    elsewhere = of(cast.nadia)
    for by, behalf in ((vibeke, elsewhere), (cast.anna, of(cast.troels)), (cast.charlie, of(cast.anna))):
        for command in (save_draft, submit_wish):
            with pytest.raises(Refused):
                command(ANSWERS, behalf=behalf, by=by, at=now)
    assert not Wish.objects.exists()
    assert not Event.objects.exists()


def test_a_role_in_a_unit_counts_for_that_unit(cast: Cast, now: datetime) -> None:
    RoleHolding.objects.create(person=cast.erik, role=Role.UNIT_MANAGER, unit=cast.anna.unit)
    assert submit_wish(ANSWERS, behalf=of(cast.anna), by=cast.erik, at=now).wished_by == cast.anna
    with pytest.raises(Refused):
        submit_wish(ANSWERS, behalf=of(cast.troels), by=cast.erik, at=now)


def test_the_page_offers_it_to_those_who_may(vibeke: Person, cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    assert "wished_for" not in client.get("/oensker/nyt/").content.decode()
    client.force_login(vibeke)
    page = client.get("/oensker/nyt/").content.decode()
    assert "anna@fjordby.example" in page
    assert "nadia@fjordby.example" not in page
    form = {"trouble": ANSWERS.trouble, "frequency": "daily", "action": "send"}
    answer = client.post("/oensker/nyt/", {**form, "wished_for": "ukendt@fjordby.example"})
    assert answer.status_code == 409
    assert "kender ingen" in answer.content.decode()
    client.post("/oensker/nyt/", {**form, "wished_for": "ANNA@fjordby.example"})
    wish = Wish.objects.get()
    assert wish.wished_by == cast.anna
    page = client.get(f"/sag/{wish.initiative.number}/").content.decode()
    assert "skrevet af Vibeke Storm" in page
