"""What is asked about, as it stands in an address."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from takt.calculation.change_load.hours import share_out
from takt.calculation.planner.problem import Month, Problem
from takt.calculation.planner.windows import RollOut
from takt.foundation.design.templatetags.takt import month as month_in_words
from takt.governance.planning.limits.months import month_said

PER_EMPLOYEE, IN_ALL = "medarbejder", "alt"
MOST_MONTHS = 24
MOST_HOURS = 1_000_000


@dataclass(frozen=True, slots=True)
class UnitChoice:
    id: str
    name: str
    depth: int
    """0 for the whole municipality."""


def unit_choices(problem: Problem) -> list[UnitChoice]:
    """Each after the one above it, as in the organisation."""
    below: dict[str | None, list[str]] = {}
    for unit in problem.units:
        below.setdefault(unit.parent, []).append(unit.id)

    def walk(parent: str | None, depth: int) -> Iterable[UnitChoice]:
        for id_ in below.get(parent, ()):
            yield UnitChoice(id_, problem.unit[id_].name, depth)
            yield from walk(id_, depth + 1)

    return list(walk(None, 0))


class WindowForm(forms.Form):
    """Everything in the address, so that an answer can be shared as a link."""

    enhed = forms.MultipleChoiceField(
        label=_("Enheder"), error_messages={"required": _("Vælg mindst én enhed.")}
    )
    timer = forms.CharField(
        label=_("Forandringstimer om måneden"),
        max_length=12,
        widget=forms.TextInput(attrs={"class": "form-input form-input-short", "inputmode": "decimal"}),
    )
    pr = forms.ChoiceField(
        label=_("Timerne er"),
        choices=[(PER_EMPLOYEE, _("pr. medarbejder")), (IN_ALL, _("i alt for enhederne"))],
        initial=PER_EMPLOYEE,
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    maaneder = forms.IntegerField(
        label=_("Udrulningen varer, måneder"),
        min_value=1,
        max_value=MOST_MONTHS,
        initial=3,
        widget=forms.NumberInput(attrs={"class": "form-input form-input-short"}),
    )
    fra = forms.ChoiceField(
        label=_("Tidligst fra"), required=False, widget=forms.Select(attrs={"class": "form-select"})
    )

    uden = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    """Number of an initiative whose own place in the plan is not counted."""

    def __init__(self, problem: Problem, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.problem = problem
        months = [problem.first_month.plus(offset) for offset in range(problem.months)]
        self.fields["enhed"].choices = [(unit.id, unit.name) for unit in problem.units]  # type: ignore[attr-defined]
        self.fields["fra"].choices = [(str(one), month_in_words(one)) for one in months]  # type: ignore[attr-defined]

    def clean_timer(self) -> Fraction:
        text = self.cleaned_data["timer"].strip()
        if "," in text or re.fullmatch(r"\d{1,3}(\.\d{3})+", text):
            text = text.replace(".", "").replace(",", ".")  # 1.250,5 and 1.250, as they are written in Danish
        if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
            raise forms.ValidationError(_("Skriv et tal, for eksempel 1,5."))
        hours = Fraction(text)
        if not 0 < hours <= MOST_HOURS:
            raise forms.ValidationError(_("Skriv mere end 0 timer, og højst en million."))
        return hours

    @property
    def first(self) -> Month:
        """The earliest month asked for; the first of the plan when none was said."""
        return month_said(self.cleaned_data.get("fra") or "") or self.problem.first_month

    @property
    def roll_out(self) -> RollOut:
        """Of a valid form. An area stands for the units below it, where the people are."""
        units = _where_people_are(self.problem, self.cleaned_data["enhed"])
        return RollOut(
            hours=_hours(self.problem, units, self.cleaned_data["timer"], self.cleaned_data["pr"]),
            months=self.cleaned_data["maaneder"],
            first=self.first.minus(self.problem.first_month),
        )


def _where_people_are(problem: Problem, chosen: Sequence[str]) -> list[str]:
    """The lowest units below each, or itself."""
    parents = {unit.parent for unit in problem.units}
    wanted = set(chosen)
    return [
        unit.id
        for unit in problem.units
        if unit.id not in parents and wanted.intersection(problem.lineage(unit.id))
    ]


def _hours(problem: Problem, units: Sequence[str], hours: Fraction, per: str) -> Mapping[str, int]:
    """Whole hours of each unit, rounded up per employee; in all they are shared by headcount."""
    headcounts = [problem.unit[unit].headcount for unit in units]
    if per == PER_EMPLOYEE:
        return {unit: ceil(hours * count) for unit, count in zip(units, headcounts, strict=True)}
    people = sum(headcounts)
    shares = tuple(Fraction(count, people) if people else Fraction(1, len(units)) for count in headcounts)
    return dict(zip(units, share_out(ceil(hours), shares), strict=True))
