"""Minutes that are locked, conditions that are followed, votes in writing, closed items that stay closed."""

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

import pytest
from django.test import Client
from django.utils import timezone

from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.refusals import Refused
from takt.governance.deciding.meetings.background import remind_of_conditions
from takt.governance.deciding.meetings.commands.add_to_minutes import add_to_minutes
from takt.governance.deciding.meetings.commands.approve_minutes import approve_minutes
from takt.governance.deciding.meetings.commands.call_meetings import call_meetings
from takt.governance.deciding.meetings.commands.close_meeting import close_meeting
from takt.governance.deciding.meetings.commands.declare_recusal import declare_recusal
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.fulfil_condition import fulfil_condition
from takt.governance.deciding.meetings.commands.lift_recusal import lift_recusal
from takt.governance.deciding.meetings.commands.note_minutes import note_minutes
from takt.governance.deciding.meetings.commands.open_written_procedure import open_written_procedure
from takt.governance.deciding.meetings.commands.record_attendance import record_attendance
from takt.governance.deciding.meetings.commands.record_outcome import record_outcome
from takt.governance.deciding.meetings.commands.vote_in_writing import vote_in_writing
from takt.governance.deciding.meetings.commands.waive_condition import waive_condition
from takt.governance.deciding.meetings.minutes import content_of, hash_of
from takt.governance.deciding.meetings.models import (
    Addendum,
    AgendaItem,
    Attendance,
    Condition,
    ConditionState,
    OutcomeKind,
    Vote,
)
from takt.governance.deciding.meetings.models.agenda import Choice
from takt.governance.deciding.meetings.tasks import tasks_for
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
    planned,
    ready_case,
)

pytestmark = pytest.mark.django_db
WORDS = "Rådet drøftede driften og hvem der skal betale for den."
SECRET = "Leverandørens priser er fortrolige i dette punkt"


def refused(function: Callable[..., object], *arguments: object, **keywords: object) -> str:
    before = Event.objects.count()
    with pytest.raises(Refused) as caught:
        function(*arguments, **keywords)
    assert Event.objects.count() == before
    assert caught.value.refusal.remedy
    return caught.value.refusal.reason


def test_minutes_are_locked_by_the_chair_and_their_hash_is_in_the_ledger(house: House) -> None:
    ready_case(house)
    meeting, cast, at = decided(house, OutcomeKind.RECOMMENDED), house.cast, house.now
    item = case_item(meeting)
    note_minutes(item, "Rådet drøftede driften.", seen="", by=cast.nadia, at=at)
    assert "Rådet drøftede" in refused(note_minutes, item, "Andet", seen="", by=cast.troels, at=at)
    read = hash_of(content_of(meeting))
    for person in (cast.nadia, cast.charlie, house.vera):
        assert "formanden" in refused(approve_minutes, meeting, seen=read, by=person, at=at)
    note_minutes(item, WORDS, seen="Rådet drøftede driften.", by=cast.nadia, at=at)
    assert "ikke læst" in refused(approve_minutes, meeting, seen=read, by=cast.troels, at=at)
    minutes = approve_minutes(meeting, seen=hash_of(content_of(meeting)), by=cast.troels, at=at)
    assert minutes.hash == sha256(minutes.content.encode()).hexdigest()
    assert minutes.content == content_of(meeting)
    assert "Nadia" not in minutes.content
    assert Event.objects.get(verb="minutes.approved").facts["sha256"] == minutes.hash
    assert "godkendt" in refused(note_minutes, item, "Noget nyt", seen=WORDS, by=cast.nadia, at=at)
    assert "mangler" in refused(
        add_to_minutes, meeting, "Der manglede en sætning", reason="", by=cast.nadia, at=at
    )
    reason = "Formanden havde overset det"
    assert "sekretæren" in refused(
        add_to_minutes, meeting, "Der manglede en sætning", reason=reason, by=cast.charlie, at=at
    )
    add_to_minutes(meeting, "Der manglede en sætning", reason=reason, item=item, by=cast.nadia, at=at)
    minutes.refresh_from_db()
    assert minutes.hash == sha256(content_of(meeting).encode()).hexdigest()


