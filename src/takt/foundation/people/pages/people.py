"""Personer: who uses Takt, in which roles; added, changed and forgotten by the administrator."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from takt.foundation.people.commands.add_person import add_person
from takt.foundation.people.commands.forget_person import forget_person
from takt.foundation.people.commands.grant_role import grant_role
from takt.foundation.people.commands.invite_person import invite_person
from takt.foundation.people.commands.set_access import set_access
from takt.foundation.people.commands.withdraw_role import withdraw_role
from takt.foundation.people.forms import PersonForm, RoleForm
from takt.foundation.people.models import Person, Role, RoleHolding
from takt.foundation.people.queries import people, roles_held
from takt.foundation.people.rules import why_not_administer
from takt.foundation.refusals import refuse_if

ROWS = 50


def reader_of(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 - every view here is behind the door
    return request.user


@require_GET
def everyone(request: HttpRequest) -> HttpResponse:
    text, role = request.GET.get("q", "").strip(), request.GET.get("rolle", "")
    page = Paginator(people(text, role), ROWS).get_page(request.GET.get("side"))
    context = {
        "page": page,
        "text": text,
        "role": role,
        "roles": roles_held(),
        "why_not": why_not_administer(reader_of(request)),
    }
    return render(request, "people/everyone.html", context)


def add(request: HttpRequest) -> HttpResponse:
    by = reader_of(request)
    refuse_if(why_not_administer(by))
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = _added(form, by)
        messages.success(
            request, _("%(person)s er tilføjet. Giv personen de roller, der følger med.") % {"person": person}
        )
        return redirect("person", person.pk)
    status = 200 if request.method == "GET" else 400
    return render(request, "people/add.html", {"form": form}, status=status)


@transaction.atomic
def _added(form: PersonForm, by: Person) -> Person:
    """The person, with role and invitation when they are asked for: all or nothing."""
    given, at = dict(form.cleaned_data), timezone.now()
    role, is_invited = given.pop("role"), given.pop("is_invited")
    person = add_person(**given, by=by, at=at)
    if role:
        grant_role(person, Role(role), by=by, at=at)
    if is_invited:
        invite_person(person, by=by, at=at)
    return person


@require_GET
def one(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(Person.objects.select_related("unit"), pk=pk)
    context = {
        "person": person,
        "holdings": person.role_holdings.select_related("unit"),
        "form": RoleForm(),
        "why_not": why_not_administer(reader_of(request)),
    }
    return render(request, "people/person.html", context)


@require_POST
def grant(request: HttpRequest, pk: int) -> HttpResponse:
    by = reader_of(request)
    refuse_if(why_not_administer(by))
    person, form = get_object_or_404(Person, pk=pk), RoleForm(request.POST)
    if form.is_valid():
        grant_role(
            person, Role(form.cleaned_data["role"]), unit=form.cleaned_data["unit"], by=by, at=timezone.now()
        )
        messages.success(request, _("Rollen er givet."))
    else:
        messages.error(request, _("Vælg en rolle på listen. Intet er ændret."))
    return redirect("person", pk)


@require_POST
def withdraw(request: HttpRequest, pk: int, holding: int) -> HttpResponse:
    by = reader_of(request)
    refuse_if(why_not_administer(by))
    held = get_object_or_404(RoleHolding.objects.select_related("person", "unit"), pk=holding, person_id=pk)
    withdraw_role(held, by=by, at=timezone.now())
    messages.success(request, _("Rollen er taget fra personen."))
    return redirect("person", pk)


@require_POST
def access(request: HttpRequest, pk: int) -> HttpResponse:
    by = reader_of(request)
    refuse_if(why_not_administer(by))
    is_open = request.POST.get("open") == "1"
    set_access(get_object_or_404(Person, pk=pk), is_open=is_open, by=by, at=timezone.now())
    messages.success(
        request, _("Personen kan nu logge ind.") if is_open else _("Personen kan ikke længere logge ind.")
    )
    return redirect("person", pk)


@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    by = reader_of(request)
    refuse_if(why_not_administer(by))
    person = get_object_or_404(Person, pk=pk)
    forget_person(person, request.POST.get("email", ""), by=by, at=timezone.now())
    messages.success(request, _("Personen er slettet. Sager og svar står der stadig, men uden navn."))
    return redirect("people")
