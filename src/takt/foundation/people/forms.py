"""What an administrator fills in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from takt.foundation.people.models import Role, Unit

CSS = {"class": "form-input"}
SELECT = {"class": "form-select"}


class PersonForm(forms.Form):
    name = forms.CharField(label=_("Navn"), max_length=120, widget=forms.TextInput(CSS))
    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(CSS))
    job_title = forms.CharField(
        label=_("Stilling"), max_length=120, required=False, widget=forms.TextInput(CSS)
    )
    unit = forms.ModelChoiceField(
        Unit.objects.all(), label=_("Enhed"), required=False, widget=forms.Select(SELECT)
    )


BY_MEMBERSHIP = Role.NETWORK_MEMBER
"""Comes and goes with a membership of the network, and is not given by hand."""


class RoleForm(forms.Form):
    role = forms.ChoiceField(
        label=_("Rolle"),
        choices=[(role.value, role.label) for role in Role if role != BY_MEMBERSHIP],
        widget=forms.Select(SELECT),
    )
    unit = forms.ModelChoiceField(
        Unit.objects.all(),
        label=_("Gælder i"),
        required=False,
        empty_label=_("hele kommunen"),
        widget=forms.Select(SELECT),
    )
