"""The list out as Excel: the same wishes as on the page, honest cells, and a sheet that says where from."""

import io
from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook, load_workbook

from takt.foundation.people.models import Unit
from takt.governance.asking.commands.submit_wish import submit_wish
from takt.governance.asking.rules import Answers
from takt.governance.clarifying.models import Effort, Estimate, Impact, StaffRole
from takt.governance.flow.models import Initiative
from takt.interfaces.exchange.workbook.reading import read_content
from tests.builders import Cast

TO_EXCEL = "/oensker/excel/hent/"
TROUBLE = "Vi skriver tilsynet to gange."


def wished(cast: Cast, at: datetime, title: str, trouble: str = TROUBLE) -> Initiative:
    answers = Answers(trouble=trouble, title=title, helps_citizens=True, helps_own_unit=True)
    return submit_wish(answers, by=cast.anna, at=at).initiative


def estimated(initiative: Initiative, at: datetime) -> Estimate:
    money = {
        f"{what}{end}_dkk": dkk
        for what, dkk in (("investment", 1_250_000), ("running", 90_000), ("benefit", 400_000))
        for end in ("_low", "", "_high")
    }
    return Estimate.objects.create(
        initiative=initiative,
        prepare_months=2,
        roll_out_months=4,
        settle_months=3,
        **money,
        price_year=2026,
        points_per_year=120,
        latest_go_live_month=date(2028, 6, 1),
        source="Netværkets skøn",
        estimated_at=at,
    )


def fetched(client: Client, query: str = "") -> Workbook:
    answer = client.get(TO_EXCEL + query)
    assert answer.status_code == 200
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    return load_workbook(io.BytesIO(answer.content))


def listed(book: Workbook) -> list[dict[str, Any]]:
    heading, *rows = book.worksheets[0].iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def test_the_cells_are_what_people_see(cast: Cast, client: Client, now: datetime) -> None:
    initiative = wished(cast, now, "Tilsyn på plejecentre")
    estimated(initiative, now)
    leader = StaffRole.objects.create(key="leader", name="Projektleder", full_time_equivalents=4)
    Effort.objects.create(initiative=initiative, role=leader, low_days=30, days=30, high_days=30)
    for unit, people in ((cast.anna.unit, 40), (cast.nadia.unit, 2)):
        Impact.objects.create(
            initiative=initiative, unit=unit, people=people, training_hours=3, adaptation_hours=2, intensity=1
        )
    client.force_login(cast.troels)
    (row,) = listed(fetched(client))
    assert row["Nummer"] == initiative.number
    assert (row["Titel"], row["Enhed"], row["Skal/bør/kan"]) == (
        "Tilsyn på plejecentre",
        "Hjemmeplejen Nord",
        "kan",
    )
    assert row["Hvem får glæde af det?"] == "os i afdelingen og borgere"
    assert row["Trin"] == "Modtaget"
    assert row["Sendt"].date() == date(2026, 11, 23)
    assert row["Svar senest"].date() == date(2026, 12, 21)
    assert row["Senest i drift"].date() == date(2028, 6, 1)
    assert (row["Anlæg (kr.)"], row["Drift pr. år (kr.)"], row["Prisniveau"]) == (1_250_000, 90_000, "2026")
    assert (row["Projektleder, dage"], row["Berørte medarbejdere"]) == (30, 42)
    assert row["Skønnets kilde"] == "Netværkets skøn"


def test_the_list_is_the_one_that_the_same_address_shows(cast: Cast, client: Client, now: datetime) -> None:
    wished(cast, now, "Skærmbesøg")
    wished(cast, now, "Bookingløsning")
    client.force_login(cast.nadia)
    assert [row["Titel"] for row in listed(fetched(client, "?sorter=titel"))] == [
        "Bookingløsning",
        "Skærmbesøg",
    ]
    assert [row["Titel"] for row in listed(fetched(client, "?q=skærmbesøg"))] == ["Skærmbesøg"]
    assert listed(fetched(client, "?mine=1")) == []
    client.force_login(cast.anna)
    assert len(listed(fetched(client, "?mine=1"))) == 2


