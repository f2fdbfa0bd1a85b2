"""On publication each person whom it touches gets one letter, and the calendars move."""

from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Person, Role, RoleHolding
from takt.governance.clarifying.commands.working import give_to
from takt.governance.flow.models import Initiative
from takt.governance.planning.publishing.commands.propose_plan import propose_plan
from takt.governance.planning.publishing.tasks import tasks_for
from takt.interfaces.my_tasks.commands.close_calendar import close_calendar
from takt.interfaces.my_tasks.commands.make_calendar import make_calendar
from tests.builders import Cast
from tests.governance.planning.house import build_initiative, build_limits
from tests.governance.planning.publishing.published import computed, published
from tests.walk.house import adopt_bodies

pytestmark = pytest.mark.django_db
SUBJECT = "Planen er offentliggjort: det ændrer sig for dig"


@pytest.fixture(autouse=True)
def house(cast: Cast, now: datetime) -> None:
    build_limits()
    adopt_bodies(cast, now)
    for number in ("2026-001", "2026-002", "2026-003"):
        build_initiative(number, f"Ønske {number[-1]}")
    RoleHolding.objects.create(person=cast.anna, role=Role.UNIT_MANAGER, unit=cast.anna.unit)
    give_to(cast.nadia, Initiative.objects.get(number="2026-002"), at=now)


def letters() -> dict[str, str]:
    return {
        one.person.name: one.text
        for one in Letter.objects.filter(subject=SUBJECT).order_by("pk")
        if one.person
    }


def test_the_leader_and_the_one_who_has_the_case_are_told_of_theirs(cast: Cast, now: datetime) -> None:
    published(cast, computed(cast, now, {"2026-001": 0, "2026-002": 2}), now)
    told = letters()
    assert set(told) == {"Anna Holm", "Nadia Krogh"}
    assert "Direktionen har besluttet en plan 23. november 2026" in told["Anna Holm"]
    assert "Hjemmeplejen Nord: Ønske 1 (2026-001), i drift i august 2027." in told["Anna Holm"]
    assert "forandringstimer i " in told["Anna Holm"]
    assert "SAGER, DU HAR" not in told["Anna Holm"]
    assert "Ønske 2 (2026-002): i drift i oktober 2027." in told["Nadia Krogh"]
    assert "2026-001" not in told["Nadia Krogh"]


def test_next_time_only_of_what_moves(cast: Cast, now: datetime) -> None:
    published(cast, computed(cast, now, {"2026-001": 0, "2026-002": 2}), now)
    Letter.objects.all().delete()
    published(cast, computed(cast, now, {"2026-001": 1, "2026-002": 2}), now)
    told = letters()
    assert set(told) == {"Anna Holm"}
    assert "i drift i september 2027, 1 md. senere end før" in told["Anna Holm"]
    assert "2026-002" not in told["Anna Holm"]


def test_each_in_their_own_language(cast: Cast, now: datetime) -> None:
    Person.objects.filter(pk=cast.anna.pk).update(language="en")
    published(cast, computed(cast, now, {"2026-001": 0}), now)
    letter = Letter.objects.get(person=cast.anna)
    assert "live in August 2027" in letter.text


def test_who_may_write_it_down_finds_it_among_their_tasks(cast: Cast, now: datetime) -> None:
    assert tasks_for(cast.birgit, today=now.date()) == []
    propose_plan(computed(cast, now, {"2026-001": 0}), by=cast.nadia, at=now)
    [task] = tasks_for(cast.birgit, today=now.date())
    assert task.note == "Direktionen kan beslutte den"
    assert tasks_for(cast.troels, today=now.date()) == []
    assert tasks_for(cast.anna, today=now.date()) == []


def entries(body: bytes) -> dict[str, tuple[str, str, int]]:
    events = Calendar.from_ical(body).walk("VEVENT")
    return {
        str(one["uid"]): (str(one["summary"]), str(one["dtstart"].dt), int(one["sequence"])) for one in events
    }


def test_a_calendar_of_a_unit_moves_with_the_plan(cast: Cast, client: Client, now: datetime) -> None:
    unit = cast.anna.unit
    assert unit
    key = make_calendar(by=cast.erik, at=timezone.now())
    feed = f"/kalender/{key}/enhed/{unit.pk}.ics"
    assert entries(client.get(feed).content) == {}
    published(cast, computed(cast, now, {"2026-001": 0}), now)
    first = entries(client.get(feed).content)
    assert first["2026-001-live@takt"] == ("I drift: Ønske 1", "2027-08-01", 1)
    assert first["2026-001-prepare@takt"] == ("Forberedelse: Ønske 1", "2027-01-01", 1)
    assert "Frysperiode: Sommerferie" in {summary for summary, _day, _sequence in first.values()}
    published(cast, computed(cast, now, {"2026-001": 1}), now)
    second = entries(client.get(feed).content)
    assert set(second) == set(first)
    assert second["2026-001-live@takt"] == ("I drift: Ønske 1", "2027-09-01", 2)
    close_calendar(by=cast.erik, at=timezone.now())
    assert client.get(feed).status_code == 404


def test_ones_own_holds_ones_cases(cast: Cast, client: Client, now: datetime) -> None:
    published(cast, computed(cast, now, {"2026-001": 0, "2026-002": 2}), now)
    client.force_login(cast.nadia)
    mine = entries(client.get("/plan/kalender.ics").content)
    assert [uid for uid in mine if "live" in uid] == ["2026-002-live@takt"]
    assert cast.anna.unit
    said = client.get(f"/plan/kalender.ics?enhed={cast.anna.unit.pk}")
    assert said["Content-Type"] == "text/calendar; charset=utf-8"
    assert "2026-001-live@takt" in entries(said.content)
    assert client.get("/plan/kalender.ics?enhed=x").status_code == 404
    client.logout()
    assert client.get("/plan/kalender.ics").status_code == 302
