"""The pages of the limits, as those who may change them and those who may only read meet them."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from takt.governance.planning.limits.commands.change_limits import change_limits
from takt.governance.planning.models import Ceiling, Frame, Freeze, LimitKind, LimitVersion
from tests.builders import Cast, build_unit
from tests.governance.planning.house import build_initiative, build_limits
from tests.governance.planning.limits.proposing import COMMITTEE, GROUNDS, frame, proposal
from tests.governance.planning.test_plan_page import html_of, recorded, words_of

pytestmark = pytest.mark.django_db

CHANGE = "/plan/graenser/penge/ret/"
SAID = {"reason": "Byrådet har sænket rammen.", "source": "Budget 2028", "owner": "Økonomi"}


@pytest.fixture(autouse=True)
def house(cast: Cast) -> None:
    build_limits()


@pytest.fixture
def plan(cast: Cast, now: datetime) -> None:
    build_initiative("2026-001")
    recorded(cast, now, {"2026-001": 0})


def fields_of(html: str) -> dict[str, str]:
    """What a browser would send of the form."""
    fields = dict(re.findall(r'<input (?:type="hidden" |class="[^"]*" )name="([^"]+)" value="([^"]*)"', html))
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', html, re.DOTALL):
        chosen = re.search(r"<option selected>([^<]*)", options)
        fields[name] = chosen[1] if chosen else ""
    return fields


def look(client: Client, **changed: str) -> tuple[str, dict[str, str]]:
    fields = fields_of(html_of(client, CHANGE)) | changed
    html = client.post(CHANGE, fields | {"look": "1"}).content.decode()
    return html, fields | fields_of(html)


class TestReading:
    @pytest.mark.parametrize("name", ["anna", "nadia", "birgit", "erik", "troels"])
    def test_everyone_reads_all_four(self, client: Client, cast: Cast, name: str) -> None:
        client.force_login(getattr(cast, name))
        assert "De fire grænser" in html_of(client, "/plan/graenser/")
        for slug, says in (
            ("penge", "5.000.000 kr."),
            ("bemanding", "måned for måned"),
            ("lofter", "4,0 t; arvet fra Fjordby Kommune"),
            ("frysperioder", "juli 2027"),
        ):
            assert says in words_of(html_of(client, f"/plan/graenser/{slug}/"))

    def test_who_may_not_change_is_told_whose_work_it_is(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.nadia)
        assert "Kun økonomer retter i rammerne" in html_of(client, "/plan/graenser/penge/")
        answer = client.get(CHANGE)
        assert answer.status_code == 403
        assert "Skriv til økonomiafdelingen" in answer.content.decode()
        assert client.post("/plan/graenser/frysperioder/kalender/").status_code == 409
        client.force_login(cast.anna)
        assert client.post("/plan/graenser/frysperioder/kalender/").status_code == 403

    def test_an_unknown_limit_or_version_is_not_there(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.anna)
        for address in ("/plan/graenser/vind/", "/plan/graenser/penge/version/9/"):
            assert client.get(address).status_code == 404

    def test_an_old_version_says_what_it_changed(self, client: Client, cast: Cast, now: datetime) -> None:
        change_limits([proposal(LimitKind.MONEY, frames=[frame(y2027=7)])], GROUNDS, by=cast.erik, at=now)
        client.force_login(cast.anna)
        words = words_of(html_of(client, "/plan/graenser/penge/version/1/"))
        assert "Budgettet er vedtaget." in words
        assert "5.000.000 kr. 7 kr." in words
        assert "Erik Dam" in words
        assert "Du ser en ældre version" in html_of(client, "/plan/graenser/penge/version/0/")

    def test_queries_do_not_grow_with_units_and_versions(
        self, client: Client, cast: Cast, now: datetime
    ) -> None:
        client.force_login(cast.anna)
        counts = []
        for batch in (range(3), range(3, 30)):
            for number in batch:
                unit = build_unit(f"Enhed {number}", headcount=10)
                Ceiling.objects.create(unit=unit, hours_per_employee="2.0", source="")
                change_limits(
                    [proposal(LimitKind.FREEZES, freezes=[row(f"Nr. {one}") for one in range(number + 1)])],
                    GROUNDS,
                    by=cast.nadia,
                    at=now + timedelta(minutes=number),
                )
            with CaptureQueriesContext(connection) as captured:
                html_of(client, "/plan/graenser/lofter/")
                html_of(client, "/plan/graenser/frysperioder/")
                html_of(client, "/plan/graenser/")
            counts.append(len(captured))
        assert counts[0] == counts[1]


def row(why: str) -> dict[str, Any]:
    return {"why": why, "first": "2027-07", "latest": "2027-07", "yearly": False, "units": []}


class TestChanging:
    def test_what_breaks_is_shown_before_anything_is_kept_and_stays_on_the_plan_after(
        self, client: Client, cast: Cast, plan: None
    ) -> None:
        client.force_login(cast.erik)
        html, fields = look(client, **{"frames.1.2027": "100.000"})
        words = words_of(html)
        assert "Anlæg Rammer 2027 5.000.000 kr. 100.000 kr." in words
        assert "1 grænse brydes, og 1 placering er berørt" in words
        assert "mangler 600.000 kr. i 2027" in words
        assert not LimitVersion.objects.exists()

        answer = client.post(CHANGE, fields | SAID | {"save": "1"}, follow=True)

        assert answer.redirect_chain == [("/plan/graenser/penge/", 302)]
        assert Frame.objects.get(kind="investment", year=2027).dkk == 100_000
        assert "1 grænse brydes" in words_of(html_of(client))
        assert "Skærmbesøg i hjemmeplejen" in words_of(html_of(client, "/plan/graenser/penge/"))

    def test_what_an_earlier_change_broke_is_not_laid_on_the_next(
        self, client: Client, cast: Cast, plan: None, now: datetime
    ) -> None:
        at = now + timedelta(hours=1)
        change_limits(
            [proposal(LimitKind.MONEY, frames=[frame(y2027=100_000)])], GROUNDS, by=cast.erik, at=at
        )
        client.force_login(cast.erik)
        html, _ = look(client, **{"frames.1.2028": "9"})
        assert "Ændringen bryder ingen placeringer i planen" in html
        html, _ = look(client, **{"frames.1.2027": "50.000"})
        assert "mangler 650.000 kr." in words_of(html)

    def test_saving_something_else_than_was_seen_shows_it_first(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.erik)
        _, fields = look(client, **{"frames.1.2027": "4.000.000"})
        html = client.post(CHANGE, fields | SAID | {"save": "1", "frames.1.2027": "3"}).content.decode()
        assert "5.000.000 kr. 3 kr." in words_of(html)
        assert not LimitVersion.objects.exists()

    def test_without_a_reason_nothing_is_lost_and_nothing_is_kept(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.erik)
        _, fields = look(client, **{"frames.1.2027": "4.000.000"})
        answer = client.post(CHANGE, fields | SAID | {"save": "1", "reason": ""})
        assert answer.status_code == 409
        assert "Der mangler en begrundelse" in answer.content.decode()
        assert fields_of(answer.content.decode())["frames.1.2027"] == "4.000.000"

    def test_a_mistake_names_row_and_field_and_keeps_what_was_written(
        self, client: Client, cast: Cast
    ) -> None:
        client.force_login(cast.erik)
        fields = fields_of(html_of(client, CHANGE)) | {"frames.2.2028": "mange penge"}
        answer = client.post(CHANGE, fields | {"look": "1"})
        assert answer.status_code == 422
        assert "Rammer, række 2, 2028: »mange penge«" in words_of(answer.content.decode())
        assert 'value="mange penge"' in answer.content.decode()

    def test_a_colleagues_change_is_shown_and_nobodys_is_lost(
        self, client: Client, cast: Cast, now: datetime
    ) -> None:
        client.force_login(cast.erik)
        change_limits([proposal(LimitKind.MONEY, frames=[frame(y2027=6)])], GROUNDS, by=cast.erik, at=now)
        _, fields = look(client, **{"frames.1.2027": "3"})
        change_limits([proposal(LimitKind.MONEY, frames=[frame(y2027=5)])], GROUNDS, by=cast.erik, at=now)

        answer = client.post(CHANGE, fields | SAID | {"save": "1"})

        assert answer.status_code == 409
        words = words_of(answer.content.decode())
        assert "En kollega har gemt en ny version" in words
        assert "2027 6 kr. 5 kr." in words
        assert "2027 5 kr. 3 kr." in words
        assert Frame.objects.get().dkk == 5

    def test_a_row_that_is_emptied_is_taken_out(self, client: Client, cast: Cast, now: datetime) -> None:
        client.force_login(cast.nadia)
        address = "/plan/graenser/frysperioder/ret/"
        fields = fields_of(html_of(client, address))
        empty = {name: "" for name in fields if name.startswith("freezes.1.")}
        html = client.post(address, fields | empty | {"look": "1"}).content.decode()
        client.post(address, fields | empty | fields_of(html) | SAID | {"save": "1"})
        assert not Freeze.objects.exists()


class TestCalendar:
    def send(self, client: Client, data: bytes) -> Any:
        return client.post(
            "/plan/graenser/frysperioder/kalender/", {"calendar": SimpleUploadedFile("frys.ics", data)}
        )

    def test_its_periods_come_beside_those_there_are_and_are_saved_as_any_other_change(
        self, client: Client, cast: Cast
    ) -> None:
        client.force_login(cast.nadia)
        answer = self.send(
            client,
            b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
            b"DTSTART;VALUE=DATE:20270901\r\nDTEND;VALUE=DATE:20271001\r\nRRULE:FREQ=YEARLY\r\n"
            b"SUMMARY:Budget\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        )
        html = answer.content.decode()
        assert "1 række ændres" in html
        fields = fields_of(html)
        assert [fields[f"freezes.{number}.why"] for number in (1, 2)] == ["Sommerferie", "Budget"]
        assert Freeze.objects.count() == 1
        client.post(
            "/plan/graenser/frysperioder/ret/", fields | {"freezes.2.yearly": "ja"} | SAID | {"save": "1"}
        )
        assert Freeze.objects.get(reason="Budget").is_yearly

    def test_a_file_that_is_none_is_answered_and_the_rows_stay(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.nadia)
        answer = self.send(client, b"PK\x03\x04")
        assert answer.status_code == 409
        assert "ikke en kalender" in answer.content.decode()
        assert self.send(client, b"BEGIN:VCALENDAR" + b"x" * 1_000_001).status_code == 413


class TestPlanPage:
    def test_figures_lead_to_their_limits(self, client: Client, cast: Cast, now: datetime) -> None:
        build_initiative("2026-001")
        money = proposal(
            LimitKind.MONEY,
            frames=[
                frame(y2027=5_000_000),
                frame("running", y2027=5_000_000),
                frame(committee="Sundhedsudvalget", y2027=2_000_000),
            ],
            committees=[COMMITTEE],
        )
        change_limits([money], GROUNDS, by=cast.erik, at=now)
        recorded(cast, now, {"2026-001": 0})
        client.force_login(cast.anna)

        html = html_of(client, "/plan/?enheder=&oenske=2026-001")

        for address in re.findall(r'href="(/plan/graenser/[^"#]+/)#([^"]+)"', html):
            assert f'id="{address[1]}"' in html_of(client, address[0]), address
        assert "Penge: Byrådet, 12. oktober 2026 (version 1)" in html
        assert "Anlæg, Sundhedsudvalget" in html
        assert 'href="/plan/graenser/bemanding/#r-pl"' in html
