"""What each unit would carry: the rows of the form, their drawings, and the finding in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.foundation.people.models import Unit
from takt.interfaces.case_file.queries import Case
from takt.interfaces.workbench.drawings import strip_chart
from takt.interfaces.workbench.preview import Preview


def load_words(preview: Preview | None, case: Case, *, has_units: bool) -> dict[str, Any]:
    """The heading over the units, and a way out; or what is missing before the load can be reckoned."""
    if preview is not None:
        return {"preview": preview, "load_finding": preview.finding, "load_advice": preview.advice}
    if not has_units:
        return {"load_finding": _("Ingen enheder er beskrevet"), "load_advice": _("Tilføj den første enhed.")}
    if case.estimate is None:
        advice = _("Gem et skøn over månederne. Så regner vi belastningen ud, mens du skriver.")
    elif case.run is None:
        advice = _("Der er ingen plan at regne oven på. Bed om en under Plan.")
    else:
        advice = _("Sagen ligger uden for planens måneder.")
    return {"load_finding": _("Belastningen kan ikke regnes ud endnu"), "load_advice": advice}


def unit_rows(
    rows: Mapping[str, Mapping[str, str]],
    units: Mapping[int, Unit],
    errors: Mapping[str, str],
    preview: Preview | None,
    spoken: wording.Language,
) -> list[dict[str, Any]]:
    loads = load_rows(preview, spoken)
    return [
        {"unit": units[int(key)], **row, "error": errors.get(key, ""), "load": loads.get(int(key))}
        for key, row in rows.items()
        if int(key) in units
    ]


def load_rows(preview: Preview | None, spoken: wording.Language) -> dict[int, dict[str, Any]]:
    """By unit: the drawing, and the hardest month in words."""
    if preview is None:
        return {}
    return {
        unit.unit_pk: {
            "unit_pk": unit.unit_pk,
            "chart": strip_chart(
                unit.used, unit.ceilings, headcount=unit.headcount, first=preview.first, language=spoken
            ),
            "mark": unit.mark,
            "hours": wording.number(unit.per_employee(unit.used[unit.hardest]) or 0, 1, spoken),
            "ceiling": unit.per_employee(unit.ceilings[unit.hardest]),
            "month": preview.first.plus(unit.hardest),
        }
        for unit in preview.units
    }
