"""Write a body of the draft: a new one, or one that is there."""

from itertools import count

from django.db import transaction
from django.utils.text import slugify

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding import rules
from takt.governance.deciding.drafting import locked_draft, touch, write
from takt.governance.deciding.models import Body, ModelVersion
from takt.governance.deciding.terms import BodyTerms

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@transaction.atomic
def save_body(terms: BodyTerms, *, key: str = "", edition: int = 0, by: Person) -> Body:
    """``key`` empty: a new body. ``edition``: of the body as the person last saw it; another's change is kept."""
    draft = locked_draft(by)
    others = draft.bodies.exclude(key=key)
    refuse_if(rules.why_not_keep(terms, name_is_taken=others.filter(name__iexact=terms.name).exists()))
    if key:
        found = draft.bodies.filter(key=key).first()
        refuse_if(rules.why_not_overwrite(found, edition))
        assert found is not None  # noqa: S101 - why_not_overwrite has seen to it
        body = found
        body.edition += 1
    else:
        body = Body(version=draft, key=free_key(terms.name))
    write(body, terms)
    _close_ranks(draft, body, terms.position)
    touch(draft)
    return body


def free_key(name: str) -> str:
    """An address for a new body that no version has used, so that it never takes over another's history."""
    stem = slugify(name.lower().translate(_LETTERS))[:50] or "forum"
    taken = set(Body.objects.filter(key__startswith=stem).values_list("key", flat=True))
    candidates = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(one for one in candidates if one not in taken)


def _close_ranks(draft: ModelVersion, body: Body, position: int) -> None:
    """The body takes its position (1 is the lowest), and the others keep their order around it."""
    others = [one for one in draft.bodies.all() if one.pk != body.pk]
    others.insert(max(0, position - 1), body)
    for place, one in enumerate(others, start=1):
        if one.position != place:
            Body.objects.filter(pk=one.pk).update(position=place)
            one.position = place
