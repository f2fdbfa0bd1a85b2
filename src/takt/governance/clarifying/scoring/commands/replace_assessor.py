"""Let somebody else assess instead of one who has not answered, because of leave or because they have left."""

from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.working import locked_people
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.scoring import rules
from takt.governance.clarifying.scoring.commands.working import locked_round, tell_asked
from takt.governance.clarifying.scoring.models import Assessor, Round
from takt.governance.clarifying.scoring.queries import assessors_of


@transaction.atomic
def replace_assessor(answer: Assessor, person: Person, *, seen: int, by: Person, at: datetime) -> Assessor:
    """``seen``: the key of the one who had the place when the page was opened."""
    [person] = locked_people(person)  # who may be leaving in this very moment
    case, one = locked_round(answer.round.initiative)
    now = Assessor.objects.select_related("person").filter(pk=answer.pk, round=one).first()
    refuse_if(rules.why_not_replace(case, one, now, by, seen=seen))
    assert one is not None  # noqa: S101 - why_not_replace has seen to it
    assert now is not None  # noqa: S101 - why_not_replace has seen to it
    others = [one for one in assessors_of(one) if one.pk != now.pk]
    refuse_if(rules.why_not_add_this(person, others, one, by))
    give_place(now, one, person, by=by, at=at)
    return now


def give_place(answer: Assessor, one: Round, person: Person, *, by: Person, at: datetime) -> None:
    """Within the lock and the rights of the caller."""
    was = answer.person
    answer.person, answer.asked_at = person, at
    answer.save(update_fields=["person", "asked_at"])
    tell_asked(person, one, by=by, at=at)
    record(
        "assessment.assessor_replaced",
        about=one.initiative,
        by=by,
        at=at,
        round=one.number,
        was=str(was.pseudonym) if was else None,
        now=str(person.pseudonym),
    )
