"""The form of a sweep: one or two limits, each with from, to and step as people say them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from takt.calculation.planner.problem import Problem
from takt.calculation.planner.solve import Effort
from takt.calculation.scenarios.axes import Axis, AxisKind
from takt.governance.planning.scenarios.forms import TenthsField, select
from takt.governance.planning.scenarios.staffing import staffing_today


class SweepForm(forms.Form):
    """``axes`` when it is valid. Frames and ceilings are said in per cent of today, staff in how many there are."""

    name = forms.CharField(
        label=_("Navn"),
        max_length=80,
        widget=forms.TextInput(attrs={"class": "form-input", "autocomplete": "off"}),
    )

    def __init__(self, problem: Problem, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._staffing = staffing_today(problem)
        limits = limits_of(problem)
        self.fields["limit"] = select(_("Grænse"), limits)
        self._range("first", "last", "step", "-20", "20", "10", required=True)
        self.fields["second"] = select(_("En grænse mere"), [("", _("Ingen")), *limits], required=False)
        self._range("second_first", "second_last", "second_step", "", "", "", required=False)
        efforts = [(Effort.QUICK, _("Hurtig")), (Effort.NORMAL, _("Grundig"))]
        self.fields["effort"] = select(_("Hvor grundigt pr. punkt?"), efforts)

    def _range(self, first: str, last: str, step: str, *initial: str, required: bool) -> None:
        words = ((first, _("Fra")), (last, _("Til")), (step, _("Trin")))
        for (name, label), begins in zip(words, initial, strict=True):
            self.fields[name] = TenthsField(label=label, initial=begins, required=required)

    @property
    def axes(self) -> list[Axis]:
        said = self.cleaned_data
        axes = [self._axis(said["limit"], said["first"], said["last"], said["step"])]
        if said["second"]:
            axes.append(
                self._axis(said["second"], said["second_first"], said["second_last"], said["second_step"])
            )
        return axes

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for prefix in ("", "second_") if said.get("second") else ("",):
            for name in ("first", "last", "step"):
                if said.get(prefix + name) is None and prefix + name not in self.errors:
                    self.add_error(prefix + name, _("Skriv et tal."))
        return said

    def _axis(self, limit: str, first: int, last: int, step: int) -> Axis:
        kind, _sign, id_ = limit.partition(":")
        if kind == AxisKind.STAFF:
            today = self._staffing[id_]
            return Axis(
                AxisKind.STAFF,
                id_,
                first - today.tenths,
                last - today.tenths,
                step,
                days_per_month=today.days_per_month,
                tenths_today=today.tenths,
            )
        return Axis(AxisKind(kind), id_ or None, first // 10, last // 10, step // 10)


def limits_of(problem: Problem) -> list[tuple[str, Any]]:
    """What may be varied: value of the choice, and words."""
    return [
        ("frame:", _("Alle rammer, procent")),
        *((f"frame:{one.id}", _("Rammen %(name)s, procent") % {"name": one.name}) for one in problem.frames),
        *((f"staff:{one.id}", _("%(name)s, årsværk") % {"name": one.name}) for one in problem.roles),
        ("ceiling:", _("Alle lofter over forandring, procent")),
        *(
            (f"ceiling:{one.id}", _("Loftet i %(name)s, procent") % {"name": one.name})
            for one in problem.units
        ),
    ]
