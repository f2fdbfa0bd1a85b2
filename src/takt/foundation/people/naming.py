"""How a person is written in a field, and who is meant by it."""

import re
from collections.abc import Iterable

from django.db.models import Count, Q

from takt.foundation.people.models import Person

_IN_BRACKETS = re.compile(r"\(([^()]+@[^()]+)\)\s*$")


def known_as(person: Person) -> str:
    """“Nadia Krogh (nadia@fjordby.example)”: nobody is mistaken for a namesake."""
    return f"{person.name} ({person.email})"


def names_of(people: Iterable[Person]) -> dict[int, str]:
    """By key: the name alone where nobody else has it, so that it fits in a field."""
    found = {person.pk: person for person in people}
    names = [person.name for person in found.values()]
    shared = set(
        Person.objects.filter(name__in=names)
        .values_list("name", flat=True)
        .annotate(people=Count("pk"))
        .filter(people__gt=1)
        .order_by()
    )
    return {pk: known_as(one) if one.name in shared else one.name for pk, one in found.items()}


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
