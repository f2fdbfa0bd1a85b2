"""What an administrator fills in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Role, Unit

CSS = {"class": "form-input"}
SELECT = {"class": "form-select"}
BY_MEMBERSHIP = Role.NETWORK_MEMBER
"""Comes and goes with a membership of the network, and is not given by hand."""
GIVEN_BY_HAND = [(role.value, role.label) for role in Role if role != BY_MEMBERSHIP]


class PersonForm(forms.Form):
    name = forms.CharField(label=_("Navn"), max_length=120, widget=forms.TextInput(CSS))
    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(CSS))
    job_title = forms.CharField(
        label=_("Stilling"), max_length=120, required=False, widget=forms.TextInput(CSS)
    )
    unit = forms.ModelChoiceField(
        Unit.objects.all(),
        label=_("Enhed"),
        required=False,
        empty_label=_("ikke angivet"),
        widget=forms.Select(SELECT),
    )
    role = forms.ChoiceField(
        label=_("Rolle"),
        choices=[("", _("medarbejder")), *GIVEN_BY_HAND],
        required=False,
        help_text=_("Alle er medarbejdere. Flere roller kan gives bagefter."),
        widget=forms.Select(SELECT),
    )
    is_invited = forms.BooleanField(
        label=_("Send et link til at vælge adgangskode"), required=False, initial=True
    )


class RoleForm(forms.Form):
    role = forms.ChoiceField(
        label=_("Rolle"),
        choices=GIVEN_BY_HAND,
        widget=forms.Select(SELECT),
    )
    unit = forms.ModelChoiceField(
        Unit.objects.all(),
        label=_("Gælder i"),
        required=False,
        empty_label=_("hele kommunen"),
        widget=forms.Select(SELECT),
    )
