"""The forms of clarification. They read and check shape; rules.py says what may stand."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from takt.calculation import wording
from takt.governance.clarifying.findings import AMOUNTS, LINES, Guess, label_of, points_of

_WHOLE = re.compile(r"\d{1,12}|\d{1,3}([., \u00a0]\d{3}){1,3}")


class KronerField(forms.CharField):
    """A whole amount, written the way people write it: 1250000, 1.250.000 or 1.250.000 kr."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "grid-input"})

    def clean(self, value: Any) -> Any:
        text = re.sub(r"(?i)\s*(kr\.?|dkk)\s*", "", super().clean(value))
        if not _WHOLE.fullmatch(text):
            raise forms.ValidationError(_("Skriv et helt beløb i kroner, for eksempel 1.250.000."))
        return int(re.sub(r"\D", "", text))


class HoursField(forms.CharField):
    """Whole hours per employee."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "grid-input"})

    def clean(self, value: Any) -> Any:
        text = super().clean(value) or "0"
        if not re.fullmatch(r"\d{1,3}", text):
            raise forms.ValidationError(_("Skriv et helt antal timer, for eksempel 5."))
        return int(text)


class MonthField(forms.CharField):
    """A month as browsers write it (2027-04), kept as its first day."""

    widget = forms.TextInput(attrs={"type": "month", "class": "form-input", "placeholder": "2027-04"})

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return date.fromisoformat(f"{text}-01")
        except ValueError:
            raise forms.ValidationError(_("Skriv måneden som år og måned, for eksempel 2027-04.")) from None


def _small(label: Any, most: int, **options: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=most,
        widget=forms.NumberInput(attrs={"class": "form-input form-input-short", "min": 0, "max": most}),
        **options,
    )


class GuessForm(forms.Form):
    """Three points for money, months of the phases, value, deadline and source."""

    prepare_months = _small(_("Forberedelse, måneder"), 36)
    roll_out_months = _small(_("Udrulning, måneder"), 36)
    settle_months = _small(_("Indkøring, måneder"), 36)
    points_per_year = _small(
        _("Værdi, point pr. år"),
        100_000,
        required=False,
        help_text=_("Kan stå tom. Bedømmelsen giver pointene."),
    )
    price_year = forms.IntegerField(
        label=_("Prisniveau, år"),
        min_value=2000,
        max_value=2100,
        localize=False,
        widget=forms.TextInput(attrs={"class": "form-input form-input-short", "inputmode": "numeric"}),
    )
    earliest_start_month = MonthField(label=_("Tidligst start"), required=False)
    latest_go_live_month = MonthField(label=_("Senest i drift"), required=False)
    deadline_reason = forms.CharField(
        label=_("Hvor kommer fristen fra?"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"class": "form-input"}),
    )
    source = forms.CharField(
        label=_("Hvad bygger skønnet som helhed på?"),
        max_length=200,
        required=False,
        help_text=_("Også måneder og værdi. For eksempel et tilbud, en måling eller jeres eget skøn."),
        widget=forms.TextInput(attrs={"class": "form-input"}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """The estimate as it stood when the page was opened, so that nobody's work is lost."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for what in LINES:
            for name in points_of(what):
                self.fields[name] = (
                    HoursField(label=label_of(name), required=False)
                    if what == "training"
                    else KronerField(label=label_of(name))
                )
            self.fields[f"{what}_source"] = forms.CharField(
                label=label_of(f"{what}_source"), max_length=200, required=False
            )

    def clean_points_per_year(self) -> int:
        """Without points the case is worth none until it has been assessed."""
        return self.cleaned_data["points_per_year"] or 0

    def guess(self) -> Guess:
        """Call after is_valid."""
        return Guess(**{name: self.cleaned_data[name] for name in Guess.__dataclass_fields__})


def initial_of(guess: Guess | None, language: wording.Language) -> dict[str, Any]:
    """As the fields show it."""
    if guess is None:
        return {"seen": ""}
    shown: dict[str, Any] = asdict(guess) | {"seen": written(guess)}
    for what in AMOUNTS:
        shown |= {name: wording.number(shown[name], 0, language) for name in points_of(what)}
    for name in ("earliest_start_month", "latest_go_live_month"):
        shown[name] = f"{shown[name]:%Y-%m}" if shown[name] else ""
    return shown


def written(guess: Guess | None) -> str:
    """For the hidden field."""
    return json.dumps(asdict(guess), default=str, separators=(",", ":")) if guess else ""


def read_guess(text: str) -> Guess | None:
    """From the hidden field; a strange one counts as having seen nothing."""
    try:
        values = json.loads(text)
        for name in ("earliest_start_month", "latest_go_live_month"):
            values[name] = date.fromisoformat(values[name]) if values[name] else None
        return Guess(**values)
    except (ValueError, TypeError, KeyError):
        return None


def whole(given: Mapping[str, str], name: str, *, most: int = 999_999) -> int | None:
    """A small whole number from a form; None when it is not one."""
    text = given.get(name, "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 and int(text) <= most else None
