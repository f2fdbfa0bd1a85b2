"""The forms of the network. They read and check shape; rules.py says what may stand."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Person, Unit
from takt.governance.clarifying.network.models import Kind, Membership
from takt.governance.clarifying.network.queries import people_besides
from takt.governance.clarifying.network.terms import Absence, Terms


def _date() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-input", "type": "date"})


def _select() -> forms.Select:
    return forms.Select(attrs={"class": "form-select"})


def _choice(label: Any, people: Any, *, required: bool, empty: Any, hint: Any = "") -> forms.ModelChoiceField:  # type: ignore[type-arg]
    return forms.ModelChoiceField(
        queryset=people, label=label, required=required, empty_label=empty, help_text=hint, widget=_select()
    )


class TermsForm(forms.Form):
    unit = forms.ModelChoiceField(
        queryset=Unit.objects.none(),
        label=_("Enhed"),
        help_text=_("Et medlem for et område dækker også områdets enheder."),
        widget=_select(),
    )
    kind = forms.ChoiceField(label=_("Er med som"), choices=Kind.choices, widget=_select())
    from_date = forms.DateField(label=_("Fra"), widget=_date())
    to_date = forms.DateField(
        label=_("Til og med"), required=False, widget=_date(), help_text=_("Tom, så længe ingen ved det.")
    )
    edition = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.all()  # type: ignore[attr-defined]

    def terms(self) -> Terms:
        """Call after is_valid."""
        given = self.cleaned_data
        return Terms(given["unit"], given["kind"], given["from_date"], given["to_date"])


class MemberForm(TermsForm):
    person = forms.CharField(
        label=_("Navn eller e-mail"),
        max_length=254,
        widget=forms.TextInput(attrs={"class": "form-input", "autocomplete": "off"}),
    )
    knows = forms.CharField(
        label=_("Ved noget om"),
        required=False,
        max_length=600,
        help_text=_("Sæt komma imellem, for eksempel: omsorgssystem, velfærdsteknologi, data."),
        widget=forms.TextInput(attrs={"class": "form-input", "autocomplete": "off"}),
    )

    field_order = ("person", "unit", "kind", "from_date", "to_date", "knows")

    def clean_person(self) -> Person:
        """The one with the e-mail address, or the only one with the name."""
        asked = self.cleaned_data["person"].strip()
        found = list(Person.objects.filter(email__iexact=asked)[:2]) or list(
            Person.objects.filter(name__iexact=asked, is_active=True)[:2]
        )
        if len(found) == 1:
            return found[0]
        if found:
            raise forms.ValidationError(_("Flere hedder sådan. Skriv e-mailadressen i stedet."))
        raise forms.ValidationError(_("Takt kender ingen med det navn eller den e-mailadresse."))


class SubstituteForm(forms.Form):
    away_from = forms.DateField(label=_("Væk fra"), required=False, widget=_date())
    away_to = forms.DateField(label=_("Væk til og med"), required=False, widget=_date())
    edition = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["substitute"] = _choice(
            _("Stedfortræder"),
            people_besides(membership),
            required=False,
            empty=_("Ingen"),
            hint=_("Ser opgaverne, mens medlemmet er væk."),
        )

    def absence(self) -> Absence:
        return Absence(self.cleaned_data["away_from"], self.cleaned_data["away_to"])


class HandOverForm(forms.Form):
    reason = forms.CharField(
        label=_("Begrundelse"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"class": "form-input", "rows": 3}),
        help_text=_("Den, der får sagerne, får den at læse. Den kommer ikke i protokollen."),
    )
    edition = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"] = _choice(
            _("Alt går til"),
            people_besides(membership),
            required=True,
            empty=_("Vælg …"),
        )


def initial_terms(membership: Membership) -> dict[str, Any]:
    return {
        "unit": membership.unit_id,
        "kind": membership.kind,
        "from_date": membership.from_date,
        "to_date": membership.to_date,
        "edition": membership.edition,
    }


def initial_substitute(membership: Membership) -> dict[str, Any]:
    return {
        "substitute": membership.substitute_id,
        "away_from": membership.away_from,
        "away_to": membership.away_to,
        "edition": membership.edition,
    }


def first_terms(unit: str, today: date) -> dict[str, Any]:
    """For a new member; ``unit`` as it stands in the address."""
    return {"unit": unit if unit.isdecimal() else None, "from_date": today, "kind": Kind.SUPER_USER}
