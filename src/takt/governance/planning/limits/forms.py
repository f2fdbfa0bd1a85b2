"""What a change rests on, as a form. rules.py says what must be there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from takt.governance.planning.limits.rules import Grounds
from takt.governance.planning.models import LimitVersion

_INPUT = {"class": "form-input", "autocomplete": "off"}


class GroundsForm(forms.Form):
    reason = forms.CharField(
        label=_("Hvorfor ændres grænsen?"),
        max_length=500,
        required=False,
        help_text=_("Alle kan læse det, også om ti år. Ingen personoplysninger."),
        widget=forms.Textarea(attrs={"class": "form-input", "rows": 2}),
    )
    source = forms.CharField(
        label=_("Kilde"),
        max_length=200,
        required=False,
        help_text=_("Hvor tallene kommer fra, fx Budget 2027–2030, bilag 3."),
        widget=forms.TextInput(attrs=_INPUT),
    )
    owner = forms.CharField(
        label=_("Ejer"),
        max_length=120,
        required=False,
        help_text=_("Den stilling eller afdeling, der svarer for grænsen."),
        widget=forms.TextInput(attrs=_INPUT),
    )
    decided_by = forms.CharField(
        label=_("Besluttet af"),
        max_length=120,
        required=False,
        help_text=_("Fx Byrådet eller Direktionen."),
        widget=forms.TextInput(attrs=_INPUT),
    )
    decided_on = forms.DateField(
        label=_("Besluttet den"),
        required=False,
        widget=forms.DateInput(
            attrs={"class": "form-input form-input-short", "type": "date"}, format="%Y-%m-%d"
        ),
    )

    def grounds(self) -> Grounds:
        """Call after is_valid."""
        return Grounds(**{name: self.cleaned_data[name] for name in Grounds.__slots__})


def grounds_form(version: LimitVersion | None) -> GroundsForm:
    """As the newest version says, but for the reason: each change has its own."""
    said: dict[str, Any] = {}
    if version is not None:
        said = {name: getattr(version, name) for name in ("source", "owner", "decided_by", "decided_on")}
    return GroundsForm(initial=said)
