"""National figures on digital inclusion, as a first guess."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

FILE = Path(__file__).parent / "digital_inclusion.csv"
SHOWN = (
    "digitalt_udfordret",
    "mangler_digitale_kompetencer",
    "kan_ikke_installere_app",
    "fritaget_digital_post",
)
FIRST_GUESS = "18"
"""Per cent: digitally challenged, 15–89 years (Danmarks Statistik 2022)."""


@dataclass(frozen=True, slots=True)
class Figure:
    indicator: str
    group: str
    when: str
    value: str
    source: str


@cache
def figures() -> Sequence[Figure]:
    """The surer ones (A) that say who cannot."""
    with FILE.open(encoding="utf-8", newline="") as rows:
        return [
            Figure(row["indikator"], row["gruppe"], row["tidspunkt"], row["vaerdi"], row["kilde"])
            for row in csv.DictReader(rows, delimiter=";")
            if row["indikator"] in SHOWN and row["sikkerhed"] == "A"
        ]


def in_words(figure: Figure) -> str:
    """“Digitalt udfordrede, 15–89: 18 % (Danmarks Statistik 2022)”."""
    name = {
        "digitalt_udfordret": _("Digitalt udfordrede"),
        "mangler_digitale_kompetencer": _("Mangler digitale kompetencer"),
        "kan_ikke_installere_app": _("Kan ikke installere en app"),
        "fritaget_digital_post": _("Fritaget for Digital Post"),
    }[figure.indicator]
    source = figure.source if figure.when[:4] in figure.source else f"{figure.source} {figure.when[:4]}"
    return f"{name}, {figure.group}: {figure.value} % ({source})"
