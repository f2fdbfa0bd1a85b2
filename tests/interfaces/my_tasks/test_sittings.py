"""Meetings in one's calendar: with their time and place, and nothing of what is closed."""

from datetime import datetime, timedelta

import icalendar
import pytest
from django.test import Client

from takt.foundation.people.models import Person
from takt.governance.deciding.meetings.commands.draft_agenda import draft_agenda
from takt.governance.deciding.meetings.commands.send_agenda import send_agenda
from takt.governance.deciding.meetings.models import AgendaItem, Meeting
from takt.interfaces.my_tasks.commands.make_calendar import make_calendar
from takt.interfaces.my_tasks.sittings import LENGTH, sittings_of
from tests.builders import Cast
from tests.governance.deciding.meetings.rooms import House, build_house, planned, ready_case

pytestmark = pytest.mark.django_db
SECRET = "Genforhandling med leverandøren"


@pytest.fixture
def house(cast: Cast, now: datetime) -> House:
    return build_house(cast, now)


def sent(house: House) -> Meeting:
    ready_case(house)
    meeting, by = planned(house), house.cast.nadia
    draft_agenda(meeting, by=by, at=house.now)
    return send_agenda(meeting, by=by, at=house.now)


def feed(client: Client, person: Person, at: datetime) -> bytes:
    answer = client.get(f"/kalender/{make_calendar(by=person, at=at)}.ics")
    assert answer.status_code == 200
    return bytes(answer.content)


def test_a_meeting_takes_the_minutes_of_its_agenda(house: House, client: Client) -> None:
    meeting = sent(house)
    events = icalendar.Calendar.from_ical(feed(client, house.vera, house.now)).walk("VEVENT")
    (event,) = [one for one in events if one["SUMMARY"] == "Rådet"]

    minutes = sum(item.minutes for item in meeting.items.all())
    assert event["DTSTART"].dt == meeting.starts_at
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=minutes)
    assert event["LOCATION"] == "Rådhuset"
    assert event["URL"].endswith(meeting.get_absolute_url())
    assert "Skærmbesøg i hjemmeplejen" in event["DESCRIPTION"]
    assert len([one for one in events if meeting.get_absolute_url() in one["URL"]]) == 1


def test_without_an_agenda_it_takes_an_hour_and_names_no_items(house: House) -> None:
    meeting = planned(house)
    (sitting,) = sittings_of(house.vera, house.now)

    assert sitting.ends_at - meeting.starts_at == LENGTH
    assert sitting.items == []


def test_a_closed_item_is_never_named(house: House, client: Client) -> None:
    AgendaItem.objects.filter(meeting=sent(house)).update(is_closed=True, title=SECRET)

    assert SECRET.encode() not in feed(client, house.vera, house.now).replace(b"\r\n ", b"")
    (sitting,) = sittings_of(house.vera, house.now)
    assert "1. Lukket punkt" in sitting.items


def test_meetings_are_for_those_who_sit_there(house: House) -> None:
    sent(house)

    for person in (house.cast.anna, house.kim, house.cast.charlie):
        assert sittings_of(person, house.now) == []


def test_the_number_of_queries_does_not_grow(house: House, django_assert_num_queries) -> None:
    sent(house)
    with django_assert_num_queries(3):
        sittings_of(house.vera, house.now)
    for _more in range(6):
        planned(house)
    with django_assert_num_queries(3):
        assert len(sittings_of(house.vera, house.now)) == 7
