"""The one draft of a body's criteria: taken under a lock, and written from values."""

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.scoring import criteria_rules
from takt.governance.clarifying.scoring.models import CriteriaVersion, Criterion
from takt.governance.clarifying.scoring.owners import owner_of
from takt.governance.clarifying.scoring.terms import CriteriaTerms


def locked_draft(body_key: str, edition: int, by: Person) -> CriteriaVersion:
    """Kept from others until the transaction ends. Raises Refused without draft or right, or when it has changed."""
    draft = (
        CriteriaVersion.objects.select_for_update(of=("self",), no_key=True)
        .filter(body_key=body_key, number=None)
        .first()
    )
    refuse_if(criteria_rules.why_not_change_criteria(owner_of(body_key), draft, edition, by))
    assert draft is not None  # noqa: S101 - why_not_change_criteria has seen to it
    return draft


def write(version: CriteriaVersion, terms: CriteriaTerms) -> None:
    """Make the draft say what the values say."""
    version.full_points, version.dkk_per_point = terms.full_points, terms.dkk_per_point
    version.save()
    version.criteria.all().delete()
    Criterion.objects.bulk_create(
        Criterion(
            version=version,
            position=position,
            name=one.name,
            worst=one.worst,
            best=one.best,
            weight=one.weight,
        )
        for position, one in enumerate(terms.criteria, start=1)
    )
