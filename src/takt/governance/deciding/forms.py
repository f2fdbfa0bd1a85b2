"""A body of the draft as a form: the body itself, its mandates and its seats. It checks shape, rules.py the rest."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from takt.calculation.governance_path import Level, Mandate, Scope
from takt.foundation.design.templatetags.takt import number
from takt.foundation.people.models import Person
from takt.foundation.people.naming import key_of
from takt.governance.deciding.models import LEVELS, SCOPES, SeatRole
from takt.governance.deciding.terms import BodyTerms, SeatTerms

_MOST_DKK = 999_999_999_999


def _text(**attributes: Any) -> forms.TextInput:
    return forms.TextInput(attrs={"class": "form-input", "autocomplete": "off", **attributes})


def _select() -> forms.Select:
    return forms.Select(attrs={"class": "form-select"})


def _date() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-input", "type": "date"})


class Kroner(forms.CharField):
    """Whole kroner as people write them: 1.000.000 kr. Empty is no limit."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, widget=_text(inputmode="numeric"), **options)

    def prepare_value(self, value: Any) -> Any:
        return number(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int | None:
        digits = re.sub(r"[\s.,]|kr|DKK", "", super().clean(value))
        if not digits:
            return None
        if not digits.isdecimal() or int(digits) > _MOST_DKK:
            raise forms.ValidationError(_("Skriv et helt beløb i kroner, for eksempel 1.000.000."))
        return int(digits)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class BodyForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Navn"), max_length=80, widget=_text())
    purpose = forms.CharField(
        label=gettext_lazy("Opgave"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "form-input"}),
        help_text=gettext_lazy("Én eller to sætninger om, hvad forummet er til for."),
    )
    position = forms.TypedChoiceField(
        label=gettext_lazy("Plads i rækken"),
        coerce=int,
        widget=_select(),
        help_text=gettext_lazy("En sag møder fora i denne rækkefølge."),
    )
    cadence = forms.CharField(
        label=gettext_lazy("Mødes"),
        max_length=120,
        required=False,
        widget=_text(),
        help_text=gettext_lazy("For eksempel: den første torsdag i måneden."),
    )
    weeks_between = forms.IntegerField(
        label=gettext_lazy("Uger mellem møder"),
        required=False,
        min_value=1,
        max_value=52,
        widget=forms.NumberInput(attrs={"class": "form-input"}),
    )
    quorum = forms.IntegerField(
        label=gettext_lazy("Beslutningsdygtigt ved"),
        required=False,
        min_value=0,
        max_value=200,
        widget=forms.NumberInput(attrs={"class": "form-input"}),
        help_text=gettext_lazy("Så mange med stemme skal være til stede. Sekretæren har ikke stemme."),
    )
    edition = forms.IntegerField(required=False, widget=forms.HiddenInput())

    def __init__(self, *args: Any, others: Iterable[str], **options: Any) -> None:
        """``others``: names of the other bodies, in order."""
        super().__init__(*args, **options)
        places = [(1, _("Først"))]
        places += [
            (place, _("Efter %(body)s") % {"body": name}) for place, name in enumerate(others, start=2)
        ]
        position = self.fields["position"]
        assert isinstance(position, forms.TypedChoiceField)  # noqa: S101 - it is, above
        position.choices = places


