"""What a body decided. The forms read and check shape; rules.py says what may stand."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from takt.governance.deciding.models import Body


def _input(**attrs: str) -> dict[str, str]:
    return {"class": "form-input", **attrs}


class DecisionForm(forms.Form):
    body = forms.ChoiceField(label=_("Forum"), widget=forms.Select(attrs={"class": "form-select"}))
    decided_on = forms.DateField(
        label=_("Besluttet på mødet den"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs=_input(type="date")),
    )

    def __init__(self, said: Any, bodies: Sequence[Body], today: date, **kwargs: Any) -> None:
        super().__init__(said, initial={"decided_on": today}, **kwargs)
        self.fields["body"].choices = [(body.key, body.name) for body in bodies]  # type: ignore[attr-defined]


class PublishForm(DecisionForm):
    minutes = forms.CharField(
        label=_("Henvisning til referatet"),
        required=False,
        max_length=200,
        help_text=_("For eksempel: Referat af 3. december 2026, punkt 4."),
        widget=forms.TextInput(attrs=_input(autocomplete="off")),
    )


class DeclineForm(DecisionForm):
    reason = forms.CharField(
        label=_("Hvorfor blev planen ikke offentliggjort?"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs=_input(rows="3")),
    )


class ProposeForm(forms.Form):
    note = forms.CharField(
        label=_("Hvorfor nu?"),
        required=False,
        max_length=1_000,
        help_text=_("Til dem, der skal beslutte. Det kan stå tomt."),
        widget=forms.Textarea(attrs=_input(rows="3")),
    )
