"""The four limits to Excel and back: what is fetched can be sent, and nothing is saved by half."""

import io
import json
import re
from datetime import datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from takt.foundation.people.models import RoleHolding
from takt.governance.planning.limits.commands.change_limits import change_limits
from takt.governance.planning.limits.considering import consider
from takt.governance.planning.limits.sections import SECTIONS, years_of
from takt.governance.planning.limits.standing import content_now
from takt.governance.planning.models import Ceiling, Frame, LimitKind, LimitVersion
from takt.interfaces.exchange.limits_in import read_limits
from takt.interfaces.exchange.limits_out import limits_book
from takt.interfaces.exchange.workbook.refusals import NotReadable
from tests.builders import Cast
from tests.governance.planning.house import build_limits
from tests.governance.planning.limits.proposing import COMMITTEE, GROUNDS, frame, proposal

pytestmark = pytest.mark.django_db

ADDRESS = "/plan/graenser/excel/"
SAID = {
    "reason": "Ny aftale.",
    "source": "Regneark",
    "owner": "",
    "decided_by": "Direktionen",
    "decided_on": "2026-11-01",
}


@pytest.fixture(autouse=True)
def house(cast: Cast) -> None:
    build_limits()


def fetched(client: Client) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(client.get(f"{ADDRESS}hent/").content))


