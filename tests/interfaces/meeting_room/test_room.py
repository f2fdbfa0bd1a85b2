"""A whole meeting by plain forms, as a browser without scripts sends them; and what the second secretary sees."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.governance.deciding.meetings.commands.put_on_agenda import put_on_agenda
from takt.governance.deciding.meetings.minutes import content_of, hash_of
from takt.governance.deciding.meetings.models import AgendaItem, Meeting, MeetingState, Outcome
from takt.governance.deciding.meetings.terms import ItemTerms
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.interfaces.meeting_room.clock import minutes_left
from tests.builders import Cast
from tests.governance.deciding.meetings.rooms import (
    REASON,
    House,
    build_house,
    case_item,
    in_session,
    planned,
    ready_case,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(cast: Cast, now: object) -> House:
    return build_house(cast, now)  # type: ignore[arg-type]


def filled(house: House, kind: str, *, edition: int = 0, **more: str) -> dict[str, str]:
    due = (house.now + timedelta(days=90)).date().isoformat()
    return {
        "kind": kind,
        "reason": REASON,
        "edition": str(edition),
        "betingelse-TOTAL_FORMS": "2",
        "betingelse-INITIAL_FORMS": "0",
        "betingelse-0-text": "Driften betales af områdets egen gevinst",
        "betingelse-0-owner": "Erik Dam (erik@fjordby.example)",
        "betingelse-0-due_date": due,
        "betingelse-1-text": "Superbrugere er udpeget i alle enheder",
        "betingelse-1-owner": "Hjemmeplejen Nord",
        "betingelse-1-due_date": due,
    } | more


def test_a_whole_meeting_is_run_by_plain_forms(house: House, client: Client) -> None:
    case = ready_case(house)
    client.force_login(house.cast.nadia)
    day = (house.now + timedelta(days=3650)).date()
    called = {"other_day": day.isoformat(), "clock": "13:00", "place": "Rådhuset", "items_due_days": "8"}
    url = client.post("/moeder/forum/raadet/indkald/", called)["Location"]
    meeting = Meeting.objects.get()
    assert url == meeting.get_absolute_url()
    assert client.post(f"{url}udkast/").status_code == 302
    assert client.post(f"{url}send/").status_code == 302
    room = client.post(f"{url}aabn/")["Location"]
    page = client.get(room).content.decode()
    assert "Punkt 1 af 3" in page
    present = [str(one.person_id) for one in meeting.attendance.all()]
    client.post(f"{room}fremmoede/", {"present": present, "seen": ""})
    item = case_item(meeting)
    page = client.get(f"{room}{item.pk}/").content.decode()
    assert "Indstilling fra Rådet" in page
    assert "Der er ingen plan at holde sagen op mod" in page
    answer = client.post(f"{room}{item.pk}/udfald/", filled(house, "recommended_with_conditions"))
    assert answer.status_code == 302, answer.content.decode()
    page = client.get(f"{room}{item.pk}/").content.decode()
    assert "Erik Dam, senest" in page
    client.post(f"{room}{item.pk}/noter/", {"notes": "Rådet drøftede driften.", "seen": ""})
    assert client.post(f"{url}luk/").status_code == 302
    assert Initiative.objects.get(pk=case.pk).stage == Stage.RECOMMENDED
    page = client.get(url).content.decode()
    assert "Rådet behandlede én sag" in page
    assert "Rådet drøftede driften." in page
    client.force_login(house.cast.troels)
    assert client.post(f"{url}godkend/").status_code == 409, "nobody approves what they have not read"
    seen = hash_of(content_of(Meeting.objects.get()))
    assert f'name="seen" value="{seen}"' in client.get(url).content.decode()
    assert client.post(f"{url}godkend/", {"seen": seen}).status_code == 302
    assert Meeting.objects.get().state == MeetingState.APPROVED


def test_a_refused_outcome_keeps_what_was_written_beside_what_stands(house: House, client: Client) -> None:
    ready_case(house)
    meeting = in_session(house)
    item = case_item(meeting)
    address = f"/moeder/{meeting.pk}/lokale/{item.pk}/udfald/"
    client.force_login(house.cast.nadia)
    assert client.post(address, filled(house, "declined")).status_code == 302
    client.force_login(house.cast.troels)
    mine = filled(house, "recommended", reason="Formandens egen begrundelse")
    answer = client.post(address, mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "En anden har ændret det samme" in page
    assert "Formandens egen begrundelse" in page
    assert REASON in page
    assert Outcome.objects.get().kind == "declined"
    assert client.post(address, mine | {"edition": "1"}).status_code == 302
    assert Outcome.objects.get().reason == "Formandens egen begrundelse"


def test_an_owner_nobody_knows_is_marked_at_the_field(house: House, client: Client) -> None:
    ready_case(house)
    meeting = in_session(house)
    item = case_item(meeting)
    client.force_login(house.cast.nadia)
    wrong = filled(house, "recommended_with_conditions") | {"betingelse-0-owner": "Ukendt Person"}
    answer = client.post(f"/moeder/{meeting.pk}/lokale/{item.pk}/udfald/", wrong)
    assert answer.status_code == 422
    assert "Takt kender ikke Ukendt Person" in answer.content.decode()


def test_what_the_mandate_forbids_is_refused_whatever_is_sent(house: House, client: Client) -> None:
    ready_case(house)
    meeting = in_session(house)
    item = case_item(meeting)
    client.force_login(house.cast.nadia)
    answer = client.post(f"/moeder/{meeting.pk}/lokale/{item.pk}/udfald/", filled(house, "approved"))
    assert answer.status_code == 403
    assert "ikke mandat til at beslutte" in answer.content.decode()


def test_the_room_is_for_those_who_sit_there(house: House, client: Client) -> None:
    ready_case(house)
    meeting = in_session(house)
    room = f"/moeder/{meeting.pk}/lokale/"
    client.force_login(house.vera)
    page = client.get(room).content.decode()
    assert "Før til referat" not in page
    client.force_login(house.cast.anna)
    assert client.get(room).status_code == 403
    assert client.get(f"/moeder/{meeting.pk}/").status_code == 200


def test_a_planned_meeting_is_the_bodys_own_until_its_agenda_is_sent(house: House, client: Client) -> None:
    meeting = planned(house)
    client.force_login(house.cast.anna)
    assert client.get(f"/moeder/{meeting.pk}/").status_code == 404
    client.force_login(house.vera)
    assert client.get(f"/moeder/{meeting.pk}/").status_code == 200


def test_items_move_by_buttons_and_by_dragging(house: House, client: Client) -> None:
    meeting = planned(house)
    by, at = house.cast.nadia, house.now
    keys = [put_on_agenda(meeting, ItemTerms(f"Punkt {n}"), by=by, at=at).pk for n in "ab"]
    meeting.refresh_from_db()
    client.force_login(by)
    address = f"/moeder/{meeting.pk}/raekkefoelge/"
    client.post(address, {"edition": meeting.edition, "order": "", "move": f"up {keys[1]}"})
    assert list(meeting.items.values_list("pk", flat=True)) == keys[::-1]
    answer = client.post(address, {"edition": 1, "order": ",".join(map(str, keys))})
    assert answer.status_code == 409
    assert "1. Punkt b." in answer.content.decode()


def queries_of(client: Client, page: str) -> int:
    client.get(page)
    with CaptureQueriesContext(connection) as found:
        assert client.get(page).status_code == 200
    return len(found)


def test_the_pages_ask_no_more_for_many_rows_than_for_few(house: House, client: Client) -> None:
    client.force_login(house.cast.nadia)
    few = in_session(house)
    pages = ("/moeder/", f"/moeder/{few.pk}/", f"/moeder/{few.pk}/lokale/", "/moeder/opfoelgning/")
    before = [queries_of(client, page) for page in pages]
    for _more in range(5):
        planned(house)
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=few, title=f"Punkt {number}", position=10 + number) for number in range(10)
    )
    assert [queries_of(client, page) for page in pages] == before


@pytest.mark.parametrize(("minutes", "place", "left"), [(0, 0, 2), (1, 1, 16), (20, 1, -3)])
def test_the_clock_follows_the_agendas_own_plan(house: House, minutes: int, place: int, left: int) -> None:
    opened = house.now
    assert minutes_left(opened, [2, 15, 5], place, opened + timedelta(minutes=minutes)) == left
    assert minutes_left(None, [2], 0, opened) is None


def test_nobody_outside_records_through_the_room(house: House, client: Client) -> None:
    ready_case(house)
    meeting = in_session(house)
    item = case_item(meeting)
    for person in (house.cast.anna, house.vera):
        client.force_login(person)
        for address, given in (("udfald", filled(house, "declined")), ("noter", {"notes": "x", "seen": ""})):
            answer = client.post(f"/moeder/{meeting.pk}/lokale/{item.pk}/{address}/", given)
            assert answer.status_code == 403, (person, address)
    assert not Outcome.objects.exists()
