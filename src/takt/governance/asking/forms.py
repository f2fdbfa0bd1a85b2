"""The three questions as a form. It reads and checks shape; rules.py says what may be sent."""

from django import forms
from django.utils.translation import gettext_lazy as _

from takt.governance.asking.models import Frequency, Wish
from takt.governance.asking.rules import Answers

BEHALF = ("wished_for", "unit")
"""The fields that say whose the wish is, when it is not the writer's own."""


class WishForm(forms.Form):
    trouble = forms.CharField(
        label=_("Hvad er besværligt i dag?"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "class": "form-input"}),
        help_text=_("Skriv, som du ville sige det til en kollega. Ingen personoplysninger."),
    )
    helps_own_unit = forms.BooleanField(label=_("Os i afdelingen"), required=False)
    helps_citizens = forms.BooleanField(label=_("Borgere"), required=False)
    helps_other_units = forms.BooleanField(label=_("Andre afdelinger"), required=False)
    frequency = forms.ChoiceField(
        label=_("Hvor meget fylder det?"),
        choices=Frequency.choices,
        initial=Frequency.UNKNOWN,
        required=False,
    )
    title = forms.CharField(
        label=_("Kort titel"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"class": "form-input", "autocomplete": "off"}),
        help_text=_("Kan stå tom. Så bruger vi din første sætning."),
    )
    wished_for = forms.CharField(max_length=254, required=False)
    unit = forms.CharField(max_length=9, required=False)

    def answers(self) -> Answers:
        """What was answered; call after is_valid."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in BEHALF}
        return Answers(**{**given, "frequency": given["frequency"] or Frequency.UNKNOWN})


def answers_of(wish: Wish) -> dict[str, object]:
    """A draft as the form's initial values."""
    return {
        "trouble": wish.trouble,
        "helps_own_unit": wish.helps_own_unit,
        "helps_citizens": wish.helps_citizens,
        "helps_other_units": wish.helps_other_units,
        "frequency": wish.frequency,
        "title": wish.initiative.title,
        "wished_for": wish.wished_for.email if wish.wished_for else "",
        "unit": str(wish.initiative.unit_id),
    }