def test_who_was_recused_adds_nothing_about_the_item(house: House) -> None:
    ready_case(house)
    meeting, cast, at = in_session(house), house.cast, house.now
    item = case_item(meeting)
    declare_recusal(item, cast.nadia, ground="Er gift med leverandøren", by=cast.nadia, at=at)
    meeting = close_meeting(meeting, by=cast.troels, at=at)
    approve_minutes(meeting, seen=hash_of(content_of(meeting)), by=cast.troels, at=at)
    words, why = "Der manglede en sætning", "Sekretæren havde glemt den"
    said = refused(add_to_minutes, meeting, words, reason=why, item=item, by=cast.nadia, at=at)
    assert said == "Du er meldt inhabil i punktet og deltager ikke."
    assert not Addendum.objects.exists()
    add_to_minutes(meeting, words, reason=why, by=cast.nadia, at=at)
    add_to_minutes(meeting, words, reason=why, item=item, by=cast.troels, at=at)
    assert Addendum.objects.count() == 2, "about the whole meeting, and by the other of the two"


def test_a_condition_is_shown_fulfilled_by_its_owner_or_waived_by_the_body(house: House) -> None:
    ready_case(house)
    decided(house, OutcomeKind.RECOMMENDED_WITH_CONDITIONS, conditions=conditions(house))
    first, second = Condition.objects.order_by("id")
    cast, at = house.cast, house.now
    proof = "Budgetnotat 12 er godkendt"
    for person in (cast.charlie, cast.anna, house.vera, cast.birgit):
        assert "ansvarlige" in refused(fulfil_condition, first, proof, by=person, at=at)
        assert "Rådet" in refused(waive_condition, second, "Ikke længere nødvendig", by=person, at=at)
    assert "mangler" in refused(fulfil_condition, first, " ", by=cast.erik, at=at)
    fulfil_condition(first, proof, by=cast.erik, at=at)
    waive_condition(second, "Loven er lavet om i mellemtiden", by=cast.troels, at=at)
    assert list(Condition.objects.order_by("id").values_list("state", flat=True)) == [
        ConditionState.FULFILLED,
        ConditionState.WAIVED,
    ]
    assert "allerede" in refused(waive_condition, first, "Alligevel ikke vigtig", by=cast.troels, at=at)
    assert Event.objects.filter(verb__in=("condition.fulfilled", "condition.waived")).count() == 2


def test_owners_are_reminded_a_week_before_and_weekly_when_late_never_twice(house: House) -> None:
    ready_case(house)
    decided(house, OutcomeKind.RECOMMENDED_WITH_CONDITIONS, conditions=conditions(house)[:1])
    due = Condition.objects.get().due_date
    before = Letter.objects.filter(person=house.cast.erik).count()

    def told(days: int) -> int:
        for _again in range(2):
            remind_of_conditions(due + timedelta(days=days), house.now)
        return Letter.objects.filter(person=house.cast.erik).count() - before

    assert [told(days) for days in (-8, -7, -3, 1, 5, 8, 9)] == [0, 1, 1, 2, 2, 3, 3]


def test_tasks_come_to_those_who_have_them(house: House) -> None:
    ready_case(house)
    today, cast = timezone.localdate(house.now), house.cast

    def kinds(person: object) -> list[str]:
        return [task.kind for task in tasks_for(person, today=today)]  # type: ignore[arg-type]

    planned(house)
    assert kinds(cast.nadia) == ["Dagsordener at gøre klar"]
    assert kinds(house.vera) == kinds(cast.charlie) == []
    decided(house, OutcomeKind.RECOMMENDED_WITH_CONDITIONS, conditions=conditions(house))
    assert "Referater at godkende" in kinds(cast.troels)
    assert kinds(cast.erik) == ["Betingelser at opfylde"]


def in_writing(house: House) -> AgendaItem:
    ready_case(house)
    by, at = house.cast.nadia, house.now
    due = at + timedelta(days=5)
    meeting = call_meetings(house.body("raadet"), [at], votes_due_at=due, by=by, at=at)[0]
    draft_agenda(meeting, by=by, at=at)
    open_written_procedure(meeting, by=by, at=at)
    return case_item(meeting)


def test_a_written_procedure_needs_votes_and_a_majority_before_its_deadline(house: House) -> None:
    item, cast, at = in_writing(house), house.cast, house.now
    yes = OutcomeTerms(OutcomeKind.RECOMMENDED, REASON)
    vote_in_writing(item, Choice.AGAINST, by=cast.troels, at=at)
    assert "beslutningsdygtigt" in refused(record_outcome, item, yes, edition=0, by=cast.nadia, at=at)
    vote_in_writing(item, Choice.FOR, comment="God sag", by=house.vera, at=at)
    assert "flertal" in refused(record_outcome, item, yes, edition=0, by=cast.nadia, at=at)
    vote_in_writing(item, Choice.FOR, by=cast.troels, at=at)
    record_outcome(item, yes, edition=0, by=cast.nadia, at=at)
    assert "ikke alle har stemt" in refused(close_meeting, item.meeting, by=cast.nadia, at=at)
    late = at + timedelta(days=6)
    assert "er gået" in refused(vote_in_writing, item, Choice.FOR, by=cast.erik, at=late)
    close_meeting(item.meeting, by=cast.nadia, at=late)
    assert item.initiative is not None
    assert Initiative.objects.get(pk=item.initiative.pk).stage == Stage.RECOMMENDED
    assert Attendance.objects.filter(meeting=item.meeting, is_present=True).count() == 2


