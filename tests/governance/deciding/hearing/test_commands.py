from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from takt.foundation.ledger.chain import first_broken
from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.people.models import RoleHolding
from takt.governance.deciding.hearing.background import remind
from takt.governance.deciding.hearing.checklist import items_of
from takt.governance.deciding.hearing.commands.answer_hearing import answer_hearing
from takt.governance.deciding.hearing.commands.call_hearing import call_hearing
from takt.governance.deciding.hearing.commands.close_hearing import close_hearing
from takt.governance.deciding.hearing.commands.prolong_hearing import prolong_hearing
from takt.governance.deciding.hearing.commands.withdraw_hearing import withdraw_hearing
from takt.governance.deciding.hearing.models import Hearing, Party, Stance
from takt.governance.deciding.hearing.queries import hearing_of
from takt.governance.deciding.hearing.tasks import tasks_for
from takt.governance.flow.stages import Stage
from tests.builders import Cast
from tests.governance.clarifying.test_commands import refused
from tests.governance.deciding.hearing.heard import (
    DUE,
    QUESTION,
    REASON,
    TODAY,
    hear,
    party_of,
    say,
    set_stage,
)

pytestmark = pytest.mark.django_db
WORDS = "Vi er bekymrede for dem, der bor alene."
AFTER = timedelta(days=15)


def trace() -> list[object]:
    models = (Event, Hearing, Party, Letter)
    return [list(model.objects.order_by("pk").values()) for model in models]


def last_event() -> Event:
    event = Event.objects.order_by("number").last()
    assert event is not None
    return event


def test_those_who_lead_the_units_are_asked_and_the_nearest_above(cast: Cast, now: datetime) -> None:
    it = set_stage(cast, now)
    hearing = hear(cast, now, it)
    letters = Letter.objects.filter(subject__startswith="Høring:")
    assert {letter.person for letter in letters} == {it.vibeke, it.ulla}
    assert "7. december 2026" in letters[0].text
    assert last_event().verb == "hearing.called"
    assert last_event().facts == {
        "units": ["Biblioteket", "Hjemmeplejen Nord", "Sygeplejen"],
        "due": DUE.isoformat(),
    }
    assert hearing.questions == [QUESTION]
    assert first_broken(Event.objects.all()) is None


def test_it_waits_among_the_tasks_of_those_who_answer(cast: Cast, now: datetime) -> None:
    it = set_stage(cast, now)
    hearing = hear(cast, now, it)
    [task] = tasks_for(it.vibeke, today=TODAY)
    assert (task.title, task.due_date) == (it.case.title, DUE)
    [alone] = tasks_for(cast.nadia, today=TODAY)
    assert "Biblioteket: ingen leder" in alone.note
    assert tasks_for(cast.anna, today=TODAY) == []
    say(hearing, it.north, Stance.SUPPORT, by=it.vibeke, at=now)
    assert tasks_for(it.vibeke, today=TODAY) == []


def test_an_answer_can_be_changed_until_the_day(cast: Cast, now: datetime) -> None:
    it = set_stage(cast, now)
    hearing = hear(cast, now, it)
    say(hearing, it.north, Stance.SUPPORT, by=it.vibeke, at=now)
    party = say(hearing, it.north, Stance.AGAINST, WORDS, by=it.vibeke, at=now + timedelta(days=14))
    assert (party.stance, party.text, party.is_late) == (Stance.AGAINST, WORDS, False)
    assert last_event().facts == {"unit": "Hjemmeplejen Nord", "stance": "against", "late": False}
    assert WORDS not in str(list(Event.objects.values_list("facts", flat=True)))
    late = {"edition": party.edition, "by": it.vibeke, "at": now + AFTER}
    assert "ikke længere ændres" in refused(answer_hearing, party, Stance.SUPPORT, "", **late)


def test_two_who_answer_at_once_lose_nothing(cast: Cast, now: datetime) -> None:
    it = set_stage(cast, now)
    hearing = hear(cast, now, it)
    seen = party_of(hearing, it.north).edition
    say(hearing, it.north, Stance.AGAINST, WORDS, by=it.vibeke, at=now)
    before = trace()
    party = party_of(hearing, it.north)
    said = refused(answer_hearing, party, Stance.SUPPORT, "", edition=seen, by=it.vibeke, at=now)
    assert WORDS in said
    assert trace() == before


