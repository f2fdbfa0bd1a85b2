"""Somebody who is everything asks to be forgotten: the name goes, the cases stay, and the chain holds."""

from datetime import datetime

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from takt.foundation.ledger.chain import first_broken
from takt.foundation.ledger.models import Event
from takt.foundation.people.commands.forget_person import forget_person
from takt.foundation.people.models import Person, Role, RoleHolding
from takt.governance.asking.models import Wish
from takt.governance.clarifying.network.models import Membership
from takt.governance.deciding.hearing.models import Party
from takt.governance.deciding.meetings.models import Meeting
from takt.governance.deciding.queries import latest

pytestmark = pytest.mark.django_db


@pytest.fixture
def at() -> datetime:
    return timezone.now()


def test_a_person_who_is_everything_can_be_forgotten(fjordby: None, at: datetime) -> None:
    gone = Person.objects.filter(role_holdings__role=Role.COORDINATOR).order_by("pk")[0]
    administrator = Person.objects.exclude(pk=gone.pk).filter(is_active=True)[0]
    RoleHolding.objects.get_or_create(person=administrator, role=Role.ADMINISTRATOR, unit=None)
    name, email = gone.name, gone.email
    party = Party.objects.exclude(answered_at=None)[0]
    Party.objects.filter(pk=party.pk).update(said_by=name)
    wish = Wish.objects.exclude(initiative__stage="draft").exclude(submitted_at=None)[0]
    Wish.objects.filter(pk=wish.pk).update(wished_by=gone, source=f"E-mail fra {name} den 3. november 2026")
    left = Membership.objects.all()[0]
    Membership.objects.filter(pk=left.pk).update(person=gone, handover_reason=f"{name} er syg")
    forget_person(gone, email, by=administrator, at=at)
    assert first_broken(Event.objects.order_by("number")) is None
    party.refresh_from_db()
    wish.refresh_from_db()
    left.refresh_from_db()
    assert (party.said_by, wish.source, left.handover_reason) == ("en medarbejder, der er slettet", "", "")
    assert not [str(one) for one in held_names() if one == name]
    client = Client(headers={"accept-language": "da"})
    client.force_login(administrator)
    version = latest()
    assert version is not None
    pages = ["/", "/oensker/", "/opgaver/", "/netvaerk/", "/netvaerk/medlemmer/", "/hoeringer/", "/moeder/"]
    pages += [party.hearing.get_absolute_url(), wish.initiative.get_absolute_url(), "/styring/", "/personer/"]
    pages += [one.get_absolute_url() for one in Meeting.objects.filter(minutes__isnull=False)[:3]]
    pages += [f"/styring/forum/{body.key}/" for body in version.bodies.all()]
    said = {page: client.get(page) for page in pages}
    assert {page: answer.status_code for page, answer in said.items() if answer.status_code != 200} == {}
    assert any("en medarbejder, der er slettet" in answer.content.decode() for answer in said.values())


def held_names() -> list[str]:
    """Every short text in every table, to see that the name stands in none as the whole of it."""
    texts: list[str] = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.get_internal_type() == "CharField" and not field.choices:
                texts += model._default_manager.values_list(field.name, flat=True)
    return texts