def bytes_of(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def send(client: Client, book: openpyxl.Workbook) -> Any:
    return client.post(ADDRESS, {"workbook": SimpleUploadedFile("graenser.xlsx", bytes_of(book))})


def hidden(html: str) -> dict[str, str]:
    from html import unescape

    found = re.findall(r'<input type="hidden" name="(book|agreed)" value="([^"]*)"', html)
    return {name: unescape(value) for name, value in found}


def test_what_is_fetched_is_read_back_the_same(cast: Cast, now: datetime) -> None:
    money = proposal(
        LimitKind.MONEY,
        frames=[frame(committee="Sundhedsudvalget", price_year=2027, y2027=5_000_000, y2028=0)],
        prices=[{"year": 2028, "running": "2.75", "investment": "2.5", "source": "=KL"}],
        committees=[COMMITTEE],
    )
    post = {
        "role": "Projektledere",
        "what": "Fast",
        "absence": True,
        "full_time": "0.5",
        "first": "2027-05",
        "latest": None,
    }
    staff = proposal(
        LimitKind.STAFF, roles=[{"name": "Projektledere", "share": 80, "absence": 12}], posts=[post]
    )
    RoleHolding.objects.create(person=cast.erik, role="coordinator")
    change_limits([money, staff], GROUNDS, by=cast.erik, at=now)

    data = limits_book(content_now(), dict.fromkeys(LimitKind, 1), first_year=2027, origin="Fjordby")
    book = read_limits(data)

    assert set(book.rows) == {section.key for section in SECTIONS}
    assert book.editions == dict.fromkeys(LimitKind, 1)
    considered = consider(book.rows, sorted({*years_of([], 2027), *book.years}), editions=book.editions)
    assert (list(considered.mistakes), considered.proposals) == ([], [])


def test_a_changed_cell_is_shown_and_saved_with_its_grounds(client: Client, cast: Cast) -> None:
    client.force_login(cast.nadia)
    book = fetched(client)
    book["Lofter"]["B2"] = 3
    html = send(client, book).content.decode()
    assert "1 række ændres" in html
    assert not LimitVersion.objects.exists()

    answer = client.post(f"{ADDRESS}gem/", hidden(html) | SAID)

    assert (answer.status_code, answer["Location"]) == (302, "/plan/graenser/")
    assert {ceiling.hours_per_employee for ceiling in Ceiling.objects.all()} == {
        Decimal("3.0"),
        Decimal("3.5"),
    }
    version = LimitVersion.objects.get(number=1)
    assert (version.limit, version.reason, version.changed_by) == ("ceilings", "Ny aftale.", cast.nadia)


def test_mistakes_name_sheet_row_and_column_and_nothing_is_saved(client: Client, cast: Cast) -> None:
    client.force_login(cast.nadia)
    book = fetched(client)
    book["Lofter"]["A2"] = "Fjordby Komune"
    book["Lofter"]["B3"] = "højt"
    first = send(client, book)
    assert first.status_code == 422
    assert "Lofter, række 3, Loft, timer pr. medarbejder pr. måned: »højt«" in first.content.decode()
    book["Lofter"]["B3"] = 3.5
    assert "Mente du »Fjordby Kommune«?" in send(client, book).content.decode()
    assert not LimitVersion.objects.exists()


def test_sheets_that_are_not_mine_to_change_are_named_and_the_rest_is_not_saved_either(
    client: Client, cast: Cast
) -> None:
    client.force_login(cast.erik)
    book = fetched(client)
    book["Lofter"]["B2"] = 3
    book["Rammer"]["E2"] = 1
    answer = send(client, book)
    assert answer.status_code == 403
    assert "Lofter besluttes af direktionen" in answer.content.decode()
    assert "Slet arkene om Lofter" in answer.content.decode()
    saved = client.post(f"{ADDRESS}gem/", hidden(answer.content.decode()) | SAID)
    assert saved.status_code == 403
    assert Frame.objects.filter(dkk=5_000_000).count() == 4
    del book["Lofter"]
    assert send(client, book).status_code == 200


def test_an_old_file_does_not_undo_what_a_colleague_has_saved(
    client: Client, cast: Cast, now: datetime
) -> None:
    client.force_login(cast.erik)
    change_limits([proposal(LimitKind.MONEY, frames=[frame(y2027=9)])], GROUNDS, by=cast.erik, at=now)
    book = fetched(client)
    change_limits([proposal(LimitKind.MONEY, frames=[frame(y2027=8)])], GROUNDS, by=cast.erik, at=now)
    answer = send(client, book)
    html = " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())
    assert answer.status_code == 409
    assert "Penge er ændret, siden filen blev hentet" in html
    assert "9 kr. 8 kr." in html
    assert client.post(f"{ADDRESS}gem/", hidden(answer.content.decode()) | SAID).status_code == 409
    assert Frame.objects.get().dkk == 8


@pytest.mark.parametrize(
    "book",
    ["", "{", "[]", '{"rows": 1}', '{"rows": {"frames": [1]}, "editions": {}, "years": []}', "[" * 5_000],
)
def test_what_the_preview_did_not_write_is_refused(client: Client, cast: Cast, book: str) -> None:
    client.force_login(cast.erik)
    answer = client.post(f"{ADDRESS}gem/", {"book": book, "agreed": "x"} | SAID)
    assert answer.status_code == 409
    assert "Vælg filen igen" in answer.content.decode()


def test_a_sent_along_list_is_read_as_carefully_as_the_file(client: Client, cast: Cast) -> None:
    client.force_login(cast.erik)
    book = {"rows": {"frames": [{"kind": "Drift", "2027": "x" * 40_000}]}, "editions": {}, "years": [2027]}
    answer = client.post(f"{ADDRESS}gem/", {"book": json.dumps(book), "agreed": "x"} | SAID)
    assert answer.status_code == 422


def test_unknown_and_doubled_columns_and_other_files_are_answered(client: Client, cast: Cast) -> None:
    client.force_login(cast.nadia)
    book = fetched(client)
    book["Lofter"]["D1"], book["Lofter"]["D2"] = "Noter", "hej"
    assert "Kolonnen kendes ikke" in send(client, book).content.decode()
    book["Lofter"]["D1"] = "Enhed"
    assert "står to gange" in send(client, book).content.decode()
    book["Lofter"]["A1"] = book["Lofter"]["D1"] = None
    assert "Kolonnen Enhed mangler" in send(client, book).content.decode()
    with pytest.raises(NotReadable, match="ingen af arkene"):
        read_limits(bytes_of(openpyxl.Workbook()))


def test_those_without_a_limit_to_change_may_fetch_but_not_send(client: Client, cast: Cast) -> None:
    client.force_login(cast.anna)
    assert client.get(f"{ADDRESS}hent/").status_code == 200
    assert client.get(ADDRESS).status_code == 403
    assert client.post(f"{ADDRESS}gem/", SAID).status_code == 403
