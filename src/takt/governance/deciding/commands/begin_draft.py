"""Begin the draft of the next governance model."""

from django.db import IntegrityError, transaction

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding import rules
from takt.governance.deciding.drafting import write
from takt.governance.deciding.models import Body, ModelVersion
from takt.governance.deciding.queries import bodies_of, draft, latest
from takt.governance.deciding.terms import body_terms


def begin_draft(*, by: Person) -> ModelVersion:
    """The draft there is, or a new one that says what the newest version says.

    A draft binds nobody, so it leaves no event in the ledger. Two who begin at once get the same draft.
    """
    refuse_if(rules.why_not_shape(by))
    if begun := draft():
        return begun
    try:
        return _copy(latest())
    except IntegrityError:  # somebody else began in the same moment
        begun = draft()
        if begun is None:
            raise
        return begun


@transaction.atomic
def _copy(newest: ModelVersion | None) -> ModelVersion:
    version = ModelVersion.objects.create(based_on=newest)
    for body in bodies_of(newest) if newest else ():
        write(Body(version=version, key=body.key), body_terms(body))
    return version
