"""The systems that a case touches on the workbench: read the form, and lay out what stands in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.governance.clarifying.models import Touch
from takt.governance.clarifying.touching import NO_SYSTEM, NONE, Touched, is_none, systems_as_they_stand
from takt.governance.flow.models import Initiative
from takt.interfaces.workbench.seen import written
from takt.interfaces.workbench.weighing import Raw, Read
from takt.registers.systems.models import System
from takt.registers.systems.queries import systems_meant

NEW = "new"
MOST_SUGGESTED = 500
"""Names that the browser offers while somebody types; any other is found when the form is sent."""


@dataclass(frozen=True, slots=True)
class ReadSystems(Read):
    """``wanted`` by the key of the system as text."""

    is_none: bool = False
    candidates: Sequence[System] = ()
    """Those that may be meant by what was typed."""


def read_systems(given: Mapping[str, str]) -> ReadSystems:
    """A row that no longer says how is taken away. A new one is named, and chosen when several may be meant."""
    keys = [name.removeprefix("how-") for name in given if name.startswith("how-")]
    raw = {key: _row(given, key) for key in keys if key == NEW or _is_key(key)}
    wanted = {key: _told(row) for key, row in raw.items() if key != NEW and row["how"]}
    none = given.get("none") == "1"
    if none:
        wanted[str(NO_SYSTEM)] = NONE
    chosen, candidates, error = _new(raw.get(NEW, _BLANK), given.get("choice", ""), wanted)
    if chosen is not None:
        wanted[str(chosen.pk)] = _told(raw[NEW])
    return ReadSystems(raw, wanted, {NEW: error} if error else {}, none, candidates)


def _new(
    row: Mapping[str, str], choice: str, wanted: Mapping[str, Any]
) -> tuple[System | None, Sequence[System], str]:
    """The system that was meant, or those that may be, and what is wrong."""
    if not row["name"].strip():
        return None, [], ""
    found = systems_meant(row["name"])
    chosen = found if len(found) == 1 else [one for one in found if str(one.pk) == choice]
    if not found:
        return None, [], _("Intet system i registret passer på “%(name)s”. Prøv med færre ord.") % row
    if not chosen:
        return None, found, _("Flere systemer passer på “%(name)s”. Vælg det rigtige.") % row
    if str(chosen[0].pk) in wanted:
        return None, [], _("“%(system)s” står her allerede. Ret det i stedet.") % {"system": chosen[0]}
    return chosen[0], found if choice else [], ""


_BLANK = {"name": "", "how": "", "note": ""}


def _row(given: Mapping[str, str], key: str) -> dict[str, str]:
    return {name: given.get(f"{name}-{key}", "")[:300] for name in _BLANK}


def _told(row: Mapping[str, str]) -> Touched:
    return Touched(row["how"], row["note"].strip())


def _is_key(key: str) -> bool:
    return key.isascii() and key.isdecimal() and len(key) < 10


def touching_context(initiative: Initiative, form: Read | None, spoken: wording.Language) -> dict[str, Any]:
    """``form``: what somebody has written and not saved."""
    saved = systems_as_they_stand(initiative)
    raw = form.raw if form else _raw(saved)
    typed = form if isinstance(form, ReadSystems) else None
    systems = System.objects.in_bulk([int(key) for key in raw if key != NEW])
    names = System.objects.order_by("sort_key").values_list("name", flat=True)
    return {
        "system_rows": [
            {"key": key, "system": systems[int(key)], **row}
            for key, row in raw.items()
            if key != NEW and int(key) in systems
        ],
        "new_system": {
            **raw.get(NEW, _BLANK),
            "error": form.errors.get(NEW, "") if form else "",
            "candidates": typed.candidates if typed else (),
        },
        "touches": [(touch.value, touch.label) for touch in Touch if touch != Touch.NONE],
        "touches_none": typed.is_none if typed else is_none(saved),
        "suggested_systems": list(names[:MOST_SUGGESTED]),
        "seen_systems": written(saved),
        "system_finding": system_finding(saved, spoken),
    }


def _raw(saved: Mapping[int, Touched]) -> Raw:
    return {
        str(key): {"name": "", "how": one.how, "note": one.note}
        for key, one in saved.items()
        if key != NO_SYSTEM
    }


def system_finding(touched: Mapping[int, Touched], spoken: wording.Language) -> str:
    if not touched:
        return _("Ingen har set på systemerne endnu")
    if is_none(touched):
        return _("Berører ingen af de systemer, vi har")
    return ngettext("Berører ét system", "Berører %(words)s systemer", len(touched)) % {
        "words": wording.count(len(touched), spoken)
    }
