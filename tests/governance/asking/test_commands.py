from datetime import datetime, timedelta

import pytest

from takt.foundation.ledger.chain import first_broken
from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refused
from takt.foundation.search.queries import matching
from takt.governance.asking.commands.join_wish import join_wish
from takt.governance.asking.commands.save_draft import save_draft
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.commands.withdraw_wish import withdraw_wish
from takt.governance.asking.models import Supporter, Wish
from takt.governance.asking.rules import Answers, title_of
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from tests.builders import Cast

pytestmark = pytest.mark.django_db

ANSWERS = Answers(
    trouble="Vi kører langt for korte besøg. Kunne nogle af dem foregå på skærm?",
    helps_own_unit=True,
    helps_citizens=True,
    frequency="daily",
)


def refused(function: object, *arguments: object, **keywords: object) -> str:
    with pytest.raises(Refused) as caught:
        function(*arguments, **keywords)  # type: ignore[operator]
    return caught.value.refusal.reason


def trace() -> tuple[int, int, int]:
    return Event.objects.count(), Initiative.objects.count(), Supporter.objects.count()


def test_a_sent_wish_has_a_number_a_promise_and_an_event(cast: Cast, now: datetime) -> None:
    wish = submit_wish(ANSWERS, by=cast.anna, at=now)
    assert wish.initiative.number == "2026-001"
    assert wish.initiative.stage == Stage.SUBMITTED
    assert wish.initiative.title == "Vi kører langt for korte besøg"
    assert wish.initiative.unit == cast.anna.unit
    assert wish.answer_due_date is not None
    assert wish.answer_due_date - now.date() == timedelta(weeks=4)
    assert [event.verb for event in Event.objects.all()] == ["initiative.moved", "wish.submitted"]
    assert first_broken(Event.objects.all()) is None
    assert matching("skærm", kind="wish").get().key == "2026-001"


def test_a_draft_is_silent_and_becomes_the_wish(cast: Cast, now: datetime) -> None:
    draft = save_draft(Answers("Vi kører langt"), by=cast.anna, at=now)
    assert draft.initiative.number.startswith("K-")
    assert not Event.objects.exists()
    assert not matching("kører", kind="wish").exists()
    wish = submit_wish(ANSWERS, draft=draft, version=draft.initiative.version, by=cast.anna, at=now)
    assert wish.pk == draft.pk
    assert Initiative.objects.get().number == "2026-001"


def test_two_windows_do_not_overwrite_each_other(cast: Cast, now: datetime) -> None:
    draft = save_draft(Answers("Først"), by=cast.anna, at=now)
    seen = draft.initiative.version
    save_draft(Answers("Fra det ene vindue"), draft=draft, version=seen, by=cast.anna, at=now)
    assert "andet vindue" in refused(
        save_draft, Answers("Fra det andet vindue"), draft=draft, version=seen, by=cast.anna, at=now
    )
    assert Wish.objects.get().trouble == "Fra det ene vindue"


def test_writing_the_same_again_loses_nothing(cast: Cast, now: datetime) -> None:
    draft = save_draft(Answers("Først"), by=cast.anna, at=now)
    seen = draft.initiative.version
    save_draft(ANSWERS, draft=draft, version=seen, by=cast.anna, at=now)
    wish = submit_wish(ANSWERS, draft=draft, version=seen, by=cast.anna, at=now)
    assert wish.initiative.stage == Stage.SUBMITTED


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        (Answers(""), "for kort"),
        (Answers("Det er svært"), "for kort"),
        (Answers("Borgeren 010190-1234 ringer hver dag om sin sag"), "CPR"),
        (Answers("Borgeren ringer hver dag om sin sag", title="Sag 0101901234"), "CPR"),
    ],
)
def test_a_wish_that_cannot_be_sent_says_why(
    answers: Answers, reason: str, cast: Cast, now: datetime
) -> None:
    before = trace()
    assert reason in refused(submit_wish, answers, by=cast.anna, at=now)
    assert trace() == before


