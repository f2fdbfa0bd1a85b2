"""The rows with three points: what stands in the fields, how wide the guess is, and what it builds on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.calculation.money.three_point import weighted
from takt.governance.clarifying import rules
from takt.governance.clarifying.findings import LINES, Days, points_of
from takt.governance.clarifying.forms import GuessForm, HoursField, KronerField
from takt.governance.clarifying.models import StaffRole
from takt.interfaces.workbench.drawings import spread_chart
from takt.interfaces.workbench.reading import POINTS

Say = Callable[[int | Fraction], str]
ROLE = "rolle-"
"""What the address of a role's drawing begins with."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The drawing and the weighted amount; or, while the three do not agree, that they must."""

    key: str
    chart: str = ""
    weighted: str = ""
    is_out_of_order: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    name: str
    value: str
    label: str
    """For those who cannot see which row and column it is in."""
    heading: str
    is_wrong: bool


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    name: str
    unit: str
    cells: Sequence[Cell]
    spread: Spread
    source_name: str
    source: str
    error: str

    @property
    def lacks_source(self) -> bool:
        """There are numbers, but nobody has said where they come from."""
        return not self.source.strip() and any(cell.value.strip(" 0") for cell in self.cells)


def line_rows(form: GuessForm, spoken: wording.Language) -> list[Row]:
    """Investment, running, benefit and training."""
    return [_line_row(what, form, spoken) for what in LINES]


def _line_row(what: str, form: GuessForm, spoken: wording.Language) -> Row:
    fields = [form[name] for name in points_of(what)]
    values = [str(field.value() if field.value() is not None else "") for field in fields]
    cells = [
        Cell(field.html_name, value, str(field.label), heading, bool(field.errors))
        for field, value, heading in zip(fields, values, headings(), strict=True)
    ]
    error = next((str(one) for field in fields for one in field.errors), "")
    source = form[f"{what}_source"]
    return Row(
        what,
        rules.line_name(what),
        _("timer pr. medarbejder")
        if what == "training"
        else _("kr.")
        if what == "investment"
        else _("kr. om året"),
        cells,
        spread_of(what, values, spoken),
        source.html_name,
        str(source.value() or ""),
        error,
    )


def role_rows(
    roles: Sequence[StaffRole],
    raw: Mapping[int, Mapping[str, str]],
    errors: Mapping[int, str],
    spoken: wording.Language,
) -> list[Row]:
    """``raw``: by role, what stands in its fields."""
    return [_role_row(role, raw.get(role.pk, {}), errors.get(role.pk, ""), spoken) for role in roles]


def _role_row(role: StaffRole, raw: Mapping[str, str], error: str, spoken: wording.Language) -> Row:
    values = [raw.get(point, "") for point in POINTS]
    cells = [
        Cell(f"{point}-{role.pk}", value, f"{role.name}: {heading.lower()}", heading, bool(error))
        for point, value, heading in zip(POINTS, values, headings(), strict=True)
    ]
    key = f"{ROLE}{role.pk}"
    return Row(
        key,
        role.name,
        _("dage i alt"),
        cells,
        spread_of(key, values, spoken),
        f"source-{role.pk}",
        raw.get("source", ""),
        error,
    )


def headings() -> tuple[str, str, str]:
    return _("Lav"), _("Sandsynlig"), _("Høj")


def spread_of(key: str, values: Sequence[str], spoken: wording.Language) -> Spread:
    """``key``: a line of the estimate or a role. Empty while there are not three numbers."""
    field = HoursField() if key == "training" else KronerField()
    if not any(value.strip() for value in values):
        return Spread(key)
    try:
        low, likely, high = (field.clean(value) for value in _filled(values, is_role=key.startswith(ROLE)))
    except ValidationError:
        return Spread(key)
    if not low <= likely <= high:
        return Spread(key, is_out_of_order=True)
    say = saying(key, spoken)
    return Spread(key, spread_chart(low, likely, high, say=say), say(weighted(low, likely, high)))


def _filled(values: Sequence[str], *, is_role: bool) -> Sequence[str]:
    """Of a role the likely number alone will do: it is then its own low and high."""
    low, likely, high = values
    return (low or likely, likely, high or likely) if is_role else values


def saying(key: str, spoken: wording.Language) -> Say:
    """An amount of this line in words."""
    if key == "training":
        return lambda amount: _("%(amount)s t.") % {"amount": wording.number(amount, 1, spoken)}
    if key.startswith(ROLE):
        return lambda amount: (
            ngettext("%(amount)s dag", "%(amount)s dage", round(amount))
            % {"amount": wording.number(round(amount), 0, spoken)}
        )
    return lambda amount: wording.kroner(round(amount), spoken)


def raw_days(days: Mapping[int, Days]) -> dict[int, dict[str, str]]:
    """As the fields show what is saved."""
    return {
        role: {"low": str(one.low), "likely": str(one.likely), "high": str(one.high), "source": one.source}
        for role, one in days.items()
    }


def training_doubt(form: GuessForm, hours: Sequence[tuple[str, int]]) -> str:
    """``hours``: by unit. Which unit is given more or fewer hours than the estimate holds possible."""
    try:
        low, _likely, high = (
            HoursField(required=False).clean(form[name].value()) for name in points_of("training")
        )
    except ValidationError:
        return ""
    outside = [(unit, one) for unit, one in hours if high and not low <= one <= high]
    if not outside:
        return ""
    unit, one = outside[0]
    return _(
        "%(unit)s har %(hours)d timer til uddannelse. Skønnet over oplæring siger %(low)d til %(high)d."
    ) % {
        "unit": unit,
        "hours": one,
        "low": low,
        "high": high,
    }
