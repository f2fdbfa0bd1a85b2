"""Write the draft of a body's criteria."""

from django.db import transaction

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.scoring import criteria_rules
from takt.governance.clarifying.scoring.commands.drafting import locked_draft, write
from takt.governance.clarifying.scoring.models import CriteriaVersion
from takt.governance.clarifying.scoring.terms import CriteriaTerms


@transaction.atomic
def save_criteria(body_key: str, terms: CriteriaTerms, *, edition: int, by: Person) -> CriteriaVersion:
    """``edition``: of the draft as the person last saw it; another's change is never lost."""
    draft = locked_draft(body_key, edition, by)
    refuse_if(criteria_rules.why_not_stand(terms))
    draft.edition += 1
    write(draft, terms)
    return draft
