"""Invented estimates: what a wish of this size and kind might take in Fjordby.

Deterministic: the same wish always gets the same numbers. Pure, and nobody's real figures.
"""

from dataclasses import dataclass
from zlib import crc32

ADAPTATION_HOURS = 3
"""Per step of intensity."""
SOURCE = "Opdigtet skøn til demonstrationen, efter størrelse og teknologi"


@dataclass(frozen=True, slots=True)
class Scale:
    """(least, most) of a size; the wish's own chance decides where between."""

    prepare: tuple[int, int]
    roll_out: tuple[int, int]
    settle: int
    investment_dkk: tuple[int, int]
    leader_days: tuple[int, int]


SCALES = {
    "S": Scale((1, 2), (1, 2), 1, (60_000, 320_000), (14, 26)),
    "M": Scale((2, 4), (2, 4), 2, (350_000, 1_500_000), (26, 55)),
    "L": Scale((3, 5), (4, 6), 3, (1_500_000, 3_800_000), (65, 115)),
    "XL": Scale((6, 8), (8, 11), 4, (5_000_000, 8_500_000), (190, 260)),
}


@dataclass(frozen=True, slots=True)
class Nature:
    """What the technology means for people and specialists."""

    intensity: int
    """1 a new screen, 2 a new system, 3 a new way of working."""
    training_hours: int
    share_of_people: float
    """Of the employees of a unit it hits."""
    integration: float
    """Days of specialists per day of project leader, as below."""
    architect: float
    running: float
    """Yearly running costs as a share of the investment."""


_OTHERWISE = Nature(2, 4, 0.7, 0.2, 0.1, 0.1)
NATURES = {
    "AI": Nature(2, 4, 0.8, 0.6, 0.4, 0.2),
    "App": Nature(2, 3, 0.5, 0.3, 0.2, 0.2),
    "Automatisering": Nature(1, 2, 0.4, 0.6, 0.2, 0.15),
    "Data": Nature(2, 4, 0.8, 0.7, 0.2, 0.12),
    "Fagsystem": Nature(3, 9, 0.9, 0.5, 0.3, 0.18),
    "Infrastruktur": Nature(1, 1, 0.6, 0.5, 0.4, 0.15),
    "Integration": Nature(2, 4, 0.8, 0.8, 0.3, 0.12),
    "IoT": Nature(1, 2, 0.4, 0.6, 0.2, 0.15),
    "Platform": Nature(2, 6, 0.9, 0.5, 0.4, 0.18),
    "Proces": Nature(2, 4, 0.8, 0.0, 0.0, 0.05),
    "RPA": Nature(1, 2, 0.5, 0.7, 0.1, 0.12),
    "Selvbetjening": Nature(2, 3, 0.5, 0.5, 0.2, 0.2),
    "Tale": Nature(2, 5, 0.9, 0.3, 0.2, 0.2),
    "Velfærdsteknologi": Nature(3, 8, 0.9, 0.2, 0.1, 0.15),
}


@dataclass(frozen=True, slots=True)
class ThreePoints:
    low: int
    likely: int
    high: int


@dataclass(frozen=True, slots=True)
class Guess:
    prepare: int
    roll_out: int
    settle: int
    investment: ThreePoints
    """DKK."""
    running: ThreePoints
    """DKK a year."""
    benefit: ThreePoints
    """DKK a year."""
    days: dict[str, int]
    """Person-days by role."""
    intensity: int
    training_hours: int
    adaptation_hours: int
    share_of_people: float

    @property
    def lead_time(self) -> int:
        return self.prepare + self.roll_out


def chance(*what: str) -> float:
    """A number from 0 to 1 that belongs to these words and never changes."""
    return crc32(" ".join(what).encode()) / 2**32


def guess(nr: str, *, size: str, technology: str) -> Guess:
    scale, nature = SCALES[size], NATURES.get(technology, _OTHERWISE)
    investment = _between(scale.investment_dkk, chance(nr, "investment"))
    running = investment * nature.running * (0.6 + 0.8 * chance(nr, "running"))
    return Guess(
        prepare=_between(scale.prepare, chance(nr, "prepare")),
        roll_out=_between(scale.roll_out, chance(nr, "roll-out")),
        settle=scale.settle,
        investment=_spread(investment, 0.8, 1.3),
        running=_spread(running, 0.85, 1.3),
        benefit=_spread(running + investment * (0.1 + 0.6 * chance(nr, "benefit")), 0.5, 1.25),
        days=_days(nr, scale, nature),
        intensity=nature.intensity,
        training_hours=nature.training_hours,
        adaptation_hours=ADAPTATION_HOURS,
        share_of_people=min(1.0, nature.share_of_people * (0.7 + 0.6 * chance(nr, "people"))),
    )


def _days(nr: str, scale: Scale, nature: Nature) -> dict[str, int]:
    leader = _between(scale.leader_days, chance(nr, "leader"))
    shares = {
        "projektleder": 1.0,
        "integration": nature.integration,
        "forandring": 0.2 * nature.intensity,
        "arkitekt": nature.architect,
    }
    return {role: round(leader * share) for role, share in shares.items() if share}


def _between(ends: tuple[int, int], share: float) -> int:
    least, most = ends
    return least + int((most - least + 1) * share)


def _spread(amount: float, low: float, high: float) -> ThreePoints:
    return ThreePoints(*(_rounded(amount * factor) for factor in (low, 1.0, high)))


def _rounded(amount: float) -> int:
    """As people write estimates: to 5,000 below a million and 50,000 above."""
    step = 5_000 if amount < 1_000_000 else 50_000
    return round(amount / step) * step
