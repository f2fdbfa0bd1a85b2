"""Who is written to, about what, and in which language."""

from datetime import datetime

import pytest
from django.test import Client

from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refused
from takt.governance.asking.commands.follow_case import follow_case
from takt.governance.asking.commands.join_wish import join_wish
from takt.governance.asking.commands.save_draft import save_draft
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.commands.unfollow_case import unfollow_case
from takt.governance.asking.commands.withdraw_wish import withdraw_wish
from takt.governance.asking.models import Follower, Wish
from takt.governance.asking.rules import Answers
from takt.governance.clarifying.commands.decline_wish import decline_wish
from takt.governance.clarifying.commands.take_up import take_up
from tests.builders import Cast

pytestmark = pytest.mark.django_db

ANSWERS = Answers(trouble="Vi kører langt for korte besøg hos borgerne.", title="Skærmbesøg")
REASON = "Et andet ønske løser det samme for færre penge."


@pytest.fixture
def wish(cast: Cast, now: datetime) -> Wish:
    return submit_wish(ANSWERS, by=cast.anna, at=now)


def newest(person: Person) -> Letter:
    return Letter.objects.filter(person=person).latest("id")


def test_a_receipt_has_the_number_and_the_promised_day(wish: Wish, cast: Cast) -> None:
    receipt = Letter.objects.get()
    assert receipt.person == cast.anna
    assert receipt.subject == "Vi har modtaget dit ønske: 2026-001"
    assert "senest 21. december 2026" in receipt.text
    assert receipt.link == "/sag/2026-001/"


def test_the_receipt_speaks_the_readers_language(cast: Cast, now: datetime) -> None:
    cast.anna.language = "en"
    cast.anna.save()
    submit_wish(ANSWERS, by=cast.anna, at=now)
    assert "21 December 2026" in Letter.objects.get().text


def test_a_draft_gets_no_receipt(cast: Cast, now: datetime) -> None:
    save_draft(ANSWERS, by=cast.anna, at=now)
    assert not Letter.objects.exists()


def test_the_wisher_is_told_who_joined_and_why(wish: Wish, cast: Cast, now: datetime) -> None:
    join_wish(wish, reason="Vi kører lige så langt", by=cast.troels, at=now)
    letter = newest(cast.anna)
    assert "Troels Friis i Ældre og Sundhed" in letter.text
    assert "Vi kører lige så langt" in letter.text


def test_everyone_behind_is_told_of_an_answer_once(wish: Wish, cast: Cast, now: datetime) -> None:
    join_wish(wish, by=cast.troels, at=now)
    follow_case(wish.initiative, by=cast.troels, at=now)
    follow_case(wish.initiative, by=cast.birgit, at=now)
    follow_case(wish.initiative, by=cast.nadia, at=now)
    Letter.objects.all().delete()
    decline_wish(wish.initiative, REASON, by=cast.nadia, at=now)
    told = {letter.person: letter for letter in Letter.objects.all()}
    assert set(told) == {cast.anna, cast.troels, cast.birgit}, "not the one who gave the answer"
    assert Letter.objects.count() == 3
    assert told[cast.anna].subject == "Ønske 2026-001 er ikke valgt"
    assert REASON in told[cast.birgit].text


def test_a_wish_that_is_taken_up_is_an_answer(wish: Wish, cast: Cast, now: datetime) -> None:
    take_up(wish.initiative, by=cast.nadia, at=now)
    assert newest(cast.anna).subject == "Ønske 2026-001 er taget op"


def test_those_who_joined_are_told_of_a_withdrawal(wish: Wish, cast: Cast, now: datetime) -> None:
    join_wish(wish, by=cast.troels, at=now)
    withdraw_wish(wish, by=cast.anna, at=now)
    assert "trukket tilbage" in newest(cast.troels).subject
    assert "trukket tilbage" not in newest(cast.anna).subject


def test_following_is_silent_happens_once_and_can_stop(wish: Wish, cast: Cast, now: datetime) -> None:
    before = Event.objects.count()
    for _ in range(2):
        follow_case(wish.initiative, by=cast.birgit, at=now)
    assert Follower.objects.get().person == cast.birgit
    unfollow_case(wish.initiative, by=cast.birgit, at=now)
    assert not Follower.objects.exists()
    assert Event.objects.count() == before


def test_charlie_follows_nothing_and_nobody_follows_a_draft(cast: Cast, now: datetime, wish: Wish) -> None:
    draft = save_draft(ANSWERS, by=cast.anna, at=now)
    for case, by in ((wish.initiative, cast.charlie), (draft.initiative, cast.nadia)):
        for command in (follow_case, unfollow_case):
            with pytest.raises(Refused):
                command(case, by=by, at=now)
    assert not Follower.objects.exists()


def test_the_bell_stands_on_the_case(wish: Wish, cast: Cast, client: Client) -> None:
    address = f"/sag/{wish.initiative.number}/"
    client.force_login(cast.birgit)
    assert 'aria-pressed="false"' in client.get(address).content.decode()
    client.post(f"/oensker/{wish.initiative.number}/foelg/")
    assert "Følger</button>" in client.get(address).content.decode()
    client.post(f"/oensker/{wish.initiative.number}/foelg-ikke/")
    assert "Følg</button>" in client.get(address).content.decode()
    client.force_login(cast.anna)
    assert "aria-pressed" not in client.get(address).content.decode(), "the wisher is told anyway"
