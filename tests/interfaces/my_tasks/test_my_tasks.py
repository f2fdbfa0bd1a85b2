"""Mine opgaver, the daily e-mail and the calendar: what waits, by when, and for nobody else."""

from datetime import date, datetime, timedelta

import icalendar
import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from takt.foundation.jobs.worker import work_once
from takt.foundation.ledger.models import Event
from takt.foundation.mail.commands import tell
from takt.foundation.mail.models import Letter
from takt.foundation.people.tasks import Task
from takt.foundation.refusals import Refused
from takt.governance.clarifying.commands.ask_back import ask_back
from takt.governance.clarifying.models import Question
from takt.interfaces.my_tasks import background
from takt.interfaces.my_tasks.calendar import calendar_of
from takt.interfaces.my_tasks.commands.choose_digest import choose_digest
from takt.interfaces.my_tasks.commands.close_calendar import close_calendar
from takt.interfaces.my_tasks.commands.make_calendar import make_calendar
from takt.interfaces.my_tasks.digest import write_digest
from takt.interfaces.my_tasks.gathering import finding, grouped, tasks_of
from takt.interfaces.my_tasks.models import Subscription
from tests.builders import Cast
from tests.governance.clarifying.cases import taken

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
QUESTION = "Hvor mange gange om ugen sker det?"


def asked(cast: Cast, now: datetime) -> Question:
    return ask_back(taken(cast, now), QUESTION, by=cast.nadia, at=now)


def test_the_most_urgent_comes_first_and_the_undated_last() -> None:
    tasks = [
        Task("Høring", "Senere", "/b", date(2026, 12, 1)),
        Task("Sag", "Uden", "/c"),
        Task("Høring", "Forbi", "/a", date(2026, 11, 1)),
    ]
    groups = grouped(sorted(tasks, key=lambda task: task.due_date or date.max), today=TODAY)
    assert [(group.kind, group.finding) for group in groups] == [
        ("Høring", "Én er over tiden"),
        ("Sag", "Én uden frist"),
    ]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([-1, -2, 5], "To er over tiden"),
        ([3], "Én, senest 26. november 2026"),
        ([3, 9, None], "Tre, den første senest 26. november 2026"),
        ([None, None], "To uden frist"),
    ],
)
def test_a_heading_says_what_is_most_urgent(days: list[int | None], said: str) -> None:
    tasks = [Task("x", "x", "/", None if n is None else TODAY + timedelta(days=n)) for n in days]
    assert finding(tasks, TODAY) == said


def test_a_task_is_its_owners_alone(cast: Cast, now: datetime) -> None:
    asked(cast, now)
    assert [task.note for task in tasks_of(cast.anna, today=TODAY)] == [QUESTION]
    assert not tasks_of(cast.troels, today=TODAY)


def test_the_daily_letter_is_written_once_a_day_and_only_when_something_waits(
    cast: Cast, now: datetime
) -> None:
    question = asked(cast, now)
    Letter.objects.all().delete()
    assert write_digest(cast.anna, today=TODAY, at=now)
    assert not write_digest(cast.anna, today=TODAY, at=now)
    assert not write_digest(cast.troels, today=TODAY, at=now)
    letter = Letter.objects.get()
    assert letter.subject == "1 opgave venter på dig"
    assert question.initiative.title in letter.text
    assert write_digest(cast.anna, today=TODAY + timedelta(days=1), at=now)


def test_who_said_no_gets_no_daily_letter(cast: Cast, now: datetime) -> None:
    asked(cast, now)
    choose_digest(wanted=False, by=cast.anna, at=now)
    assert Event.objects.latest("number").facts == {"wanted": False}
    assert not write_digest(cast.anna, today=TODAY, at=now)


def test_the_worker_writes_to_everyone_on_weekdays(cast: Cast, now: datetime) -> None:
    asked(cast, now)
    Letter.objects.all().delete()
    saturday = date(2026, 11, 28)
    background.ask_for_digests(saturday, now)
    while work_once():
        pass
    assert not Letter.objects.exists()
    background.ask_for_digests(TODAY, now)
    while work_once():
        pass
    assert {letter.person for letter in Letter.objects.all()} == {cast.anna, cast.nadia}


