"""Stop following a case."""

from datetime import datetime

from django.db import transaction

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking import rules
from takt.governance.asking.models import Follower
from takt.governance.flow.models import Initiative


@transaction.atomic
def unfollow_case(initiative: Initiative, *, by: Person, at: datetime) -> None:  # noqa: ARG001 - as every command
    """Also of a case that one no longer follows; silent as follow_case."""
    refuse_if(rules.why_not_follow(initiative, by))
    Follower.objects.filter(initiative=initiative, person=by).delete()
