"""Rows as people write them: read, or refused by row and field; and what differs between two versions."""

from typing import Any

import pytest

from takt.governance.planning.limits.considering import as_written
from takt.governance.planning.limits.differences import Change, differences
from takt.governance.planning.limits.reading import Mistake, Names, Written, read_sections
from tests.governance.planning.limits.proposing import COMMITTEE, frame

NAMES = Names(units=["Fjordby Kommune", "Ældre og Sundhed"], roles_in_use={"Projektleder": 3})


def read(standing: Any = None, **sections: list[dict[str, Any]]) -> tuple[Any, list[Mistake]]:
    sent = {
        key: [Written(number, row) for number, row in enumerate(rows, start=1)]
        for key, rows in sections.items()
    }
    return read_sections(sent, [2027, 2028], NAMES, standing or {})


def test_amounts_months_and_names_are_understood_as_danes_write_them() -> None:
    content, mistakes = read(
        frames=[
            {"kind": "anlæg", "committee": "SUNDHEDSUDVALGET", "2027": "1,5 mio. kr.", "2028": 2_000_000.0}
        ],
        committees=[{"name": "Sundhedsudvalget", "units": "ældre og sundhed"}],
        freezes=[{"why": "Sommerferie", "first": "juli 2027", "yearly": "ja"}],
    )

    assert not mistakes
    assert content["frames"] == [
        {
            "kind": "investment",
            "committee": "Sundhedsudvalget",
            "service": False,
            "price_year": None,
            "2027": 1_500_000,
            "2028": 2_000_000,
        }
    ]
    assert content["committees"][0]["units"] == ["Ældre og Sundhed"]
    assert content["freezes"][0]["first"] == "2027-07"


@pytest.mark.parametrize(
    ("section", "row", "column", "remedy"),
    [
        ("frames", {"kind": "Lån", "2027": "1"}, "kind", "Anlæg eller Drift"),
        ("frames", {"2027": "1"}, "kind", "skal udfyldes"),
        ("frames", {"kind": "Drift", "2027": "-1"}, "2027", "fra 0"),
        ("frames", {"kind": "Drift", "price_year": "27"}, "price_year", "2.000"),
        ("frames", {"kind": "Drift", "committee": "Ukendt"}, "committee", "tabellen Udvalg"),
        (
            "prices",
            {"year": 2027, "running": "tre", "investment": "2", "source": "KL"},
            "running",
            "Skriv et tal",
        ),
        (
            "committees",
            {"name": "Udvalg", "units": "Ældre og Sundhd"},
            "units",
            "Mente du »Ældre og Sundhed«",
        ),
        ("posts", {"role": "Arkitekt", "what": "1", "full_time": "1", "first": "2027-01"}, "role", "Roller"),
        ("ceilings", {"unit": "Ældre og Sundhed", "hours": "2,55"}, "hours", "højst 1 decimaler"),
        ("ceilings", {"unit": "Ældre og Sundhed", "hours": "2", "go_lives": "1,5"}, "go_lives", "helt tal"),
        ("freezes", {"why": "Ferie", "first": "2027-13"}, "first", "2027-04"),
        ("freezes", {"why": "Ferie", "first": "2027-07", "latest": "2027-06"}, "latest", "før den begynder"),
        ("freezes", {"why": "Ferie", "first": "2027-07", "latest": "2028-07", "yearly": "x"}, "latest", "12"),
        ("freezes", {"why": "Ferie", "first": "2027-07", "yearly": "måske"}, "yearly", "ja eller nej"),
    ],
)
def test_what_cannot_be_understood_is_named_by_row_and_field_with_a_remedy(
    section: str, row: dict[str, Any], column: str, remedy: str
) -> None:
    standing = {"committees": [], "roles": [{"name": "Projektleder", "share": None, "absence": None}]}
    _, mistakes = read(standing, **{section: [row]})

    (found,) = mistakes
    assert found.column
    assert (found.section.key, found.row, found.column.key) == (section, 1, column)
    assert remedy in found.remedy


def test_the_same_row_twice_names_the_first() -> None:
    _, mistakes = read(
        ceilings=[{"unit": "Ældre og Sundhed", "hours": "2"}, {"unit": "ældre og sundhed", "hours": 3}]
    )

    assert [(one.row, "række 1" in one.remedy) for one in mistakes] == [(2, True)]


def test_a_unit_has_one_committee() -> None:
    _, mistakes = read(
        committees=[COMMITTEE | {"units": "Ældre og Sundhed"}, {"name": "B", "units": "Ældre og Sundhed"}]
    )

    assert "Sundhedsudvalget" in mistakes[0].remedy


def test_a_role_that_estimates_use_stays_under_its_name() -> None:
    _, mistakes = read(roles=[{"name": "Projektledere"}])

    assert "3 skøn" in mistakes[0].remedy


def test_a_hole_in_the_table_of_prices_is_refused() -> None:
    rows = [{"year": year, "running": "3", "investment": "2", "source": "KL"} for year in (2027, 2029)]
    _, mistakes = read(prices=rows)

    assert "2028" in mistakes[0].remedy


def test_sections_that_were_not_sent_stay_as_they_stand() -> None:
    content, mistakes = read(
        {"committees": [COMMITTEE], "prices": [], "freezes": []},
        frames=[{"kind": "drift", "committee": "sundhedsudvalget"}],
    )

    assert not mistakes
    assert set(content) == {"frames", "committees", "prices"}, "those of other limits are not touched"


def test_what_is_written_is_read_back_the_same() -> None:
    content = {
        "frames": [frame(committee="Sundhedsudvalget", price_year=2027, y2027=1_500_000, y2028=0)],
        "committees": [COMMITTEE],
        "ceilings": [{"unit": "Ældre og Sundhed", "hours": "2.5", "go_lives": None}],
    }
    again, mistakes = read(**as_written(content, [2027, 2028]))

    assert not mistakes
    assert {key: again[key] for key in content} == content
    assert not differences(content, again)


def test_differences_are_told_field_by_field_and_nothing_is_not_the_same_as_no_limit() -> None:
    before = {"frames": [frame(y2027=5_000_000, y2028=1), frame("running", y2027=1)]}
    after = {"frames": [frame(y2027=4_000_000, y2028=0), frame(committee="Nyt", y2027=2)]}

    changed, added, gone = differences(before, after)

    assert (changed.change, changed.name) == (Change.CHANGED, "Anlæg")
    assert [(one.label, one.before, one.after) for one in changed.fields] == [
        ("2027", "5.000.000 kr.", "4.000.000 kr."),
        ("2028", "1 kr.", "0 kr."),
    ]
    assert (added.change, added.name) == (Change.ADDED, "Anlæg, Nyt")
    assert (gone.change, gone.name, gone.fields[0].after) == (Change.GONE, "Drift", "–")
    open_frame = {"frames": [frame(y2027=0)]}
    assert differences(open_frame, {"frames": [frame()]})[0].fields[0].after == "–"
