"""An outcome needs a mandate, a quorum and words; it takes effect when the meeting closes, once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from takt.foundation.ledger.chain import first_broken
from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.refusals import Refused
from takt.governance.clarifying.commands.park_wish import park_wish
from takt.governance.clarifying.commands.reopen_wish import reopen_wish
from takt.governance.clarifying.models import Assignment, Reply, ReplyKind
from takt.governance.deciding.commands.send_on import send_on
from takt.governance.deciding.meetings.background import take_up_postponed
from takt.governance.deciding.meetings.commands.close_meeting import close_meeting
from takt.governance.deciding.meetings.commands.declare_recusal import declare_recusal
from takt.governance.deciding.meetings.commands.reconsider import reconsider
from takt.governance.deciding.meetings.commands.record_attendance import record_attendance
from takt.governance.deciding.meetings.commands.record_outcome import record_outcome
from takt.governance.deciding.meetings.models import Condition, Outcome, OutcomeKind, Override
from takt.governance.deciding.meetings.queries import overrides
from takt.governance.deciding.meetings.terms import OutcomeTerms
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from tests.governance.deciding.meetings.rooms import (
    REASON,
    House,
    case_item,
    conditions,
    decided,
    in_session,
    ready_case,
)

pytestmark = pytest.mark.django_db
K = OutcomeKind


def refused(function: Callable[..., object], *arguments: object, **keywords: object) -> str:
    before = Event.objects.count()
    with pytest.raises(Refused) as caught:
        function(*arguments, **keywords)
    assert caught.value.refusal.remedy
    assert Event.objects.count() == before
    return caught.value.refusal.reason


def stage_of(case: Initiative) -> str:
    return Initiative.objects.get(pk=case.pk).stage


def test_the_council_recommends_with_two_conditions_and_the_board_decides(house: House) -> None:
    case = ready_case(house)
    decided(house, K.RECOMMENDED_WITH_CONDITIONS, conditions=conditions(house))
    assert stage_of(case) == Stage.RECOMMENDED
    assert Condition.objects.count() == 2

    decided(house, K.APPROVED, "direktionen")
    assert stage_of(case) == Stage.APPROVED
    kinds = list(Reply.objects.order_by("id").values_list("kind", "body_name"))
    assert kinds[-2:] == [(ReplyKind.RECOMMENDED, "Rådet"), (ReplyKind.APPROVED, "Direktionen")]
    told = list(Letter.objects.filter(person=house.cast.anna).values_list("subject", flat=True))
    assert f"Direktionen har sagt ja til ønske {case.number}" in told
    assert Letter.objects.filter(person=house.cast.erik, subject__contains="betingelse").count() == 1
    treated = Event.objects.filter(verb="case.treated", about=case.number)
    assert [event.facts["kind"] for event in treated] == [K.RECOMMENDED_WITH_CONDITIONS, K.APPROVED]
    assert first_broken(Event.objects.all()) is None


def test_nothing_takes_effect_before_the_meeting_closes(house: House) -> None:
    case = ready_case(house)
    meeting = in_session(house)
    item = case_item(meeting)
    record_outcome(item, OutcomeTerms(K.DECLINED, REASON), edition=0, by=house.cast.nadia, at=house.now)
    assert stage_of(case) == Stage.CLARIFYING
    changed = OutcomeTerms(K.RECOMMENDED, REASON)
    record_outcome(item, changed, edition=1, by=house.cast.troels, at=house.now)
    close_meeting(meeting, by=house.cast.nadia, at=house.now)
    assert stage_of(case) == Stage.RECOMMENDED
    again = refused(record_outcome, item, changed, edition=2, by=house.cast.nadia, at=house.now)
    # the same again is no change, but nothing is written after closing
    assert "lukket" in again


def test_a_body_does_only_what_its_mandate_allows(house: House) -> None:
    ready_case(house)
    item = case_item(in_session(house))

    def why(kind: OutcomeKind) -> str:
        return refused(
            record_outcome, item, OutcomeTerms(kind, REASON), edition=0, by=house.cast.nadia, at=house.now
        )

    assert "ikke mandat til at beslutte" in why(K.APPROVED)
    assert not Outcome.objects.exists()


def test_a_case_that_changed_since_it_was_ready_gets_no_yes(house: House) -> None:
    case = ready_case(house)
    item = case_item(in_session(house))
    Assignment.objects.filter(initiative=case).update(ready_at=None)
    terms = OutcomeTerms(K.RECOMMENDED, REASON)
    assert "ikke meldt klar" in refused(
        record_outcome, item, terms, edition=0, by=house.cast.nadia, at=house.now
    )


def test_a_case_that_moved_meanwhile_stops_the_closing(house: House) -> None:
    case = ready_case(house)
    meeting = in_session(house)
    record_outcome(
        case_item(meeting), OutcomeTerms(K.RECOMMENDED, REASON), edition=0, by=house.cast.nadia, at=house.now
    )
    Initiative.objects.filter(pk=case.pk).update(stage=Stage.WITHDRAWN)
    assert "Trukket tilbage" in refused(close_meeting, meeting, by=house.cast.nadia, at=house.now)


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        (OutcomeTerms(K.DECLINED, "  "), "mangler en tekst"),
        (OutcomeTerms(K.POSTPONED, REASON), "skal have en dag"),
        (OutcomeTerms(K.RETURNED, REASON), "mangler en tekst"),
        (OutcomeTerms(K.RECOMMENDED_WITH_CONDITIONS, REASON), "mangler en betingelse"),
        (OutcomeTerms(K.DECLINED, "Borgeren 010203-1234 klager over det"), "CPR-nummer"),
    ],
)
def test_each_outcome_says_what_it_must(house: House, terms: OutcomeTerms, reason: str) -> None:
    ready_case(house)
    item = case_item(in_session(house))
    assert reason in refused(record_outcome, item, terms, edition=0, by=house.cast.nadia, at=house.now)


def test_a_condition_has_an_owner_and_a_date(house: House) -> None:
    ready_case(house)
    item = case_item(in_session(house))
    first, second = conditions(house)
    for one, reason in ((replace(first, owner=None), "ansvarlig"), (replace(second, due_date=None), "frist")):
        terms = OutcomeTerms(K.RECOMMENDED_WITH_CONDITIONS, REASON, conditions=(one,))
        assert reason in refused(record_outcome, item, terms, edition=0, by=house.cast.nadia, at=house.now)


def test_the_absent_and_the_recused_do_not_count(house: House) -> None:
    ready_case(house)
    meeting = in_session(house)
    item, terms = case_item(meeting), OutcomeTerms(K.RECOMMENDED, REASON)
    by, at = house.cast.nadia, house.now
    present = {house.cast.troels.pk, house.cast.erik.pk, house.vera.pk, by.pk}
    record_attendance(meeting, present - {house.vera.pk}, seen=present, by=by, at=at)
    declare_recusal(item, house.cast.erik, ground="Er gift med leverandøren", by=by, at=at)
    assert "ikke beslutningsdygtigt" in refused(record_outcome, item, terms, edition=0, by=by, at=at)
    record_attendance(meeting, present, seen=present - {house.vera.pk}, by=by, at=at)
    record_outcome(item, terms, edition=0, by=by, at=at)


def test_who_is_recused_does_not_write_the_outcome(house: House) -> None:
    ready_case(house)
    item, terms = case_item(in_session(house)), OutcomeTerms(K.RECOMMENDED, REASON)
    declare_recusal(
        item, house.cast.troels, ground="Har selv skrevet ønsket", by=house.cast.troels, at=house.now
    )
    assert "inhabil" in refused(record_outcome, item, terms, edition=0, by=house.cast.troels, at=house.now)


def test_two_secretaries_lose_nothing(house: House) -> None:
    ready_case(house)
    item = case_item(in_session(house))
    record_outcome(item, OutcomeTerms(K.DECLINED, REASON), edition=0, by=house.cast.nadia, at=house.now)
    other = OutcomeTerms(K.RECOMMENDED, "Den anden skrev noget andet")
    said = refused(record_outcome, item, other, edition=0, by=house.cast.troels, at=house.now)
    assert REASON in said
    assert Outcome.objects.get().reason == REASON
    record_outcome(item, OutcomeTerms(K.DECLINED, REASON), edition=0, by=house.cast.troels, at=house.now)
    assert Outcome.objects.get().edition == 1


def test_a_yes_beyond_a_limit_is_said_knowingly_and_stays_visible(house: House) -> None:
    case = ready_case(house)
    decided(house, K.RECOMMENDED)
    item = case_item(in_session(house, "direktionen"))
    by, at, breaches = house.cast.birgit, house.now, ("Driften 2030 bliver 38,0 mio. kr. af 35,0.",)
    terms = OutcomeTerms(K.APPROVED, REASON)
    assert "overskrider" in refused(record_outcome, item, terms, edition=0, breaches=breaches, by=by, at=at)
    knowing = replace(terms, override_reason="Loven kræver det, og rammen hæves i budgettet")
    record_outcome(item, knowing, edition=0, breaches=breaches, by=by, at=at)
    assert not overrides().exists()
    close_meeting(item.meeting, by=by, at=at)
    assert [one.breaches for one in overrides()] == [list(breaches)]
    assert stage_of(case) == Stage.APPROVED
    assert Event.objects.get(verb="outcome.recorded", facts__edition=1, facts__kind="approved").facts[
        "breaches"
    ] == list(breaches)


def test_taking_a_yes_back_takes_the_override_back(house: House) -> None:
    ready_case(house)
    decided(house, K.RECOMMENDED)
    item = case_item(in_session(house, "direktionen"))
    by, at = house.cast.birgit, house.now
    yes = OutcomeTerms(K.APPROVED, REASON, override_reason="Rammen hæves i budgettet")
    record_outcome(item, yes, edition=0, breaches=("Over rammen",), by=by, at=at)
    record_outcome(item, OutcomeTerms(K.DECLINED, REASON), edition=1, breaches=("Over rammen",), by=by, at=at)
    assert not Override.objects.exists()


def test_what_was_postponed_comes_back_by_itself_to_where_it_stood(house: House) -> None:
    case = ready_case(house)
    decided(house, K.RECOMMENDED)
    until = (house.now + timedelta(days=30)).date()
    decided(house, K.POSTPONED, "direktionen", until_date=until)
    assert stage_of(case) == Stage.POSTPONED
    take_up_postponed(until - timedelta(days=1), house.now)
    assert stage_of(case) == Stage.POSTPONED
    for _again in range(2):
        take_up_postponed(until + timedelta(days=2), house.now)
    assert stage_of(case) == Stage.RECOMMENDED
    moved = Event.objects.filter(verb="initiative.moved", about=case.number, actor=None)
    assert moved.count() == 1
    item = case_item(in_session(house, "direktionen"))
    assert item.initiative == case


def test_what_the_network_parks_later_is_not_taken_up_on_the_old_date(house: House) -> None:
    case = ready_case(house)
    until = (house.now + timedelta(days=30)).date()
    decided(house, K.POSTPONED, until_date=until)
    reopen_wish(case, "Leverandøren er klar nu alligevel", by=house.cast.nadia, at=house.now)
    later = until + timedelta(days=100)
    park_wish(case, "Vi venter på udbuddet næste år", reopen_date=later, by=house.cast.nadia, at=house.now)
    take_up_postponed(later, house.now)
    assert stage_of(case) == Stage.POSTPONED


def test_what_is_sent_back_is_ready_again_only_when_somebody_says_so(house: House) -> None:
    case = ready_case(house)
    decided(house, K.RETURNED, questions="Hvem betaler driften efter 2028?")
    assert stage_of(case) == Stage.CLARIFYING
    assert Assignment.objects.get(initiative=case).ready_at is None
    letters = Letter.objects.filter(text__contains="Hvem betaler driften efter 2028?")
    assert {letter.person for letter in letters} == {house.cast.nadia, house.cast.anna}
    send_on(case, by=house.cast.nadia, at=house.now)
    decided(house, K.RECOMMENDED)
    assert stage_of(case) == Stage.RECOMMENDED


def test_a_no_of_a_body_falls_only_for_something_new(house: House) -> None:
    case = ready_case(house)
    decided(house, K.DECLINED)
    assert stage_of(case) == Stage.DECLINED
    why = refused(reopen_wish, case, "Vi vil gerne prøve igen", by=house.cast.nadia, at=house.now)
    assert why.startswith("Rådet har sagt nej")
    assert "mangler" in refused(reconsider, case, " ", by=house.cast.nadia, at=house.now)
    assert "genoptage" in refused(reconsider, case, "Prisen er halveret", by=house.cast.charlie, at=house.now)
    assert "genoptage" in refused(reconsider, case, "Prisen er halveret", by=house.cast.anna, at=house.now)
    reconsider(case, "Prisen er halveret efter udbuddet", by=house.cast.troels, at=house.now)
    assert stage_of(case) == Stage.CLARIFYING
    assert Event.objects.filter(verb="case.reconsidered", about=case.number).count() == 1


def test_a_decided_case_comes_back_only_with_something_new(house: House) -> None:
    case = ready_case(house)
    decided(house, K.RECOMMENDED)
    decided(house, K.APPROVED, "direktionen")
    reconsider(case, "Leverandøren er gået konkurs", by=house.cast.birgit, at=house.now)
    assert stage_of(case) == Stage.CLARIFYING
    assert Assignment.objects.get(initiative=case).ready_at is None


def test_charlie_and_those_outside_the_body_record_nothing(house: House) -> None:
    ready_case(house)
    meeting = in_session(house)
    item, terms = case_item(meeting), OutcomeTerms(K.RECOMMENDED, REASON)
    for person in (house.cast.charlie, house.cast.anna, house.cast.birgit, house.vera):
        assert "sekretæren" in refused(record_outcome, item, terms, edition=0, by=person, at=house.now)
        assert "sekretæren" in refused(close_meeting, meeting, by=person, at=house.now)
    assert not Outcome.objects.exists()
