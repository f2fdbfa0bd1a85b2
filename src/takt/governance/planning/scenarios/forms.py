"""The forms of scenarios, one for every kind of change. They check shape; the calculation says what may stand."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from takt.calculation.planner.problem import Month, Problem
from takt.calculation.scenarios import changes as ask
from takt.calculation.scenarios.changes import Change
from takt.governance.planning.scenarios.staffing import USUAL_DAYS

_SELECT = {"class": "form-select"}
_INPUT = {"class": "form-input", "autocomplete": "off"}
_EVERYTHING = ""


class TenthsField(forms.CharField):
    """A number with at most one decimal, written 0,5 or 0.5; kept in tenths."""

    widget = forms.TextInput(attrs=_INPUT | {"inputmode": "decimal"})

    def clean(self, value: Any) -> Any:
        text = super().clean(value).replace(",", ".").replace("−", "-").strip()
        if not text:
            return None
        try:
            tenths = 10 * Decimal(text)
        except InvalidOperation:
            tenths = Decimal("NaN")
        if not tenths.is_finite() or abs(tenths) > 10_000 or tenths != tenths.to_integral_value():
            raise forms.ValidationError(_("Skriv et tal med højst én decimal, for eksempel 3,5."))
        return int(tenths)


class CalendarMonthField(forms.CharField):
    """As browsers write it: 2028-01."""

    widget = forms.TextInput(attrs=_INPUT | {"type": "month", "placeholder": "2028-01"})

    def clean(self, value: Any) -> Any:
        text = super().clean(value).strip()
        if not text:
            return None
        match = re.fullmatch(r"([1-9]\d{3})-(0[1-9]|1[0-2])", text)
        if match is None:
            raise forms.ValidationError(_("Skriv måneden som år og måned, for eksempel 2028-01."))
        return Month(int(match[1]), int(match[2]))


def whole(label: Any, least: int, most: int, **options: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        widget=forms.NumberInput(attrs={"class": "form-input"}),
        **options,
    )


def select(label: Any, choices: Iterable[tuple[str, Any]], **options: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=list(choices), widget=forms.Select(attrs=_SELECT), **options
    )


def roles_in(problem: Problem) -> list[tuple[str, str]]:
    return [(role.id, role.name) for role in problem.roles]


def frames_in(problem: Problem) -> list[tuple[str, Any]]:
    return [(_EVERYTHING, _("Alle rammer")), *((frame.id, frame.name) for frame in problem.frames)]


def units_in(problem: Problem) -> list[tuple[str, Any]]:
    return [(_EVERYTHING, _("Alle enheder")), *((unit.id, unit.name) for unit in problem.units)]


def wishes_in(problem: Problem) -> list[tuple[str, str]]:
    return [(one.id, f"{one.id} {one.title}") for one in problem.initiatives]


class ChangeForm(forms.Form):
    """One change to the question ``problem``; ``change`` when it is valid."""

    def __init__(self, problem: Problem, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= self.asked(problem)

    def asked(self, problem: Problem) -> dict[str, forms.Field]:
        raise NotImplementedError

    @property
    def change(self) -> Change:
        raise NotImplementedError


class StaffForm(ChangeForm):
    def asked(self, problem: Problem) -> dict[str, forms.Field]:
        return {
            "role": select(_("Rolle"), roles_in(problem)),
            "tenths": TenthsField(
                label=_("Årsværk mere"), initial="1", help_text=_("Minus foran, når det er færre.")
            ),
            "from_month": CalendarMonthField(label=_("Fra måned"), initial=str(problem.first_month)),
            "days_per_month": whole(
                _("Dage om måneden pr. årsværk"),
                1,
                31,
                initial=USUAL_DAYS,
                help_text=_("Til initiativer, efter ferie og daglig drift."),
            ),
        }

    @property
    def change(self) -> Change:
        return ask.MoreStaff(**self.cleaned_data)


class FrameForm(ChangeForm):
    def asked(self, problem: Problem) -> dict[str, forms.Field]:
        years = sorted({year for frame in problem.frames for year in frame.dkk})
        return {
            "frame": select(_("Ramme"), frames_in(problem), required=False),
            "percent": whole(
                _("Procent"), -100, 1_000, initial=-10, help_text=_("−10 sænker rammen, 10 hæver den.")
            ),
            "years": forms.TypedMultipleChoiceField(
                label=_("År"),
                choices=[(year, str(year)) for year in years],
                coerce=int,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=_("Ingen valgt: alle år."),
            ),
        }

    @property
    def change(self) -> Change:
        said = self.cleaned_data
        return ask.FrameBy(said["frame"] or None, said["percent"], tuple(said["years"]))


class CeilingForm(ChangeForm):
    def asked(self, problem: Problem) -> dict[str, forms.Field]:
        return {
            "unit": select(_("Enhed"), units_in(problem), required=False),
            "tenths": TenthsField(
                label=_("Timer pr. medarbejder pr. måned"),
                initial="3,5",
                help_text=_("Gælder enheden og alle enheder under den."),
            ),
        }

    @property
    def change(self) -> Change:
        return ask.CeilingTo(self.cleaned_data["unit"] or None, max(0, self.cleaned_data["tenths"]))


class CeilingPercentForm(ChangeForm):
    def asked(self, problem: Problem) -> dict[str, forms.Field]:
        return {
            "unit": select(_("Enhed"), units_in(problem), required=False),
            "percent": whole(_("Procent"), -100, 1_000, initial=10),
        }

    @property
    def change(self) -> Change:
        return ask.CeilingBy(self.cleaned_data["unit"] or None, self.cleaned_data["percent"])


class WishForm(ChangeForm):
    def asked(self, problem: Problem) -> dict[str, forms.Field]:
        return {"id": select(_("Ønske"), wishes_in(problem))}


class DropForm(WishForm):
    @property
    def change(self) -> Change:
        return ask.Drop(**self.cleaned_data)


class ForceForm(WishForm):
    @property
    def change(self) -> Change:
        return ask.Force(**self.cleaned_data)


class ExcludeForm(WishForm):
    def asked(self, problem: Problem) -> dict[str, forms.Field]:
        return super().asked(problem) | {"other": select(_("Det andet ønske"), wishes_in(problem))}

    @property
    def change(self) -> Change:
        return ask.Exclude(**self.cleaned_data)


class DeadlineForm(WishForm):
    def asked(self, problem: Problem) -> dict[str, forms.Field]:
        return super().asked(problem) | {
            "latest_go_live": CalendarMonthField(
                label=_("I drift senest"), required=False, help_text=_("Tomt felt: ingen frist.")
            )
        }

    @property
    def change(self) -> Change:
        return ask.MoveDeadline(**self.cleaned_data)


KINDS: dict[str, tuple[Any, type[ChangeForm]]] = {
    "staff": (_("Flere eller færre medarbejdere"), StaffForm),
    "frame": (_("En anden ramme"), FrameForm),
    "ceiling": (_("Et andet loft over forandring"), CeilingForm),
    "ceiling_percent": (_("Alle lofter op eller ned"), CeilingPercentForm),
    "drop": (_("Tag et ønske ud"), DropForm),
    "force": (_("Kræv, at et ønske er med"), ForceForm),
    "exclude": (_("Højst et af to ønsker"), ExcludeForm),
    "deadline": (_("Flyt en frist"), DeadlineForm),
}
"""By the kind of change, as ``calculation.scenarios.writing`` calls it: how people say it, and its form."""


class ScenarioForm(forms.Form):
    """Name, note and what it begins from."""

    name = forms.CharField(
        label=_("Navn"),
        max_length=80,
        help_text=_("Kort, hvad der er anderledes, for eksempel “Én projektleder mere”."),
        widget=forms.TextInput(attrs=_INPUT),
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=1_000,
        required=False,
        help_text=_("Hvorfor I vil se den fremtid. Ingen personoplysninger."),
        widget=forms.Textarea(attrs={"class": "form-input", "rows": 3}),
    )
