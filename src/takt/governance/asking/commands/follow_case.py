"""Follow a case: be told of its answers and decisions."""

from datetime import datetime

from django.db import transaction

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking import rules
from takt.governance.asking.models import Follower
from takt.governance.flow.models import Initiative


@transaction.atomic
def follow_case(initiative: Initiative, *, by: Person, at: datetime) -> Follower:
    """Once is enough. Whom one follows is one's own business, so the ledger is not told."""
    refuse_if(rules.why_not_follow(initiative, by))
    follower, _ = Follower.objects.get_or_create(initiative=initiative, person=by, defaults={"since": at})
    return follower