class MandateForm(forms.Form):
    level = forms.ChoiceField(
        label=gettext_lazy("Må"), choices=(("", gettext_lazy("Vælg …")), *LEVELS), widget=_select()
    )
    scope = forms.ChoiceField(
        label=gettext_lazy("Sager"), choices=SCOPES, initial=Scope.BOTH.value, widget=_select()
    )
    investment_limit_dkk = Kroner(label=gettext_lazy("Anlæg op til (kr.)"))
    running_limit_dkk = Kroner(label=gettext_lazy("Drift om året op til (kr.)"))
    areas = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Kun i områderne"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple(),
    )

    def __init__(self, *args: Any, areas: Mapping[int, str], **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = self.fields["areas"]
        assert isinstance(chosen, forms.TypedMultipleChoiceField)  # noqa: S101 - it is, above
        chosen.choices = list(areas.items())

    def mandate(self) -> Mandate:
        given = self.cleaned_data
        return Mandate(
            Level(given["level"]),
            Scope(given["scope"]),
            given["investment_limit_dkk"],
            given["running_limit_dkk"],
            frozenset(given["areas"]),
        )


class SeatForm(forms.Form):
    person = forms.CharField(label=gettext_lazy("Navn eller e-mail"), max_length=380, widget=_text())
    role = forms.ChoiceField(
        label=gettext_lazy("Rolle"), choices=SeatRole.choices, initial=SeatRole.MEMBER.value, widget=_select()
    )
    from_date = forms.DateField(label=gettext_lazy("Fra"), required=False, widget=_date())
    to_date = forms.DateField(label=gettext_lazy("Til og med"), required=False, widget=_date())

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        begins, ends = given.get("from_date"), given.get("to_date")
        if begins and ends and ends < begins:
            self.add_error("to_date", _("Den sidste dag ligger før den første."))
        return given

    def seat(self, person: Person, today: date) -> SeatTerms:
        """Without a first day the seat is taken from today, or from its last day if that has passed."""
        given = self.cleaned_data
        begins = given["from_date"] or min(today, given["to_date"] or today)
        return SeatTerms(person.pk, person.name, SeatRole(given["role"]), begins, given["to_date"])


class SeatFormSet(forms.BaseFormSet):  # type: ignore[type-arg]  # it takes no parameter at run time
    """Finds all the people in one query."""

    people: dict[int, Person]
    """By the index of the form."""

    def clean(self) -> None:
        written = {
            index: key_of(form.cleaned_data["person"])
            for index, form in enumerate(self.forms)
            if form not in self.deleted_forms and getattr(form, "cleaned_data", {}).get("person")
        }
        keys = set(written.values())
        found = list(Person.objects.filter(Q(email__in=keys) | Q(name__in=keys)))
        self.people = {}
        for index, key in written.items():
            meant = [one for one in found if key in (one.email, one.name)]
            if len(meant) == 1:
                self.people[index] = meant[0]
            else:
                self.forms[index].add_error("person", _whom(key, meant))

    def seats(self, today: date) -> tuple[SeatTerms, ...]:
        return tuple(self.forms[index].seat(person, today) for index, person in self.people.items())


MandateForms = forms.formset_factory(MandateForm, extra=1, can_delete=True, max_num=20)
SeatForms = forms.formset_factory(SeatForm, formset=SeatFormSet, extra=3, can_delete=True, max_num=100)


def _whom(key: str, meant: list[Person]) -> str:
    if meant:
        return _("Flere hedder %(name)s. Skriv personens e-mail.") % {"name": key}
    return _("Takt kender ikke %(name)s. Skriv hele navnet eller e-mailen.") % {"name": key}


class AdoptForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Begrundelse"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "form-input"}),
        help_text=gettext_lazy("Hvem har besluttet ændringen, hvornår og hvorfor? Ingen personoplysninger."),
    )
    in_force_from = forms.DateField(label=gettext_lazy("Gælder fra"), widget=_date())
    edition = forms.IntegerField(widget=forms.HiddenInput())


def body_terms_of(form: BodyForm, mandates: Iterable[MandateForm], seats: tuple[SeatTerms, ...]) -> BodyTerms:
    """What was filled in; call after is_valid."""
    given = form.cleaned_data
    return BodyTerms(
        name=given["name"].strip(),
        purpose=given["purpose"].strip(),
        cadence=given["cadence"].strip(),
        weeks_between=given["weeks_between"],
        quorum=given["quorum"] or 0,
        position=given["position"],
        mandates=tuple(one.mandate() for one in mandates),
        seats=seats,
    )