def test_nobody_edits_anothers_draft(cast: Cast, now: datetime) -> None:
    draft = save_draft(ANSWERS, by=cast.anna, at=now)
    version = draft.initiative.version
    for command in (save_draft, submit_wish):
        refused(command, ANSWERS, draft=draft, version=version, by=cast.troels, at=now)
    refused(withdraw_wish, draft, by=cast.troels, at=now)
    assert Wish.objects.get().initiative.stage == Stage.DRAFT


def test_a_colleague_joins_with_unit_and_reason_once(cast: Cast, now: datetime) -> None:
    wish = submit_wish(ANSWERS, by=cast.anna, at=now)
    supporter = join_wish(wish, reason="Vi kører lige så langt", by=cast.troels, at=now)
    assert (supporter.unit, supporter.reason) == (cast.troels.unit, "Vi kører lige så langt")
    assert Event.objects.latest("number").verb == "wish.joined"
    before = trace()
    assert "allerede" in refused(join_wish, wish, by=cast.troels, at=now)
    assert "eget" in refused(join_wish, wish, by=cast.anna, at=now)
    assert trace() == before


def test_a_draft_cannot_be_joined(cast: Cast, now: datetime) -> None:
    draft = save_draft(ANSWERS, by=cast.anna, at=now)
    refused(join_wish, draft, by=cast.troels, at=now)


def test_a_wish_is_withdrawn_by_its_writer_and_keeps_its_history(cast: Cast, now: datetime) -> None:
    wish = submit_wish(ANSWERS, by=cast.anna, at=now)
    refused(withdraw_wish, wish, by=cast.nadia, at=now)
    withdraw_wish(wish, by=cast.anna, at=now)
    assert Initiative.objects.get().stage == Stage.WITHDRAWN
    assert Event.objects.latest("number").verb == "wish.withdrawn"
    assert "trækkes tilbage" in refused(withdraw_wish, wish, by=cast.anna, at=now)


def test_charlie_may_do_nothing(cast: Cast, now: datetime) -> None:
    wish = submit_wish(ANSWERS, by=cast.anna, at=now)
    before = trace()
    refused(save_draft, ANSWERS, by=cast.charlie, at=now)
    refused(submit_wish, ANSWERS, by=cast.charlie, at=now)
    refused(join_wish, wish, by=cast.charlie, at=now)
    refused(withdraw_wish, wish, by=cast.charlie, at=now)
    assert trace() == before


def test_someone_without_a_unit_is_told_who_can_help(cast: Cast, now: datetime) -> None:
    Person.objects.filter(pk=cast.anna.pk).update(unit=None)
    cast.anna.refresh_from_db()
    assert "enhed" in refused(submit_wish, ANSWERS, by=cast.anna, at=now)


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        (Answers("Vi venter. Længe."), "Vi venter"),
        (Answers("Vi venter\npå svar"), "Vi venter"),
        (Answers("Vi venter", title=" Svar hurtigere "), "Svar hurtigere"),
        (Answers("ord " * 40), ("ord " * 20).strip() + " …"),
    ],
)
def test_the_title_is_given_or_the_first_sentence(answers: Answers, title: str) -> None:
    assert title_of(answers) == title


def test_a_withdrawn_draft_is_gone_and_nobody_else_ever_saw_it(cast: Cast, now: datetime) -> None:
    draft = save_draft(Answers(trouble="Noget, som kun Anna skulle se."), by=cast.anna, at=now)
    withdraw_wish(draft, by=cast.anna, at=now)
    assert not Initiative.objects.exists()
    assert not Event.objects.exists()


def test_nobody_joins_a_wish_that_was_withdrawn_after_they_read_it(cast: Cast, now: datetime) -> None:
    sent = submit_wish(ANSWERS, by=cast.anna, at=now)
    as_read = Wish.objects.select_related("initiative").get(pk=sent.pk)
    withdraw_wish(sent, by=cast.anna, at=now)
    before = trace()
    assert "Trukket tilbage" in refused(join_wish, as_read, by=cast.nadia, at=now)
    assert trace() == before
