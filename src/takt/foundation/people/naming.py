"""How a person is written in a field, and who is meant by it."""

import re
from collections.abc import Iterable

from django.db.models import Q

from takt.foundation.people.models import Person

_IN_BRACKETS = re.compile(r"\(([^()]+@[^()]+)\)\s*$")


def known_as(person: Person) -> str:
    """“Nadia Krogh (nadia@fjordby.example)”: nobody is mistaken for a namesake."""
    return f"{person.name} ({person.email})"


def key_of(written: str) -> str:
    """The e-mail in “Nadia Krogh (nadia@fjordby.example)”, or what was written."""
    in_brackets = _IN_BRACKETS.search(written)
    return (in_brackets.group(1) if in_brackets else written).strip()


def people_meant(written: Iterable[str]) -> dict[str, Person]:
    """By what was written, in one query; absent when nobody, or more than one, is meant."""
    keys = {text: key_of(text) for text in written}
    wanted = set(keys.values()) - {""}
    found = list(Person.objects.filter(Q(email__in=wanted) | Q(name__in=wanted))) if wanted else []
    meant = {text: [one for one in found if key in (one.email, one.name)] for text, key in keys.items()}
    return {text: people[0] for text, people in meant.items() if len(people) == 1}
