"""Fill the template with the 152 real wishes, as a person at a municipality could in an afternoon."""

import csv
import io
from importlib.resources import files
from typing import TypeAlias

from tests.interfaces.exchange.workbook.filling import filled

Row: TypeAlias = dict[str, str]
# Invented: how many are employed in each area of a made-up municipality of 60,000 inhabitants.
STAFF = {"Ældre": 1400, "Børn og familie": 900, "Skole": 1100, "Administration": 350, "Borgerservice": 120}
OTHER_STAFF = 150
SIZES = ("lille", "mellem", "stor", "mellem", "lille", "meget stor", "mellem")
OBLIGATIONS = ("kan", "bør", "kan", "bør", "kan", "skal", "kan", "bør", "kan", "kan", "bør")


def real_wishes() -> list[Row]:
    """The rows of wishes_dk.csv as they are in the package."""
    text = files("takt.interfaces.demonstration").joinpath("wishes_dk.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def workbook_of_real_wishes() -> bytes:
    wishes = real_wishes()
    areas = sorted({wish["omraade"] for wish in wishes})
    whole = sum(STAFF.get(area, OTHER_STAFF) for area in areas)
    return filled(
        Ønsker=[_wish(index, wish) for index, wish in enumerate(wishes)],
        Enheder=[
            {"Navn": "Kommunen", "Ansatte": whole, "Loft (timer pr. medarbejder pr. måned)": 2},
            *(
                {
                    "Navn": area,
                    "Hører under": "Kommunen",
                    "Ansatte": STAFF.get(area, OTHER_STAFF),
                    "Loft (timer pr. medarbejder pr. måned)": 3,
                    "Højst i drift pr. kvartal": 2,
                }
                for area in areas
            ),
        ],
        Roller=[{"Navn": "Projektleder", "Årsværk": 8}],
        Rammer=[
            {"Navn": "Anlæg", **{str(year): 12_000_000 for year in range(2027, 2031)}},
            {"Navn": "Drift", **{str(year): 3_000_000 * (year - 2026) for year in range(2027, 2031)}},
        ],
        Frysperioder=[{"Fra": f"{year}-07", "Hvorfor": "Ferie"} for year in range(2027, 2031)],
    )


def _wish(index: int, wish: Row) -> dict[str, object]:
    cells: dict[str, object] = {
        "Nr.": wish["nr"],
        "Titel": wish["titel"],
        "Beskrivelse": wish["beskrivelse"],
        "Enhed": wish["omraade"],
        "Størrelse": SIZES[index % len(SIZES)],
        "Skal/bør/kan": OBLIGATIONS[index % len(OBLIGATIONS)],
    }
    if wish["valuta"] == "DKK" and wish["beloeb"].isdigit():
        cells["Anlæg (kr.)"] = min(int(wish["beloeb"]), 6_000_000)
    if cells["Skal/bør/kan"] == "skal":
        cells["Senest i drift"] = f"20{28 + index % 3}-12"
    return cells