def test_what_begins_like_a_formula_stays_text(cast: Cast, client: Client, now: datetime) -> None:
    danger = '=HYPERLINK("https://fjendtlig.example";"Klik her")'
    wished(cast, now, danger, trouble="@SUM(1+1)*cmd|' /C calc'!A0 er besværligt")
    client.force_login(cast.nadia)
    sheet = fetched(client).worksheets[0]
    title, trouble = sheet["B2"], sheet["E2"]
    assert title.value == danger
    assert {title.data_type, trouble.data_type} == {"s"}
    assert title.quotePrefix
    assert trouble.quotePrefix


def test_a_formula_leaves_no_mark_on_the_next_row(cast: Cast, client: Client, now: datetime) -> None:
    wished(cast, now, "=1+1")
    wished(cast, now, "Almindelig")
    client.force_login(cast.nadia)
    sheet = fetched(client, "?sorter=nummer").worksheets[0]
    assert [bool(sheet[name].quotePrefix) for name in ("B2", "B3")] == [True, False]


def test_the_list_can_be_filtered_read_and_printed(cast: Cast, client: Client, now: datetime) -> None:
    wished(cast, now, "Skærmbesøg")
    client.force_login(cast.nadia)
    sheet = fetched(client).worksheets[0]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.auto_filter.ref.endswith("2")
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet["J2"].number_format == "dd-mm-yyyy"


def test_a_sheet_says_where_the_list_comes_from(cast: Cast, client: Client, now: datetime) -> None:
    wished(cast, now, "Skærmbesøg")
    client.force_login(cast.nadia)
    unit = Unit.objects.get(name="Hjemmeplejen Nord").pk
    book = fetched(client, f"?q=besøg&enhed={unit}&trin=submitted")
    said = {row[0]: row[1] for row in book["Om listen"].iter_rows(values_only=True)}
    assert said["Hentet af"] == "Nadia Krogh"
    assert said["Udvalg"] == "Søgning: besøg. Trin: Modtaget. Enhed: Hjemmeplejen Nord"
    assert said["Ønsker i alt"] == "1"
    assert said["Hentet fra"].startswith("Fjordby Kommune, http://testserver/oensker/?q=bes%C3%B8g&enhed=")


def test_the_list_can_be_read_in_again(cast: Cast, client: Client, now: datetime) -> None:
    estimated(wished(cast, now, "Skærmbesøg"), now)
    client.force_login(cast.nadia)
    content = read_content(client.get(TO_EXCEL).content)
    (wish,) = content.wishes
    assert (wish.title, wish.units, wish.prepare, wish.capital_dkk) == (
        "Skærmbesøg",
        ("Hjemmeplejen Nord",),
        2,
        1_250_000,
    )


def test_an_empty_list_is_still_a_workbook(cast: Cast, client: Client) -> None:
    client.force_login(cast.nadia)
    assert listed(fetched(client)) == []


@pytest.mark.parametrize("query", ["", "?q=besøg", "?mine=1&sorter=enhed"])
def test_the_number_of_queries_does_not_grow(cast: Cast, client: Client, now: datetime, query: str) -> None:
    client.force_login(cast.anna)
    counts = []
    for start, end in ((0, 10), (10, 200)):
        for number in range(start, end):
            wished(cast, now, f"Besøg {number}")
        with CaptureQueriesContext(connection) as queries:
            assert len(listed(fetched(client, query))) == end
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_someone_who_is_not_signed_in_gets_no_list(client: Client, db: None) -> None:
    assert client.get(TO_EXCEL).status_code == 302


def test_headings_follow_the_language(cast: Cast, client: Client, now: datetime) -> None:
    wished(cast, now, "Skærmbesøg")
    cast.nadia.language = "en"
    cast.nadia.save()
    client.force_login(cast.nadia)
    (row,) = listed(fetched(client))
    assert row["Title"] == "Skærmbesøg"
    assert row["Stage"] == "Received"
