"""Everything Takt holds about one person, as plain values (GDPR art. 15 and 20)."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core import serializers
from django.db import models

from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person

SECRET = {"password", "calendar_key_hash"}
"""Of no use to the person, and dangerous in a file that travels."""


def personal_data(person: Person) -> dict[str, list[dict[str, Any]]]:
    """By kind of record: the person, every row that names the person, and the person's events in the ledger."""
    found = {_name(Person): _rows([person])}
    for model, field in _naming_people():
        if listed := _rows(model.objects.filter(**{field.name: person})):
            found[f"{_name(model)} ({field.verbose_name})"] = listed
    events = Event.objects.filter(actor=person.pseudonym)
    sealed = events.order_by("number").values("number", "at", "verb", "about", "facts", "words__text")
    found["ledger"] = [dict(event) for event in sealed]
    return found


def _naming_people() -> Iterator[tuple[Any, Any]]:
    """Every model and foreign key that points at a person, whatever app it stands in."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:  # noqa: SLF001 - Django's own documented way to ask
            if isinstance(field, models.ForeignKey) and field.related_model is Person:
                yield model, field


def _name(model: type[models.Model]) -> str:
    return str(model._meta.verbose_name)  # noqa: SLF001 - as above


def _rows(objects: Any) -> list[dict[str, Any]]:
    return [
        {"id": one["pk"], **{key: value for key, value in one["fields"].items() if key not in SECRET}}
        for one in serializers.serialize("python", objects)
    ]
