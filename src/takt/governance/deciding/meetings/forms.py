"""What is written about meetings, items and outcomes, as forms. They check shape, the rules check the rest."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from takt.foundation.people.models import Person, Unit
from takt.foundation.people.naming import key_of
from takt.governance.deciding.meetings.models import ItemKind, OutcomeKind
from takt.governance.deciding.meetings.terms import ConditionTerms, ItemTerms, OutcomeTerms


def _text(**attributes: Any) -> forms.TextInput:
    return forms.TextInput(attrs={"class": "form-input", "autocomplete": "off", **attributes})


def _long(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"class": "form-input", "rows": rows})


def _date() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-input", "type": "date"})


def _time() -> forms.TimeInput:
    return forms.TimeInput(format="%H:%M", attrs={"class": "form-input", "type": "time"})


def local(day: date, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))


class CallForm(forms.Form):
    """The days that were proposed, and when and where."""

    days = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Dage"),
        coerce=date.fromisoformat,
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )
    other_day = forms.DateField(
        label=gettext_lazy("En anden dag"),
        required=False,
        widget=_date(),
        help_text=gettext_lazy("Hvis forummet mødes uden for rytmen."),
    )
    clock = forms.TimeField(label=gettext_lazy("Begynder kl."), initial=time(13, 0), widget=_time())
    place = forms.CharField(label=gettext_lazy("Sted"), max_length=120, required=False, widget=_text())
    items_due_days = forms.IntegerField(
        label=gettext_lazy("Punkter senest, dage før"),
        initial=8,
        min_value=0,
        max_value=60,
        widget=forms.NumberInput(attrs={"class": "form-input"}),
        help_text=gettext_lazy("En sag, der er klar til den dag, kommer med på dagsordenen."),
    )

    def __init__(self, *args: Any, days: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = self.fields["days"]
        assert isinstance(chosen, forms.TypedMultipleChoiceField)  # noqa: S101 - it is, above
        chosen.choices = list(days)

    def starts(self) -> list[datetime]:
        """Call after is_valid."""
        given = self.cleaned_data
        days = [*given["days"], *([given["other_day"]] if given["other_day"] else [])]
        return [local(day, given["clock"]) for day in sorted(days)]


class WrittenForm(forms.Form):
    votes_due_date = forms.DateField(label=gettext_lazy("Stemmer senest"), widget=_date())

    def votes_due_at(self) -> datetime:
        """Until the day ends."""
        day: date = self.cleaned_data["votes_due_date"]
        return local(day, time(23, 59))


class TimeForm(forms.Form):
    day = forms.DateField(label=gettext_lazy("Dag"), widget=_date())
    clock = forms.TimeField(label=gettext_lazy("Begynder kl."), widget=_time())
    place = forms.CharField(label=gettext_lazy("Sted"), max_length=120, required=False, widget=_text())
    edition = forms.IntegerField(widget=forms.HiddenInput())

    def starts_at(self) -> datetime:
        return local(self.cleaned_data["day"], self.cleaned_data["clock"])


class ItemForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Titel"), max_length=200, widget=_text())
    kind = forms.ChoiceField(
        label=gettext_lazy("Behandling"),
        choices=ItemKind.choices,
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutter"),
        min_value=0,
        max_value=240,
        initial=10,
        widget=forms.NumberInput(attrs={"class": "form-input"}),
    )
    is_closed = forms.BooleanField(
        label=gettext_lazy("Lukket punkt"),
        required=False,
        help_text=gettext_lazy("Læses kun af forummets medlemmer, og ikke af dem, der er inhabile."),
    )
    presentation = forms.CharField(
        label=gettext_lazy("Fremstilling"),
        max_length=8_000,
        required=False,
        widget=_long(8),
        help_text=gettext_lazy("Det, medlemmerne skal vide for at tage stilling. Ingen personoplysninger."),
    )

    def terms(self) -> ItemTerms:
        given = self.cleaned_data
        return ItemTerms(
            given["title"].strip(),
            ItemKind(given["kind"]),
            given["minutes"],
            given["is_closed"],
            given["presentation"].strip(),
        )


class OutcomeForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Udfald"), choices=OutcomeKind.choices)
    reason = forms.CharField(
        label=gettext_lazy("Begrundelse"), max_length=4_000, required=False, widget=_long(4)
    )
    answer = forms.CharField(
        label=gettext_lazy("Svar til ønskeren og andre"), max_length=2_000, required=False, widget=_long(3)
    )
    until_date = forms.DateField(label=gettext_lazy("Udsættes til"), required=False, widget=_date())
    questions = forms.CharField(
        label=gettext_lazy("Spørgsmål, sagen skal svare på"),
        max_length=4_000,
        required=False,
        widget=_long(3),
    )
    override_reason = forms.CharField(
        label=gettext_lazy("Hvorfor siger I ja alligevel?"),
        max_length=2_000,
        required=False,
        widget=_long(2),
    )
    edition = forms.IntegerField(widget=forms.HiddenInput())

    def terms(self, conditions: tuple[ConditionTerms, ...]) -> OutcomeTerms:
        """Only what belongs to the outcome is taken; the rest may stand in the fields from another choice."""
        given = self.cleaned_data
        kind = OutcomeKind(given["kind"])
        return OutcomeTerms(
            kind=kind,
            reason=given["reason"].strip(),
            answer=given["answer"].strip(),
            until_date=given["until_date"] if kind == OutcomeKind.POSTPONED else None,
            questions=given["questions"].strip() if kind == OutcomeKind.RETURNED else "",
            conditions=conditions,
            override_reason=given["override_reason"].strip(),
        )


class ConditionForm(forms.Form):
    text = forms.CharField(label=gettext_lazy("Betingelse"), max_length=500, required=False, widget=_text())
    owner = forms.CharField(
        label=gettext_lazy("Ansvarlig"), max_length=380, required=False, widget=_text(list="ansvarlige")
    )
    due_date = forms.DateField(label=gettext_lazy("Senest"), required=False, widget=_date())
    proof_wanted = forms.CharField(
        label=gettext_lazy("Bevis"), max_length=300, required=False, widget=_text()
    )


class ConditionFormSet(forms.BaseFormSet):  # type: ignore[type-arg]  # it takes no parameter at run time
    """Finds all owners in two queries. A row without a text is no condition."""

    owners: Mapping[str, Person | Unit]

    def clean(self) -> None:
        rows = [form for form in self.forms if getattr(form, "cleaned_data", {}).get("text")]
        self.owners = owners_named({form.cleaned_data["owner"] for form in rows})
        for form in rows:
            written = form.cleaned_data["owner"]
            if written and written not in self.owners:
                form.add_error(
                    "owner",
                    _("Takt kender ikke %(name)s. Skriv en person eller en enhed.") % {"name": written},
                )

    def terms(self) -> tuple[ConditionTerms, ...]:
        return tuple(self._terms(form.cleaned_data) for form in self.forms if form.cleaned_data.get("text"))

    def _terms(self, given: Mapping[str, Any]) -> ConditionTerms:
        owner = self.owners.get(given["owner"])
        return ConditionTerms(
            given["text"].strip(),
            owner.pk if isinstance(owner, Person) else None,
            owner.pk if isinstance(owner, Unit) else None,
            given["due_date"],
            given["proof_wanted"].strip(),
        )


ConditionForms = forms.formset_factory(ConditionForm, formset=ConditionFormSet, extra=2, max_num=20)


def owners_named(written: set[str]) -> dict[str, Person | Unit]:
    """People by “Name (e-mail)”, e-mail or a name that only one has; units by name."""
    keys = {key_of(one) for one in written if one}
    people = list(Person.objects.filter(Q(email__in=keys) | Q(name__in=keys), is_active=True))
    units = {unit.name: unit for unit in Unit.objects.filter(name__in=keys)}
    found: dict[str, Person | Unit] = {}
    for one in written:
        meant = [person for person in people if key_of(one) in (person.email, person.name)]
        if len(meant) == 1:
            found[one] = meant[0]
        elif key_of(one) in units:
            found[one] = units[key_of(one)]
    return found