def test_a_late_answer_is_taken_in_and_marked_until_somebody_decides(cast: Cast, now: datetime) -> None:
    it = set_stage(cast, now)
    hearing = hear(cast, now, it)
    assert say(hearing, it.north, Stance.SUPPORT, by=it.vibeke, at=now + AFTER).is_late
    it.case.stage = Stage.APPROVED
    it.case.save()
    arguments = {"edition": 1, "by": it.ulla, "at": now + AFTER}
    party = party_of(hearing, it.nursing)
    assert "Besluttet" in refused(answer_hearing, party, Stance.SUPPORT, "", **arguments)
    assert tasks_for(it.ulla, today=TODAY) == []


def test_where_nobody_leads_the_coordinator_says_who_said_it(cast: Cast, now: datetime) -> None:
    it = set_stage(cast, now)
    hearing = hear(cast, now, it)
    party = party_of(hearing, it.library)
    arguments = {"edition": 1, "by": cast.nadia, "at": now}
    assert "hvem i enheden" in refused(answer_hearing, party, Stance.SUPPORT, "", **arguments)
    given = say(hearing, it.library, Stance.SUPPORT, by=cast.nadia, at=now, said_by="Peter Wind")
    assert (given.said_by, given.answered_by) == ("Peter Wind", cast.nadia)
    assert "Peter Wind" not in str(list(Event.objects.values_list("facts", flat=True)))
    led = party_of(hearing, it.north)
    assert "Vibeke Storm svarer" in refused(answer_hearing, led, Stance.SUPPORT, "", **arguments)


def test_a_new_leader_answers_when_the_old_one_has_gone(cast: Cast, now: datetime) -> None:
    it = set_stage(cast, now)
    hearing = hear(cast, now, it)
    RoleHolding.objects.filter(person=it.vibeke).delete()
    assert say(hearing, it.north, Stance.SUPPORT, by=it.ulla, at=now).answered_by == it.ulla


@pytest.mark.parametrize(("stance", "text"), [("", ""), ("maybe", ""), ("against", ""), ("remarks", "Nej.")])
def test_an_answer_must_mean_something(cast: Cast, now: datetime, stance: str, text: str) -> None:
    it = set_stage(cast, now)
    party = party_of(hear(cast, now, it), it.north)
    refused(answer_hearing, party, stance, text, edition=1, by=it.vibeke, at=now)


def test_a_hearing_is_held_one_at_a_time_by_those_who_may(cast: Cast, now: datetime) -> None:
    it = set_stage(cast, now)
    arguments = {"due_date": DUE, "by": cast.nadia, "at": now}
    assert "mindst en uge" in refused(
        call_hearing, it.case, [QUESTION], [it.north], **arguments | {"due_date": TODAY}
    )
    assert "ingen at spørge" in refused(call_hearing, it.case, [QUESTION], [], **arguments)
    assert "noget at svare" in refused(call_hearing, it.case, [" "], [it.north], **arguments)
    assert "Høringer holdes" in refused(
        call_hearing, it.case, [QUESTION], [it.north], **arguments | {"by": cast.anna}
    )
    hear(cast, now, it)
    assert "allerede en høring" in refused(call_hearing, it.case, [QUESTION], [it.north], **arguments)
    assert call_hearing(it.case, [QUESTION], [it.north], due_date=DUE + AFTER, by=cast.nadia, at=now + AFTER)


def test_more_time_is_given_with_a_reason_and_lets_answers_change_again(cast: Cast, now: datetime) -> None:
    it = set_stage(cast, now)
    hearing = hear(cast, now, it)
    say(hearing, it.north, Stance.SUPPORT, by=it.vibeke, at=now)
    new, later = DUE + timedelta(days=20), now + AFTER
    refused(prolong_hearing, hearing, DUE, REASON, edition=1, by=cast.nadia, at=now)
    assert "begrundelse" in refused(prolong_hearing, hearing, new, "", edition=1, by=cast.nadia, at=now)
    prolong_hearing(hearing, new, REASON, edition=1, by=cast.nadia, at=later)
    assert REASON in Letter.objects.get(subject__contains="forlænget").text
    assert Letter.objects.get(subject__contains="forlænget").person == it.ulla
    assert last_event().facts == {"was": DUE.isoformat(), "due": new.isoformat()}
    assert not say(hearing, it.north, Stance.AGAINST, WORDS, by=it.vibeke, at=later).is_late
    assert "Fristen er nu" in refused(
        prolong_hearing, hearing, new + AFTER, REASON, edition=1, by=cast.nadia, at=later
    )


