"""Begin the draft of a body's next criteria."""

from django.db import IntegrityError, transaction

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.scoring import criteria_rules
from takt.governance.clarifying.scoring.commands.drafting import write
from takt.governance.clarifying.scoring.criteria import draft_of, newest
from takt.governance.clarifying.scoring.models import CriteriaVersion
from takt.governance.clarifying.scoring.owners import owner_of
from takt.governance.clarifying.scoring.terms import SUGGESTED, terms_of


def begin_criteria(body_key: str, *, by: Person) -> CriteriaVersion:
    """The draft there is, or a new one that says what the newest version says; the very first has a suggestion.

    A draft binds nobody, so it leaves no event in the ledger. Two who begin at once get the same draft.
    """
    refuse_if(criteria_rules.why_not_keep_criteria(owner_of(body_key), by))
    if begun := draft_of(body_key):
        return begun
    try:
        return _copy(body_key)
    except IntegrityError:  # somebody else began in the same moment
        begun = draft_of(body_key)
        if begun is None:
            raise
        return begun


@transaction.atomic
def _copy(body_key: str) -> CriteriaVersion:
    before = newest(body_key)
    draft = CriteriaVersion.objects.create(body_key=body_key)
    write(draft, terms_of(before) if before else SUGGESTED)
    return draft
