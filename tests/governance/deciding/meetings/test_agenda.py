"""The agenda is prepared by secretary and chair, and two of them lose nothing."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from takt.foundation.ledger.models import Event
from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refused
from takt.governance.deciding.meetings.commands.call_meetings import call_meetings
from takt.governance.deciding.meetings.commands.cancel_meeting import cancel_meeting
from takt.governance.deciding.meetings.commands.change_item import change_item
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.open_meeting import open_meeting
from takt.governance.deciding.meetings.commands.put_on_agenda import put_on_agenda
from takt.governance.deciding.meetings.commands.reorder_agenda import reorder_agenda
from takt.governance.deciding.meetings.commands.reschedule_meeting import reschedule_meeting
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.commands.take_off_agenda import take_off_agenda
from takt.governance.deciding.meetings.models import AgendaItem, ItemKind, Meeting, MeetingState
from takt.governance.deciding.meetings.terms import ItemTerms, item_terms
from takt.governance.deciding.meetings.turn import waiting_for
from tests.governance.deciding.meetings.rooms import House, case_item, planned, ready_case

pytestmark = pytest.mark.django_db
PLAIN = ItemTerms("Orientering om budgettet", ItemKind.INFORMATION, 10)


def refused(function: Callable[..., object], *arguments: object, **keywords: object) -> str:
    before = (Event.objects.count(), list(AgendaItem.objects.values()), list(Meeting.objects.values()))
    with pytest.raises(Refused) as caught:
        function(*arguments, **keywords)
    assert before == (
        Event.objects.count(),
        list(AgendaItem.objects.values()),
        list(Meeting.objects.values()),
    )
    assert caught.value.refusal.remedy
    return caught.value.refusal.reason


def outsiders(house: House) -> list[Person]:
    return [house.cast.charlie, house.cast.anna, house.vera, house.cast.birgit]


def titles(meeting: Meeting) -> list[str]:
    return list(meeting.items.values_list("title", flat=True))


def test_meetings_are_called_once_a_day_and_not_in_the_past(house: House) -> None:
    body, by, at = house.body("raadet"), house.cast.nadia, house.now
    starts = [at + timedelta(weeks=4 * number) for number in (1, 2)]
    assert len(call_meetings(body, starts, by=by, at=at)) == 2
    assert "allerede et møde" in refused(call_meetings, body, starts[:1], by=by, at=at)
    assert "er gået" in refused(call_meetings, body, [at - timedelta(days=1)], by=by, at=at)
    assert "ikke valgt" in refused(call_meetings, body, [], by=by, at=at)
    for person in outsiders(house):
        assert "sekretæren" in refused(call_meetings, body, [at + timedelta(days=3)], by=person, at=at)
    assert Event.objects.filter(verb="meeting.planned").count() == 2


def test_the_draft_takes_what_is_ready_by_the_deadline_and_no_case_twice(house: House) -> None:
    case = ready_case(house)
    by, at = house.cast.nadia, house.now
    meeting, other = planned(house), planned(house)
    assert [one.pk for one in waiting_for("raadet", at)] == [case.pk]
    draft_agenda(meeting, by=by, at=at)
    assert titles(meeting) == ["Godkendelse af dagsorden", case.title, "Eventuelt"]
    assert "184" not in case_item(meeting).presentation
    assert "100 medarbejdere" in case_item(meeting).presentation
    assert "Ingen flere sager" in refused(draft_agenda, meeting, by=by, at=at)
    draft_agenda(other, by=by, at=at)
    assert case.title not in titles(other)


def test_what_came_after_the_deadline_waits(house: House) -> None:
    ready_case(house)
    meeting = planned(house)
    Meeting.objects.filter(pk=meeting.pk).update(items_due_date=(house.now - timedelta(days=1)).date())
    draft_agenda(meeting, by=house.cast.nadia, at=house.now)
    assert titles(meeting) == ["Godkendelse af dagsorden", "Eventuelt"]


def test_a_case_is_decided_only_by_the_body_whose_turn_it_is(house: House) -> None:
    case = ready_case(house)
    board, by = planned(house, "direktionen"), house.cast.birgit
    terms = ItemTerms(case.title)
    why = refused(put_on_agenda, board, terms, initiative=case, by=by, at=house.now)
    assert why == f"Sag {case.number} skal til Rådet, ikke Direktionen."
    informed = ItemTerms(case.title, ItemKind.INFORMATION)
    item = put_on_agenda(board, informed, initiative=case, by=by, at=house.now)
    decide = ItemTerms(case.title, ItemKind.DECISION)
    assert "skal til Rådet" in refused(change_item, item, decide, seen=item_terms(item), by=by, at=house.now)
    assert "står allerede" in refused(put_on_agenda, board, informed, initiative=case, by=by, at=house.now)


def test_two_secretaries_change_different_fields_and_both_are_kept(house: House) -> None:
    meeting = planned(house)
    item = put_on_agenda(meeting, PLAIN, by=house.cast.nadia, at=house.now)
    seen = item_terms(item)
    longer = ItemTerms(seen.title, seen.kind, 25)
    renamed = ItemTerms("Budget 2027", seen.kind, seen.minutes)
    change_item(item, longer, seen=seen, by=house.cast.nadia, at=house.now)
    change_item(item, renamed, seen=seen, by=house.cast.troels, at=house.now)
    item.refresh_from_db()
    assert (item.title, item.minutes) == ("Budget 2027", 25)
    again = ItemTerms("Et tredje navn", seen.kind, seen.minutes)
    assert "Budget 2027" in refused(change_item, item, again, seen=seen, by=house.cast.nadia, at=house.now)


def test_an_order_that_changed_meanwhile_is_shown_and_not_overwritten(house: House) -> None:
    meeting, by, at = planned(house), house.cast.nadia, house.now
    items = [put_on_agenda(meeting, ItemTerms(f"Punkt {n}"), by=by, at=at).pk for n in "abc"]
    meeting.refresh_from_db()
    now = list(meeting.items.values_list("pk", flat=True))
    reorder_agenda(meeting, now[::-1], edition=meeting.edition, by=by, at=at)
    assert list(meeting.items.values_list("pk", flat=True)) == now[::-1]
    why = refused(reorder_agenda, meeting, items, edition=meeting.edition, by=house.cast.troels, at=at)
    assert "1. Punkt" in why
    assert list(meeting.items.values_list("position", flat=True)) == [1, 2, 3]


def test_the_members_are_called_by_the_agenda_and_told_when_it_changes(house: House) -> None:
    meeting, by, at = planned(house), house.cast.nadia, house.now
    assert "tom" in refused(send_agenda, meeting, by=by, at=at)
    put_on_agenda(meeting, PLAIN, by=by, at=at)
    assert "ikke sendt" in refused(open_meeting, meeting, by=by, at=at)
    send_agenda(meeting, by=by, at=at)
    send_agenda(meeting, by=by, at=at)
    subjects = list(Letter.objects.filter(person=house.vera).order_by("id").values_list("subject", flat=True))
    assert [subject.split(":")[0] for subject in subjects] == ["Dagsorden", "Ændret dagsorden"]
    meeting.refresh_from_db()
    later = meeting.starts_at + timedelta(days=1)
    reschedule_meeting(meeting, later, place="Rådssalen", edition=meeting.edition, by=by, at=at)
    assert "ændret det samme" in refused(
        reschedule_meeting, meeting, later, place="X", edition=meeting.edition, by=by, at=at
    )
    cancel_meeting(meeting, "For få kan komme den dag", by=by, at=at)
    assert Letter.objects.filter(person=house.vera).count() == 4
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.CANCELLED
    assert "aflyst" in refused(open_meeting, meeting, by=by, at=at)


def test_charlie_and_those_who_do_not_run_the_body_prepare_nothing(house: House) -> None:
    case, at = ready_case(house), house.now
    meeting = planned(house)
    item = put_on_agenda(meeting, PLAIN, by=house.cast.nadia, at=at)
    meeting.refresh_from_db()
    for person in outsiders(house):
        who = {"by": person, "at": at}
        assert "sekretæren" in refused(draft_agenda, meeting, **who)
        assert "sekretæren" in refused(put_on_agenda, meeting, PLAIN, initiative=case, **who)
        assert "sekretæren" in refused(take_off_agenda, item, edition=1, **who)
        assert "sekretæren" in refused(reorder_agenda, meeting, [item.pk], edition=1, **who)
        assert "sekretæren" in refused(change_item, item, PLAIN, seen=PLAIN, **who)
        assert "sekretæren" in refused(send_agenda, meeting, **who)
        assert "sekretæren" in refused(open_meeting, meeting, **who)
        assert "sekretæren" in refused(cancel_meeting, meeting, "Ingen kan komme den dag", **who)
        assert "sekretæren" in refused(
            reschedule_meeting, meeting, at + timedelta(days=9), place="", edition=1, **who
        )


def test_what_is_taken_off_waits_for_another_agenda(house: House) -> None:
    case = ready_case(house)
    meeting, by, at = planned(house), house.cast.nadia, house.now
    draft_agenda(meeting, by=by, at=at)
    item = case_item(meeting)
    assert "ændret" in refused(take_off_agenda, item, edition=item.edition + 1, by=by, at=at)
    take_off_agenda(item, edition=item.edition, by=by, at=at)
    assert [one.pk for one in waiting_for("raadet", at)] == [case.pk]
    assert list(meeting.items.values_list("position", flat=True)) == [1, 2]
    assert Event.objects.filter(verb="item.taken_off", facts__case=case.number).exists()
