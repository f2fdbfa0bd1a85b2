"""A system as a form. It reads and checks shape; rules.py says what may be saved."""

from django import forms
from django.utils.translation import gettext_lazy as _

from takt.registers.systems.models import System
from takt.registers.systems.rules import Facts

_INPUT = {"class": "form-input", "autocomplete": "off"}


class SystemForm(forms.ModelForm):  # type: ignore[type-arg]  # it takes none at run time
    url = forms.URLField(
        label=_("side om systemet"),
        max_length=300,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs=_INPUT),
    )
    edition = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = System
        fields = ("name", "vendor", "purpose", "unit", "source", "url")
        widgets = {  # noqa: RUF012 - Django's way
            "name": forms.TextInput(attrs=_INPUT),
            "vendor": forms.TextInput(attrs=_INPUT),
            "purpose": forms.Textarea(attrs={"class": "form-input", "rows": 3}),
            "unit": forms.Select(attrs={"class": "form-select"}),
            "source": forms.TextInput(attrs=_INPUT),
        }
        help_texts = {  # noqa: RUF012
            "name": _("Som kollegerne kender det."),
            "purpose": _(
                "Med de ord, en kollega ville bruge. De bliver søgt i, mens nogen skriver et ønske."
            ),
            "unit": _("Den enhed, der svarer for systemet."),
            "source": _("Hvor I ved det fra."),
        }

    def validate_unique(self) -> None:
        """The command says it, with what it would take."""

    def facts(self) -> Facts:
        """What was written; call after is_valid."""
        given = self.cleaned_data
        return Facts(**{name: given[name] for name in Facts.__slots__})
