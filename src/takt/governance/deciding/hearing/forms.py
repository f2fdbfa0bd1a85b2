"""The forms of a hearing. They read and check shape; rules.py says what may stand."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Unit
from takt.governance.deciding.hearing.models import Party, Stance


def _date() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-input", "type": "date"})


def _words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"class": "form-input", "rows": rows})


class HearingForm(forms.Form):
    questions = forms.CharField(
        label=_("Hvad vil I vide?"),
        required=False,
        max_length=5_000,
        help_text=_("Ét spørgsmål på hver linje, højst fem."),
        widget=_words(4),
    )
    due_date = forms.DateField(
        label=_("Svar senest"), required=False, help_text=_("Mindst en uge frem."), widget=_date()
    )
    units = forms.ModelMultipleChoiceField(
        queryset=Unit.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["units"].queryset = Unit.objects.all()  # type: ignore[attr-defined]

    def asked(self) -> list[str]:
        """Call after is_valid."""
        asked: str = self.cleaned_data["questions"]
        return asked.splitlines()


class AnswerForm(forms.Form):
    stance = forms.ChoiceField(
        label=_("Enheden"), choices=Stance.choices, required=False, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Svar og bemærkninger"),
        required=False,
        max_length=4_000,
        help_text=_("Skriv, hvad der bekymrer, og hvad der skal til. Ingen personoplysninger om borgere."),
        widget=_words(4),
    )
    said_by = forms.CharField(
        label=_("Hvem i enheden har sagt det?"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"class": "form-input", "autocomplete": "off"}),
    )
    edition = forms.IntegerField(widget=forms.HiddenInput)


class ProlongForm(forms.Form):
    due_date = forms.DateField(label=_("Ny frist"), required=False, widget=_date())
    reason = forms.CharField(label=_("Hvorfor forlænges høringen?"), required=False, widget=_words(3))
    edition = forms.IntegerField(widget=forms.HiddenInput)


class WithdrawForm(forms.Form):
    reason = forms.CharField(label=_("Hvorfor trækkes høringen tilbage?"), required=False, widget=_words(3))
    edition = forms.IntegerField(widget=forms.HiddenInput)


def answer_form(party: Party) -> AnswerForm:
    """As the answer stands."""
    initial = {
        "stance": party.stance,
        "text": party.text,
        "said_by": party.said_by,
        "edition": party.edition,
    }
    return AnswerForm(initial=initial, prefix=prefix_of(party))


def prefix_of(party: Party) -> str:
    """Several units may be answered for on one page."""
    return f"enhed{party.pk}"
