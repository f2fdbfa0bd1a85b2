"""What became of each wish in the newest plan, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from takt.calculation.planner.problem import Month
from takt.foundation.design.templatetags.takt import language
from takt.governance.planning.figures import Figures
from takt.governance.planning.limits.months import month_of
from takt.governance.planning.pinning.models import Pin
from takt.governance.planning.pinning.queries import active_pins


class Fate(StrEnum):
    KEPT = "kept"
    NOT_KEPT = "not_kept"
    WAITING = "waiting"
    """No plan has been asked to keep it yet, or none since its month was changed."""


@dataclass(frozen=True, slots=True)
class PinRow:
    pin: Pin
    month: Month
    fate: Fate
    word: str
    shape: str
    """Of the mark beside the word."""
    why: str


_SHAPES = {Fate.KEPT: "ok", Fate.NOT_KEPT: "bad", Fate.WAITING: "none"}


def pin_rows(figures: Figures) -> list[PinRow]:
    """Every wish that stands, the oldest first, and what the plan of these figures made of it."""
    notes = {note["number"]: note for note in figures.pins}
    return [_row(pin, notes) for pin in active_pins()]


def _row(pin: Pin, notes: Mapping[str, Mapping[str, object]]) -> PinRow:
    note, month = notes.get(pin.initiative.number), month_of(pin.month)
    if note is None or note["month"] != str(month):
        fate, why = Fate.WAITING, _("Næste beregning prøver at holde det.")
    elif note["kept"]:
        fate, why = Fate.KEPT, ""
    else:
        fate, why = Fate.NOT_KEPT, str(note["en" if language() == "en" else "da"])
    return PinRow(pin, month, fate, _word(fate), _SHAPES[fate], why)


def _word(fate: Fate) -> str:
    return {Fate.KEPT: _("holdt"), Fate.NOT_KEPT: _("kunne ikke holdes"), Fate.WAITING: _("venter")}[fate]
