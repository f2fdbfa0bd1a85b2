"""Wishes in from Excel: what would happen is shown, then all of it happens or nothing does."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from takt.calculation.planner.problem import Month
from takt.foundation.ledger.chain import BEGINNING
from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person, Role, Unit
from takt.foundation.refusals import Refused
from takt.governance.asking.models import Wish
from takt.governance.clarifying.models import Dependency, Estimate, Impact, StaffRole
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.interfaces.exchange.commands.discard_upload import discard_upload
from takt.interfaces.exchange.commands.keep_upload import keep_upload
from takt.interfaces.exchange.commands.take_in_wishes import take_in_wishes
from takt.interfaces.exchange.models import KEPT_FOR, Upload
from takt.interfaces.exchange.template_out import our_template
from takt.interfaces.exchange.wishes_in import look_at
from takt.interfaces.exchange.workbook.reading import read_content
from takt.interfaces.exchange.workbook.refusals import Mistakes
from tests.builders import Cast, build_person

pytestmark = pytest.mark.django_db

ADDRESS = "/oensker/excel/"
ESTIMATED: Mapping[str, object] = {
    "Forberedelse (mdr.)": 2,
    "Udrulning (mdr.)": 3,
    "Indkøring (mdr.)": 1,
    "Anlæg (kr.)": "1,2 mio.",
    "Drift pr. år (kr.)": 200_000,
    "Gevinst pr. år (kr.)": 0,
    "Projektledere (dage)": 40,
    "Berørte medarbejdere": 60,
    "Timer pr. medarbejder (uddannelse)": 2.5,
    "Intensitet 1–3": 2,
}


@pytest.fixture(autouse=True)
def role(cast: Cast) -> StaffRole:
    return StaffRole.objects.create(key="pl", name="Projektledere", full_time_equivalents="2.5")


@pytest.fixture
def nadia(client: Client, cast: Cast) -> Client:
    client.force_login(cast.nadia)
    return client


def book(*rows: Mapping[str, object]) -> bytes:
    """Our template, with these wishes below the example."""
    workbook = load_workbook(io.BytesIO(our_template(first_month=Month(2027, 1))))
    sheet = workbook["Ønsker"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, start=sheet.max_row + 1):
        for heading, value in row.items():
            sheet.cell(row=number, column=columns[heading]).value = value
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def wish(title: str = "Skærmbesøg", unit: str = "Hjemmeplejen Nord", **more: object) -> dict[str, object]:
    return {"Titel": title, "Enhed": unit, **more}


def send(client: Client, data: bytes, name: str = "oensker.xlsx") -> HttpResponse:
    return client.post(ADDRESS, {"workbook": SimpleUploadedFile(name, data)})


def text_of(answer: HttpResponse) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def say_yes(client: Client, preview: str) -> HttpResponse:
    agreed = re.search(r'name="agreed" value="(\w+)"', client.get(preview).content.decode())
    assert agreed
    return client.post(f"{preview}laes-ind/", {"agreed": agreed[1]})


def taken_in(client: Client, *rows: Mapping[str, object]) -> list[Initiative]:
    """Through the pages, the way people do."""
    sent = send(client, book(*rows))
    assert sent.status_code == 302, text_of(sent)
    assert say_yes(client, sent["Location"]).status_code == 302
    return list(Initiative.objects.order_by("number"))


class TestTemplate:
    def test_it_holds_the_municipalitys_own_units_and_roles(self, nadia: Client) -> None:
        answer = nadia.get(f"{ADDRESS}skabelon/")
        assert answer["Content-Disposition"] == 'attachment; filename="oensker-skabelon.xlsx"'
        workbook = load_workbook(io.BytesIO(answer.content))
        units = [row[0].value for row in workbook["Enheder"].iter_rows(min_row=2) if row[0].value]
        assert set(units) == {
            "Fjordby Kommune",
            "Ældre og Sundhed",
            "Hjemmeplejen Nord",
            "Digitalisering og It",
        }
        assert "Projektledere (dage)" in [cell.value for cell in workbook["Ønsker"][1]]

    def test_sent_back_untouched_it_asks_for_wishes(self, nadia: Client) -> None:
        answer = send(nadia, our_template(first_month=Month(2027, 1)))
        assert answer.status_code == 422
        assert "kun eksempelrækker" in text_of(answer)


class TestLooking:
    def test_nothing_is_changed_before_yes(self, nadia: Client) -> None:
        answer = nadia.get(send(nadia, book(wish())).headers["Location"])
        assert "1 nyt ønske" in text_of(answer)
        assert "Læs 1 ønske ind" in text_of(answer)
        assert not Initiative.objects.exists()
        assert not Event.objects.exists()

    def test_what_is_there_already_is_passed_over(self, nadia: Client) -> None:
        taken_in(nadia, wish("Skærmbesøg"))
        preview = send(nadia, book(wish("SKÆRMBESØG"), wish("Sårvurdering")))["Location"]
        assert "1 nyt ønske, 1 findes i forvejen" in text_of(nadia.get(preview))
        say_yes(nadia, preview)
        assert sorted(Initiative.objects.values_list("title", flat=True)) == ["Skærmbesøg", "Sårvurdering"]

    def test_the_same_title_in_another_unit_is_another_wish(self, nadia: Client) -> None:
        assert len(taken_in(nadia, wish(), wish(unit="Digitalisering og It"))) == 2

    def test_a_wish_under_its_own_number_is_known_again(self, nadia: Client) -> None:
        number = taken_in(nadia, wish())[0].number
        preview = send(nadia, book(wish("Et nyt navn", **{"Nr.": number})))["Location"]
        answer = nadia.get(preview)
        assert "0 nye ønsker, 1 findes i forvejen" in text_of(answer)
        assert 'aria-disabled="true"' in answer.content.decode()
        assert nadia.post(f"{preview}laes-ind/", {"agreed": agreed_of(nadia, preview)}).status_code == 409

    def test_a_gap_is_filled_by_size_and_said(self, nadia: Client) -> None:
        answer = nadia.get(send(nadia, book(wish(**{"Anlæg (kr.)": 100_000}))).headers["Location"])
        assert "8 sat efter størrelse" in text_of(answer)
        assert "Drift pr. år: 100.000 kr." in text_of(answer)
        assert "Berørte medarbejdere: 46" in text_of(answer)

    def test_a_wish_without_a_unit_says_where_it_goes(self, nadia: Client) -> None:
        answer = nadia.get(send(nadia, book({"Titel": "Skærmbesøg"})).headers["Location"])
        assert "Fjordby Kommune ingen skrevet, så den øverste" in text_of(answer)

    def test_what_is_not_taken_in_is_said(self, nadia: Client) -> None:
        data = book(wish("Det ene", **{"Nr.": "1", "Udelukker": "2"}), wish("Det andet", **{"Nr.": "2"}))
        assert "Kolonnen Udelukker bliver ikke læst ind" in text_of(nadia.get(send(nadia, data)["Location"]))

    def test_many_rows_are_paged_with_few_questions(
        self, nadia: Client, django_assert_max_num_queries: object
    ) -> None:
        preview = send(nadia, book(*(wish(f"Ønske {number}") for number in range(120))))["Location"]
        with django_assert_max_num_queries(12):  # type: ignore[operator]
            answer = nadia.get(f"{preview}?side=3")
        assert "Side 3 af 3" in text_of(answer)
        assert "Ønske 119" in text_of(answer)


def agreed_of(client: Client, preview: str) -> str:
    return look_at(read_content(bytes(Upload.objects.get().data)), today=timezone.localdate()).fingerprint


class TestTakingIn:
    def test_a_bare_title_becomes_a_wish_with_a_promise(self, nadia: Client, cast: Cast) -> None:
        [one] = taken_in(nadia, {"Titel": "Skærmbesøg", "Bemærkning": "Fra møde i maj"})
        assert (one.stage, one.unit.name, one.obligation) == (Stage.SUBMITTED, "Fjordby Kommune", "could")
        assert re.fullmatch(r"\d{4}-001", one.number)
        assert one.wish.trouble == "Skærmbesøg\n\nBemærkning: Fra møde i maj"
        assert one.wish.wished_by is None
        assert one.wish.source.startswith("Projektmappe oensker.xlsx, række ")
        assert one.wish.answer_due_date == timezone.localdate() + timedelta(weeks=4)
        assert not Estimate.objects.exists()

    def test_a_row_with_numbers_goes_straight_to_clarifying(self, nadia: Client) -> None:
        [one] = taken_in(nadia, wish(**ESTIMATED))
        assert one.stage == Stage.CLARIFYING
        estimate = one.estimate
        assert (estimate.prepare_months, estimate.roll_out_months, estimate.settle_months) == (2, 3, 1)
        assert (estimate.investment_low_dkk, estimate.investment_dkk) == (1_200_000, 1_200_000)
        assert one.efforts.get().days == 40
        impact = one.impacts.get()
        assert (impact.unit.name, impact.people, impact.training_hours) == ("Hjemmeplejen Nord", 60, 3)
        assert (impact.intensity, impact.adaptation_hours) == (2, 2)

    def test_a_missing_estimate_follows_the_size_and_is_remembered(self, nadia: Client) -> None:
        some = {key: value for key, value in ESTIMATED.items() if key != "Intensitet 1–3"}
        [one] = taken_in(nadia, wish(**some))
        assert one.stage == Stage.CLARIFYING
        assert one.estimate.source.endswith("Efter størrelse: Intensitet.")

    def test_a_size_and_a_deadline_are_kept_but_are_no_estimate(self, nadia: Client) -> None:
        large, urgent = taken_in(
            nadia, wish("Stort", Størrelse="stor"), wish("Lovkrav", **{"Senest i drift": "juni 2028"})
        )
        assert {large.stage, urgent.stage} == {Stage.SUBMITTED}
        assert large.estimate.investment_dkk == 1_500_000
        assert urgent.estimate.latest_go_live_month == date(2028, 6, 1)

    def test_people_are_divided_between_units_by_headcount(self, nadia: Client) -> None:
        taken_in(nadia, wish(unit="Hjemmeplejen Nord; Digitalisering og It", **ESTIMATED))
        shares = dict(Impact.objects.values_list("unit__name", "people"))
        assert shares == {"Hjemmeplejen Nord": 45, "Digitalisering og It": 15}

    def test_order_between_rows_is_kept(self, nadia: Client) -> None:
        first, second = taken_in(
            nadia, wish("Kabler", **{"Nr.": "a"}), wish("Skærme", **{"Nr.": "b", "Kræver først": "A; a"})
        )
        link = Dependency.objects.get()
        assert (link.initiative, link.requires) == (second, first)

    def test_everything_is_told_to_the_ledger(self, nadia: Client, cast: Cast) -> None:
        numbers = [one.number for one in taken_in(nadia, wish("Et", **ESTIMATED), wish("To"))]
        told = list(Event.objects.order_by("number").values_list("verb", "about", "actor"))
        assert told == [
            ("wish.imported", numbers[0], cast.nadia.pseudonym),
            ("estimate.recorded", numbers[0], cast.nadia.pseudonym),
            ("initiative.moved", numbers[0], cast.nadia.pseudonym),
            ("wish.imported", numbers[1], cast.nadia.pseudonym),
            ("wishes.taken_in", "excel", cast.nadia.pseudonym),
        ]
        assert Event.objects.get(number=1).previous_hash == BEGINNING

    def test_they_can_be_found_at_once(self, nadia: Client) -> None:
        taken_in(nadia, wish("Børnenes vej gennem PPR"))
        assert "Børnenes vej gennem PPR" in text_of(nadia.get("/oensker/", {"q": "barn"}))

    def test_all_or_nothing(self, nadia: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        def break_down(*_: object, **__: object) -> None:
            raise RuntimeError("the disk is full")

        preview = send(nadia, book(wish("Et"), wish("To", **ESTIMATED)))["Location"]
        agreed = agreed_of(nadia, preview)
        monkeypatch.setattr("takt.interfaces.exchange.commands.take_in_wishes.tell", break_down)
        with pytest.raises(RuntimeError):
            nadia.post(f"{preview}laes-ind/", {"agreed": agreed})
        assert not Initiative.objects.exists()
        assert not Wish.objects.exists()
        assert not Event.objects.exists()
        assert Upload.objects.count() == 1

    def test_saying_yes_twice_takes_in_once(self, nadia: Client) -> None:
        preview = send(nadia, book(wish()))["Location"]
        agreed = agreed_of(nadia, preview)
        assert nadia.post(f"{preview}laes-ind/", {"agreed": agreed}).status_code == 302
        again = nadia.post(f"{preview}laes-ind/", {"agreed": agreed})
        assert again.status_code == 410
        assert "ligger her ikke længere" in text_of(again)
        assert Initiative.objects.count() == 1

    def test_what_has_changed_since_must_be_seen_first(
        self, nadia: Client, cast: Cast, now: datetime
    ) -> None:
        upload = keep_upload(book(wish()), file_name="a.xlsx", by=cast.nadia, at=timezone.now())
        preview = reverse("intake_preview", args=[upload.pk])
        agreed = agreed_of(nadia, preview)
        Initiative.objects.create(
            number="2026-900",
            title="Skærmbesøg",
            stage=Stage.SUBMITTED,
            unit=cast.anna.unit,
            created_at=now,
            changed_at=now,
        )
        answer = nadia.post(f"{preview}laes-ind/", {"agreed": agreed})
        assert answer.status_code == 409
        assert "Listen er ændret, siden du så den" in text_of(answer)
        assert Initiative.objects.count() == 1

    def test_regret_leaves_nothing(self, nadia: Client) -> None:
        preview = send(nadia, book(wish()))["Location"]
        assert nadia.post(f"{preview}fortryd/").status_code == 302
        assert not Upload.objects.exists()
        assert nadia.get(preview).status_code == 410


class TestMistakes:
    @pytest.mark.parametrize(
        ("row", "said"),
        [
            (wish(unit="Hjemmeplejen Nor"), "»Hjemmeplejen Nord«"),
            (wish("Borger 010203-1234 venter"), "CPR-nummer"),
            (wish("x" * 201), "højst 200 tegn"),
            (wish(**{"Intensitet 1–3": 7}), "Skriv et tal fra 1 til 3"),
            ({"Beskrivelse": "Uden titel"}, "Skriv en titel"),
        ],
    )
    def test_each_says_where_and_what_to_do(
        self, nadia: Client, row: Mapping[str, object], said: str
    ) -> None:
        answer = send(nadia, book(wish("Godt ønske"), row))
        assert answer.status_code == 422
        assert "1 sted skal rettes, før filen kan læses ind" in text_of(answer)
        assert re.search(r"Ønsker, række \d+", text_of(answer))
        assert said in text_of(answer)
        assert not Upload.objects.exists()

    def test_a_civil_registration_number_is_not_repeated(self, nadia: Client) -> None:
        assert "010203" not in send(nadia, book(wish("Borger 010203-1234 venter"))).content.decode()

    def test_the_same_twice_is_asked_about(self, nadia: Client) -> None:
        answer = send(nadia, book(wish(), wish(Beskrivelse="en gang til")))
        assert "Samme titel og enhed står i række" in text_of(answer)

    def test_a_role_that_takt_does_not_know(self, nadia: Client) -> None:
        StaffRole.objects.create(key="ark", name="Arkitekter", full_time_equivalents="1")
        data = book(wish(**{"Arkitekter (dage)": 5}))
        StaffRole.objects.filter(key="ark").delete()
        assert "Rollen findes ikke i Takt" in text_of(send(nadia, data))

    def test_a_unit_that_was_renamed_meanwhile_is_said_and_nothing_is_taken_in(
        self, nadia: Client, cast: Cast
    ) -> None:
        preview = send(nadia, book(wish()))["Location"]
        agreed = agreed_of(nadia, preview)
        assert cast.anna.unit
        cast.anna.unit.name = "Hjemmeplejen Øst"
        cast.anna.unit.save()
        for answer in (nadia.get(preview), nadia.post(f"{preview}laes-ind/", {"agreed": agreed})):
            assert answer.status_code == 422
            assert "Enheden findes ikke i Takt" in text_of(answer)
        assert not Initiative.objects.exists()

    def test_a_house_without_units_is_told_what_comes_first(self, cast: Cast) -> None:
        content = read_content("Titel\nSkærmbesøg\n".encode())
        Person.objects.update(unit=None)
        for unit in Unit.objects.order_by("-id"):
            unit.delete()
        with pytest.raises(Mistakes, match="ingen enheder endnu"):
            look_at(content, today=date(2026, 11, 23))

    def test_a_list_of_titles_will_do(self, nadia: Client) -> None:
        sent = send(nadia, "Titel\nSkærmbesøg\nSårvurdering\n".encode(), "gammel liste.csv")
        assert "2 nye ønsker" in text_of(nadia.get(sent["Location"]))


class TestHostileFiles:
    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"", "Filen er tom"),
            (b"%PDF-1.7 ...", "hverken Excel eller CSV"),
            (b"PK\x03\x04 not really a zip", "beskadiget"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "gamle Excel-format"),
        ],
    )
    def test_a_file_that_is_not_a_workbook(self, nadia: Client, data: bytes, said: str) -> None:
        answer = send(nadia, data)
        assert answer.status_code == 422
        assert said in text_of(answer)
        assert not Upload.objects.exists()

    def test_a_zip_bomb_is_not_unpacked(self, nadia: Client) -> None:
        stream = io.BytesIO(book(wish()))
        with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/media/a.xml", b" " * 60_000_000)
        answer = send(nadia, stream.getvalue())
        assert answer.status_code == 422
        assert "når den pakkes ud. Det åbner vi ikke" in text_of(answer)
        assert not Upload.objects.exists()

    def test_one_hundred_megabytes_are_refused_before_they_are_read(self, nadia: Client) -> None:
        class Untouchable(io.BytesIO):
            def read(self, *_: object) -> bytes:
                raise AssertionError("nobody should read this")

        answer = nadia.generic(
            "POST",
            ADDRESS,
            b"",
            content_type="multipart/form-data; boundary=x",
            CONTENT_LENGTH=str(100_000_000),
            **{"wsgi.input": Untouchable()},
        )
        assert answer.status_code == 413
        assert "Filen fylder 100 MB. Vi tager højst imod 20 MB." in text_of(answer)

    def test_the_form_is_still_protected(self, cast: Cast) -> None:
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(cast.nadia)
        assert "Derfor er intet gemt" in text_of(send(strict, book(wish())))
        assert not Upload.objects.exists()

    def test_no_file_at_all(self, nadia: Client) -> None:
        answer = nadia.post(ADDRESS)
        assert answer.status_code == 422
        assert "Vælg en fil først." in text_of(answer)

    def test_the_name_of_the_file_is_only_a_name(self, nadia: Client) -> None:
        sent = send(nadia, book(wish()), "C:\\hemmeligt\\<b>liste</b>.xlsx")
        assert "<b>liste" not in nadia.get(sent["Location"]).content.decode()
        assert "hemmeligt" not in Upload.objects.get().file_name


class TestWhoMay:
    @pytest.mark.parametrize("who", ["nadia", "erik"])
    def test_those_who_answer_wishes_may(self, client: Client, cast: Cast, who: str) -> None:
        client.force_login(getattr(cast, who))
        assert client.get(ADDRESS).status_code == 200

    def test_a_network_member_may(self, client: Client, cast: Cast) -> None:
        client.force_login(build_person("Fatma Yildiz", Role.NETWORK_MEMBER, unit=cast.anna.unit))
        assert client.get(ADDRESS).status_code == 200

    def test_others_are_told_who_can(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.anna)
        for answer in (client.get(ADDRESS), send(client, book(wish()))):
            assert answer.status_code == 403
            assert "Send projektmappen til en af dem" in text_of(answer)
        assert client.get(f"{ADDRESS}skabelon/").status_code == 200
        assert not Upload.objects.exists()

    def test_charlie_only_finds_the_door(self, client: Client, cast: Cast) -> None:
        client.force_login(cast.charlie)
        assert send(client, book(wish())).status_code == 302
        assert not Upload.objects.exists()

    def test_charlie_is_refused_by_every_command(self, cast: Cast, now: datetime) -> None:
        upload = keep_upload(book(wish()), file_name="a.xlsx", by=cast.nadia, at=now)
        with pytest.raises(Refused):
            keep_upload(b"x", file_name="b.xlsx", by=cast.charlie, at=now)
        with pytest.raises(Refused):
            take_in_wishes(upload, agreed="", by=cast.charlie, at=now)
        with pytest.raises(Refused):
            discard_upload(upload, by=cast.charlie, at=now)
        assert [one.file_name for one in Upload.objects.all()] == ["a.xlsx"]
        assert not Initiative.objects.exists()
        assert not Event.objects.exists()

    def test_what_another_has_sent_is_not_there(self, client: Client, cast: Cast) -> None:
        upload = keep_upload(book(wish()), file_name="a.xlsx", by=cast.erik, at=timezone.now())
        client.force_login(cast.nadia)
        preview = reverse("intake_preview", args=[upload.pk])
        for answer in (
            client.get(preview),
            client.post(f"{preview}laes-ind/"),
            client.post(f"{preview}fortryd/"),
        ):
            assert answer.status_code == 410
        with pytest.raises(Refused):
            take_in_wishes(upload, agreed="", by=cast.nadia, at=timezone.now())
        assert Upload.objects.exists()


class TestKeeping:
    def test_one_for_each_and_not_for_long(self, cast: Cast, now: datetime) -> None:
        keep_upload(b"first", file_name="1.xlsx", by=cast.nadia, at=now)
        keep_upload(b"other", file_name="2.xlsx", by=cast.erik, at=now)
        keep_upload(b"second", file_name="3.xlsx", by=cast.nadia, at=now)
        assert sorted(names()) == ["2.xlsx", "3.xlsx"]
        keep_upload(b"late", file_name="4.xlsx", by=cast.erik, at=now + KEPT_FOR + timedelta(minutes=1))
        assert names() == ["4.xlsx"]

    def test_after_a_day_it_must_be_sent_again(self, cast: Cast, now: datetime) -> None:
        upload = keep_upload(book(wish()), file_name="1.xlsx", by=cast.nadia, at=now)
        with pytest.raises(Refused, match="et døgn"):
            take_in_wishes(upload, agreed="", by=cast.nadia, at=now + KEPT_FOR + timedelta(seconds=1))

    def test_it_goes_with_its_sender(self, cast: Cast, now: datetime) -> None:
        keep_upload(b"mine", file_name="1.xlsx", by=cast.nadia, at=now)
        Person.objects.filter(pk=cast.nadia.pk).delete()
        assert names() == []


def names() -> list[str]:
    return list(Upload.objects.values_list("file_name", flat=True))


def test_the_page_speaks_english_too(nadia: Client, cast: Cast) -> None:
    Person.objects.filter(pk=cast.nadia.pk).update(language="en")
    preview = send(nadia, book(wish()))["Location"]
    assert "1 new wish" in text_of(nadia.get(preview))
