"""The forms of the screening. They read and check shape; rules.py says what may stand."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from takt.calculation import wording
from takt.governance.clarifying.forms import KronerField
from takt.governance.clarifying.screening.rules import InclusionTold


def _text(**attrs: str) -> forms.TextInput:
    return forms.TextInput(attrs={"class": "form-input", "autocomplete": "off", **attrs})


class PercentField(forms.CharField):
    """33 or 33,5, with or without the sign."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value).replace("%", "").replace(",", ".").strip()
        try:
            percent = Decimal(text)
        except ArithmeticError:
            percent = Decimal("NaN")
        if not percent.is_finite() or not 0 <= percent <= 100:
            raise forms.ValidationError(_("Skriv en andel fra 0 til 100 procent, for eksempel 33,5."))
        return percent.quantize(Decimal("0.1"))


class InclusionForm(forms.Form):
    citizens = KronerField(label=_("Berørte borgere"), widget=_text(inputmode="numeric"))
    unable_percent = PercentField(
        label=_("Kan ikke bruge det selv, procent"), widget=_text(inputmode="decimal")
    )
    source = forms.CharField(label=_("Andelen bygger på"), max_length=200, required=False, widget=_text())
    channel = forms.CharField(label=_("Det får de i stedet"), max_length=300, required=False, widget=_text())
    channel_dkk = KronerField(label=_("Pris om året, kr."), widget=_text(inputmode="numeric"))
    follow_up_date = forms.DateField(
        label=_("Måles igen"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "form-input"}),
    )

    def told(self) -> InclusionTold:
        """Call after is_valid."""
        return InclusionTold(**self.cleaned_data)


def initial_of(told: InclusionTold | None, language: wording.Language) -> dict[str, Any]:
    """As the fields show it."""
    if told is None:
        return {}
    shown = asdict(told)
    for name in ("citizens", "channel_dkk"):
        shown[name] = wording.number(shown[name], 0, language)
    shown["unable_percent"] = f"{told.unable_percent:f}".replace(".", "," if language == "da" else ".")
    return shown


def told_again(row: dict[str, Any]) -> InclusionTold:
    """From the hidden field. Raises ValueError or TypeError for a strange one."""
    row = dict(row)
    row["unable_percent"] = Decimal(str(row["unable_percent"]))
    row["follow_up_date"] = date.fromisoformat(row["follow_up_date"])
    return InclusionTold(**row)