def test_only_members_with_a_vote_vote_and_not_the_recused(house: House) -> None:
    item, cast, at = in_writing(house), house.cast, house.now
    for person in (cast.charlie, cast.anna, cast.nadia, cast.birgit):
        assert "stemme" in refused(vote_in_writing, item, Choice.FOR, by=person, at=at)
    vote_in_writing(item, Choice.FOR, by=cast.erik, at=at)
    ground = "Er i familie med leverandøren"
    for person in (cast.charlie, cast.anna):
        assert "sekretæren" in refused(declare_recusal, item, cast.erik, ground=ground, by=person, at=at)
    recusal = declare_recusal(item, cast.erik, ground=ground, by=cast.erik, at=at)
    assert not Vote.objects.exists()
    assert "inhabil" in refused(vote_in_writing, item, Choice.FOR, by=cast.erik, at=at)
    assert "sekretæren" in refused(lift_recusal, recusal, by=cast.erik, at=at)
    lift_recusal(recusal, by=cast.nadia, at=at)
    vote_in_writing(item, Choice.FOR, by=cast.erik, at=at)


def test_those_who_record_presence_do_not_undo_each_other(house: House) -> None:
    ready_case(house)
    meeting, cast, at = in_session(house), house.cast, house.now
    everybody = set(meeting.attendance.values_list("person", flat=True))
    record_attendance(meeting, everybody - {cast.erik.pk}, seen=everybody, by=cast.nadia, at=at)
    record_attendance(meeting, everybody - {house.vera.pk}, seen=everybody, by=cast.troels, at=at)
    here = set(meeting.attendance.filter(is_present=True).values_list("person", flat=True))
    assert here == everybody - {cast.erik.pk, house.vera.pk}
    assert "sekretæren" in refused(record_attendance, meeting, set(), seen=everybody, by=cast.charlie, at=at)


def test_a_closed_item_leaks_nowhere(house: House, client: Client) -> None:
    case = ready_case(house)
    meeting = in_session(house)
    AgendaItem.objects.filter(pk=case_item(meeting).pk).update(
        is_closed=True, title="Hemmelig kontrakt", presentation=SECRET
    )
    item = case_item(meeting)
    by, at = house.cast.nadia, house.now
    closed = OutcomeTerms(OutcomeKind.DECLINED, SECRET)
    assert "mangler en tekst" in refused(record_outcome, item, closed, edition=0, by=by, at=at)
    told = OutcomeTerms(OutcomeKind.DECLINED, SECRET, answer="Rådet kan ikke anbefale ønsket nu.")
    record_outcome(item, told, edition=0, by=by, at=at)
    close_meeting(meeting, by=by, at=at)
    pages = ("/moeder/", f"/moeder/{meeting.pk}/", case.get_absolute_url(), "/moeder/opfoelgning/")
    for person in (house.cast.anna, house.cast.birgit):
        client.force_login(person)
        for page in pages:
            body = client.get(page).content.decode()
            assert SECRET not in body
            assert "Hemmelig kontrakt" not in body
    client.force_login(house.cast.anna)
    assert "Rådet kan ikke anbefale ønsket nu." in client.get(case.get_absolute_url()).content.decode()
    assert not Event.objects.filter(facts__icontains=SECRET).exists()
    assert not Letter.objects.filter(text__contains=SECRET).exists()
    client.force_login(house.vera)
    assert SECRET in client.get(f"/moeder/{meeting.pk}/").content.decode()


def test_who_is_recused_does_not_read_the_closed_item(house: House, client: Client) -> None:
    ready_case(house)
    meeting = in_session(house)
    item = case_item(meeting)
    AgendaItem.objects.filter(pk=item.pk).update(is_closed=True, presentation=SECRET)
    declare_recusal(item, house.vera, ground="Er medejer af firmaet", by=house.vera, at=house.now)
    client.force_login(house.vera)
    for page in (f"/moeder/{meeting.pk}/", f"/moeder/{meeting.pk}/lokale/"):
        assert SECRET not in client.get(page).content.decode()
    assert client.get(f"/moeder/{meeting.pk}/lokale/{item.pk}/").status_code == 404
