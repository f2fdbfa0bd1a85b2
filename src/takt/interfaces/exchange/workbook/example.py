"""The worked example of the template: invented, said to be so, and able to be planned as it stands.

Months are counted from the plan's first month, so that the example never grows old.
"""

from collections.abc import Mapping

from takt.calculation.planner.problem import Month

ROLE_NAMES = ("Projektleder", "Arkitekt", "Jurist og DPO")
ROLES: tuple[tuple[str, object, object], ...] = (
    ("Projektleder", 4, None),
    ("Arkitekt", 1.5, None),
    ("Jurist og DPO", None, 12),
)
UNITS: tuple[tuple[str, str | None, int, float | None, int | None], ...] = (
    ("Fjordby Kommune", None, 3_900, 3.0, None),
    ("Ældre og Sundhed", "Fjordby Kommune", 1_620, 3.5, 3),
    ("Hjemmepleje", "Ældre og Sundhed", 640, None, 2),
    ("Plejecentre", "Ældre og Sundhed", 810, None, 2),
    ("Børn og Skole", "Fjordby Kommune", 1_480, 3.0, 3),
    ("Skoler", "Børn og Skole", 890, None, 2),
    ("Borgerservice og Job", "Fjordby Kommune", 310, 4.0, 2),
    ("Teknik og Miljø", "Fjordby Kommune", 240, 4.0, None),
)
FRAMES: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("Anlæg", (4_200_000, 4_200_000, 3_600_000, 3_600_000)),
    ("Drift", (900_000, 1_800_000, 2_400_000, 2_800_000)),
)
"""DKK in the budget year and the three forecast years."""

Wish = Mapping[str, object]

MONTHS = ("earliest", "latest", "fixed")
"""Columns of a wish whose month is counted from the plan's first."""
WISHES: tuple[Wish, ...] = (
    {
        "nr": "EKS-01",
        "title": "MitID Erhverv til alle medarbejdere",
        "description": "Den gamle medarbejdersignatur lukker. Alle skal have en ny.",
        "units": "Fjordby Kommune",
        "obligation": "skal",
        "size": "stor",
        "prepare": 3,
        "roll_out": 4,
        "settle": 2,
        "latest": 11,
        "points": 60,
        "capital_dkk": 600_000,
        "running_dkk": 120_000,
        "benefit_dkk": 0,
        "days:Projektleder": 60,
        "days:Arkitekt": 20,
        "days:Jurist og DPO": 6,
        "people": 3_900,
        "hours_per_person": 0.5,
        "intensity": 1,
    },
    {
        "nr": "EKS-02",
        "title": "Skærmbesøg i hjemmeplejen",
        "description": "Borgere, der kan og vil, får en del af besøgene på skærm.",
        "units": "Hjemmepleje",
        "obligation": "bør",
        "size": "stor",
        "prepare": 3,
        "roll_out": 6,
        "settle": 3,
        "points": 140,
        "capital_dkk": 900_000,
        "running_dkk": 350_000,
        "benefit_dkk": 800_000,
        "days:Projektleder": 90,
        "days:Arkitekt": 10,
        "days:Jurist og DPO": 8,
        "people": 260,
        "hours_per_person": 6,
        "intensity": 3,
    },
    {
        "nr": "EKS-03",
        "title": "Nyt omsorgssystem (EOJ)",
        "description": "Kontrakten udløber. Systemet skal være skiftet inden.",
        "units": "Hjemmepleje; Plejecentre",
        "obligation": "skal",
        "size": "meget stor",
        "prepare": 6,
        "roll_out": 9,
        "settle": 6,
        "latest": 29,
        "points": 200,
        "capital_dkk": 3_800_000,
        "running_dkk": 900_000,
        "benefit_dkk": 400_000,
        "days:Projektleder": 240,
        "days:Arkitekt": 60,
        "days:Jurist og DPO": 20,
        "people": 1_250,
        "hours_per_person": 8,
        "intensity": 2,
    },
    {
        "nr": "EKS-04",
        "title": "Digital tilsynsrapport på plejecentre",
        "description": "Rapporten skrives på stedet og deles samme dag.",
        "units": "Plejecentre",
        "obligation": "kan",
        "size": "lille",
        "requires": "EKS-03",
        "points": 30,
        "capital_dkk": 80_000,
        "running_dkk": 20_000,
    },
    {
        "nr": "EKS-05",
        "title": "Fælles bookingløsning for haller og lokaler",
        "units": "Børn og Skole",
        "obligation": "kan",
        "size": "mellem",
        "capital_dkk": 300_000,
        "running_dkk": 60_000,
        "benefit_dkk": 90_000,
    },
    {
        "nr": "EKS-06",
        "title": "Skoleplatform: skift af læringsplatform",
        "description": "Skal i luften uden for skolestart og eksamen.",
        "units": "Skoler",
        "obligation": "bør",
        "size": "stor",
        "earliest": 4,
        "points": 110,
        "capital_dkk": 1_100_000,
        "running_dkk": 240_000,
        "people": 780,
        "hours_per_person": 5,
        "intensity": 2,
    },
    {
        "nr": "EKS-07",
        "title": "AI-referat af møder og samtaler",
        "description": "Udkast til referat; medarbejderen retter og godkender.",
        "units": "Borgerservice og Job",
        "obligation": "bør",
        "size": "mellem",
        "days:Jurist og DPO": 12,
        "benefit_dkk": 450_000,
        "running_dkk": 180_000,
    },
    {
        "nr": "EKS-08",
        "title": "Chatbot på kommunens hjemmeside",
        "units": "Borgerservice og Job",
        "obligation": "kan",
        "size": "lille",
        "excludes": "EKS-09",
    },
    {
        "nr": "EKS-09",
        "title": "Telefonrobot i borgerservice",
        "units": "Borgerservice og Job",
        "obligation": "kan",
        "size": "mellem",
    },
    {
        "nr": "EKS-10",
        "title": "Sensorer i affaldsbeholdere",
        "description": "I gang. Vi flytter den ikke.",
        "units": "Teknik og Miljø",
        "obligation": "bør",
        "size": "mellem",
        "fixed": -2,
        "capital_dkk": 250_000,
        "running_dkk": 40_000,
        "benefit_dkk": 160_000,
    },
    {
        "nr": "EKS-11",
        "title": "Digital byggesag med selvbetjening",
        "units": "Teknik og Miljø",
    },
    {"nr": "EKS-12", "title": "Overblik over hjælpemidler"},
)
"""The rows of Ønsker by column key; the last two are left half-filled on purpose."""


def wishes(first: Month) -> tuple[Wish, ...]:
    """The rows of Ønsker in a plan that begins in ``first``."""
    return tuple({key: _dated(key, value, first) for key, value in row.items()} for row in WISHES)


def _dated(key: str, value: object, first: Month) -> object:
    return first.plus(value) if key in MONTHS and isinstance(value, int) else value


def freezes(first: Month) -> tuple[tuple[Month, Month, str | None, str], ...]:
    """(first, latest, units, why) in the first two years of the plan."""
    rows: list[tuple[Month, Month, str | None, str]] = []
    for year in (first.year, first.year + 1):
        rows += [
            (Month(year, 7), Month(year, 7), None, "Sommerferie"),
            (Month(year, 8), Month(year, 8), "Skoler", "Skolestart"),
            (Month(year, 12), Month(year, 12), None, "Jul og årsskifte"),
        ]
    return tuple(rows)