def test_a_calendar_has_deadlines_as_whole_days(settings: Settings, now: datetime) -> None:
    settings.BASE_URL = "https://takt.example"
    tasks = [Task("Høring", "Æbler; og, pærer", "/sag/1/", TODAY, "2026-001"), Task("Sag", "Uden", "/sag/2/")]
    (event,) = icalendar.Calendar.from_ical(calendar_of(tasks, name="Takt", at=now)).walk("VEVENT")
    assert event["SUMMARY"] == "Høring: Æbler; og, pærer"
    assert event["DTSTART"].dt == TODAY
    assert event["URL"] == "https://takt.example/sag/1/"


def test_a_calendar_address_works_until_it_is_replaced_or_closed(
    cast: Cast, client: Client, now: datetime
) -> None:
    asked(cast, now)
    first = make_calendar(by=cast.anna, at=now)
    assert Subscription.objects.get(person=cast.anna).calendar_key_hash != first
    answer = client.get(f"/kalender/{first}.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    assert QUESTION.encode() in answer.content
    second = make_calendar(by=cast.anna, at=now)
    assert client.get(f"/kalender/{first}.ics").status_code == 404
    assert client.get(f"/kalender/{second}.ics").status_code == 200
    close_calendar(by=cast.anna, at=now)
    assert client.get(f"/kalender/{second}.ics").status_code == 404
    assert list(Event.objects.filter(verb__startswith="calendar").values_list("verb", flat=True)) == [
        "calendar.made",
        "calendar.made",
        "calendar.closed",
    ]


def test_a_calendar_goes_when_its_owner_goes(cast: Cast, client: Client, now: datetime) -> None:
    key = make_calendar(by=cast.anna, at=now)
    cast.anna.is_active = False
    cast.anna.save()
    assert client.get(f"/kalender/{key}.ics").status_code == 404


@pytest.mark.parametrize("key", ["", "x", "x" * 400, "../../etc/passwd"])
def test_a_guess_is_not_found(client: Client, key: str) -> None:
    assert client.get(f"/kalender/{key}.ics").status_code == 404


def test_the_page_shows_the_secret_once(cast: Cast, client: Client) -> None:
    client.force_login(cast.anna)
    assert "Du har ingen kalender" in client.get("/opgaver/kalender/").content.decode()
    made = client.post("/opgaver/kalender/lav/")
    assert made["Cache-Control"] == "no-store"
    assert "/kalender/" in made.content.decode().split('id="adresse"')[1]
    again = client.get("/opgaver/kalender/").content.decode()
    assert 'id="adresse"' not in again
    client.post("/opgaver/daglig-mail/", {"wanted": "0"})
    assert "Du får ingen daglig e-mail" in client.get("/opgaver/kalender/").content.decode()
    client.post("/opgaver/kalender/luk/")
    assert "Du har ingen kalender" in client.get("/opgaver/kalender/").content.decode()


def test_charlie_is_refused_and_leaves_no_trace(cast: Cast, now: datetime) -> None:
    with pytest.raises(Refused):
        make_calendar(by=cast.charlie, at=now)
    with pytest.raises(Refused):
        close_calendar(by=cast.charlie, at=now)
    with pytest.raises(Refused):
        choose_digest(wanted=True, by=cast.charlie, at=now)
    assert not Subscription.objects.exists()
    assert not Event.objects.exists()


def test_the_mail_of_the_demonstration_can_be_read_by_all_its_people(
    cast: Cast, client: Client, now: datetime, settings: Settings
) -> None:
    tell(cast.anna, subject="Dit ønske er modtaget", text="Du får svar", link="/oensker/", at=now)
    client.force_login(cast.troels)
    text = client.get("/demonstration/post/").content.decode()
    assert "Takt har skrevet én e-mail" in text
    assert "til Anna Holm" in text
    settings.DEMO = False
    assert client.get("/demonstration/post/").status_code == 404