def test_a_hearing_is_withdrawn_with_a_reason_but_not_when_its_day_has_passed(
    cast: Cast, now: datetime
) -> None:
    it = set_stage(cast, now)
    hearing = hear(cast, now, it)
    arguments = {"edition": 1, "by": cast.nadia}
    assert "trækkes tilbage" in refused(withdraw_hearing, hearing, REASON, **arguments, at=now + AFTER)
    withdraw_hearing(hearing, REASON, **arguments, at=now)
    assert Letter.objects.filter(subject__contains="trukket tilbage").count() == 2
    assert hearing_of(it.case, today=TODAY) is None
    assert tasks_for(it.vibeke, today=TODAY) == []
    party = party_of(hearing, it.north)
    assert "trukket tilbage" in refused(
        answer_hearing, party, Stance.SUPPORT, "", edition=1, by=it.vibeke, at=now
    )
    assert last_event().verb == "hearing.withdrawn"


def test_a_hearing_ends_early_when_all_have_answered(cast: Cast, now: datetime) -> None:
    it = set_stage(cast, now)
    hearing = hear(cast, now, it, [it.north])
    assert "har ikke svaret" in refused(close_hearing, hearing, by=cast.nadia, at=now)
    say(hearing, it.north, Stance.SUPPORT, by=it.vibeke, at=now)
    assert Letter.objects.get(subject__startswith="Alle har svaret").person == cast.nadia
    close_hearing(hearing, by=cast.nadia, at=now)
    assert last_event().verb == "hearing.closed"
    heard = hearing_of(it.case, today=TODAY)
    assert heard is not None
    assert (heard.is_done, heard.finding) == (True, "Enheden støtter")


def test_the_checklist_asks_for_a_hearing_and_is_content_when_it_is_over(cast: Cast, now: datetime) -> None:
    it = set_stage(cast, now)
    assert [(item.key, item.is_done) for item in items_of(it.case)] == [("hearing", False)]
    hearing = hear(cast, now, it)
    Hearing.objects.update(due_date="2199-01-01")
    assert [item.title for item in items_of(it.case)] == ["Høringen er ikke slut"]
    Hearing.objects.filter(pk=hearing.pk).update(due_date="2020-01-01")
    [item] = items_of(it.case)
    assert item.is_done
    assert "ikke svaret" in item.who


def test_reminders_come_once_before_and_once_after(cast: Cast, now: datetime) -> None:
    it = set_stage(cast, now)
    hearing = hear(cast, now, it)
    say(hearing, it.nursing, Stance.NO_REMARKS, by=it.ulla, at=now)

    def reminded() -> list[str]:
        letters = Letter.objects.filter(subject__contains="høringssvar").order_by("pk")
        return [f"{letter.person.name}: {letter.subject[:7]}" for letter in letters]

    remind(DUE - timedelta(days=4), now)
    assert reminded() == []
    remind(DUE - timedelta(days=2), now)
    remind(DUE - timedelta(days=1), now)
    remind(DUE, now)
    once = ["Nadia Krogh: Husk hø", "Vibeke Storm: Husk hø"]
    assert sorted(reminded()) == once
    remind(DUE + timedelta(days=3), now)
    remind(DUE + timedelta(days=4), now)
    assert sorted(reminded()) == [
        "Nadia Krogh: Fristen",
        "Nadia Krogh: Husk hø",
        "Vibeke Storm: Fristen",
        "Vibeke Storm: Husk hø",
    ]
    assert Event.objects.filter(verb="hearing.reminded").count() == 4


Deed = Callable[[Cast, datetime, Hearing], object]
DEEDS: dict[str, Deed] = {
    "call": lambda cast, now, it: call_hearing(
        it.initiative, [QUESTION], [it.initiative.unit], due_date=DUE, by=cast.charlie, at=now
    ),
    "answer": lambda cast, now, it: answer_hearing(
        party_of(it, it.initiative.unit), Stance.SUPPORT, "", edition=1, by=cast.charlie, at=now
    ),
    "prolong": lambda cast, now, it: prolong_hearing(
        it, DUE + AFTER, REASON, edition=1, by=cast.charlie, at=now
    ),
    "withdraw": lambda cast, now, it: withdraw_hearing(it, REASON, edition=1, by=cast.charlie, at=now),
    "close": lambda cast, now, it: close_hearing(it, by=cast.charlie, at=now),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_charlie_may_do_nothing_and_leaves_no_trace(cast: Cast, now: datetime, deed: str) -> None:
    hearing = hear(cast, now, set_stage(cast, now))
    before = trace()
    refused(DEEDS[deed], cast, now, hearing)
    assert trace() == before
