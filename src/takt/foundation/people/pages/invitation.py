"""Inviting a person to sign in, and what the person who was invited does with the link."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import PasswordResetConfirmView
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.invite_person import invite_person
from takt.foundation.people.models import Person
from takt.foundation.people.pages.people import reader_of
from takt.foundation.people.rules import why_not_administer
from takt.foundation.refusals import refuse_if


@require_POST
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    by = reader_of(request)
    refuse_if(why_not_administer(by))
    person = get_object_or_404(Person, pk=pk)
    invite_person(person, by=by, at=timezone.now())
    messages.success(request, _("%(person)s får en e-mail med et link.") % {"person": person})
    return redirect("person", pk)


@method_decorator(login_not_required, name="dispatch")
class ChoosePassword(PasswordResetConfirmView):
    """Django sees to it that the link works once only, and keeps it out of the address while one writes."""

    template_name = "account/choose_password.html"
    success_url = reverse_lazy("account_login")

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        record("password.chosen", about=form.user.pseudonym, by=form.user, at=timezone.now())
        messages.success(self.request, _("Adgangskoden er gemt. Log ind med den."))
        return answer
