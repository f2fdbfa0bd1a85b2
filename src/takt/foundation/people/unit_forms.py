"""Units as forms. They read and check shape; unit_rules.py says what may be saved."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from takt.foundation.people.forms import CSS, SELECT
from takt.foundation.people.models import Unit
from takt.foundation.people.unit_rules import UnitFacts

_LINE = re.compile(r"(?P<name>.*\S)\s*[\t;,]\s*(?P<headcount>\d[\d.\s]*)")
_MOST_LINES, _MOST_EMPLOYEES = 200, 1_000_000


class UnitForm(forms.Form):
    """One unit."""

    name = forms.CharField(label=gettext_lazy("Navn"), max_length=120, widget=forms.TextInput(CSS))
    headcount = forms.IntegerField(
        label=gettext_lazy("Ansatte"),
        min_value=0,
        max_value=_MOST_EMPLOYEES,
        help_text=gettext_lazy("Medarbejdere i enheden og i dem, der hører under den."),
        widget=forms.NumberInput(CSS),
    )
    parent = forms.ModelChoiceField(
        Unit.objects.all(),
        label=gettext_lazy("Hører under"),
        required=False,
        empty_label=gettext_lazy("ingen, det er hele kommunen"),
        widget=forms.Select(SELECT),
    )
    edition = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def facts(self) -> UnitFacts:
        """What was written; call after is_valid."""
        given = self.cleaned_data
        parent = given.get("parent")
        return UnitFacts(given["name"].strip(), given["headcount"], parent.pk if parent else None)


class WholeForm(UnitForm):
    """The first unit belongs under nothing."""

    parent = None  # type: ignore[assignment]  # how Django's forms leave a field out
    field_order = ("name", "headcount")


class UnitsForm(forms.Form):
    """Several at once, a line each, as they come out of a spreadsheet."""

    parent = forms.ModelChoiceField(
        Unit.objects.all(),
        label=gettext_lazy("De hører under"),
        empty_label=None,
        widget=forms.Select(SELECT),
    )
    lines = forms.CharField(
        label=gettext_lazy("Enheder"),
        help_text=gettext_lazy(
            "Én på hver linje: navn, semikolon og antal ansatte. Du kan også indsætte to kolonner fra et regneark."
        ),
        widget=forms.Textarea({"class": "form-input", "rows": 5, "spellcheck": "false"}),
    )

    def clean_lines(self) -> list[tuple[str, int]]:
        written = [line.strip() for line in self.cleaned_data["lines"].splitlines() if line.strip()]
        if len(written) > _MOST_LINES:
            raise forms.ValidationError(_("Det er for mange på én gang. Tag højst %d.") % _MOST_LINES)
        return [self._unit(row, line) for row, line in enumerate(written, start=1)]

    def _unit(self, row: int, line: str) -> tuple[str, int]:
        found = _LINE.fullmatch(line)
        values: dict[str, Any] = {"row": row, "line": line}
        if found is None:
            raise forms.ValidationError(
                _("Linje %(row)d: “%(line)s” mangler et antal ansatte. Skriv for eksempel: Borgerservice; 45")
                % values
            )
        name, headcount = found["name"], int(re.sub(r"\D", "", found["headcount"]))
        if len(name) > 120 or headcount > _MOST_EMPLOYEES:
            raise forms.ValidationError(_("Linje %(row)d: navnet eller tallet er for stort.") % values)
        return name, headcount

    def facts(self) -> list[UnitFacts]:
        """What was written; call after is_valid."""
        under = self.cleaned_data["parent"].pk
        return [UnitFacts(name, headcount, under) for name, headcount in self.cleaned_data["lines"]]
