"""Take a body out of the draft. It stays in the versions in which it met."""

from django.db import transaction

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding import rules
from takt.governance.deciding.drafting import locked_draft, touch


@transaction.atomic
def close_body(key: str, *, edition: int, by: Person) -> None:
    """``edition``: of the body as the person last saw it."""
    draft = locked_draft(by)
    body = draft.bodies.filter(key=key).first()
    refuse_if(rules.why_not_overwrite(body, edition))
    assert body is not None  # noqa: S101 - why_not_overwrite has seen to it
    body.delete()
    touch(draft)
