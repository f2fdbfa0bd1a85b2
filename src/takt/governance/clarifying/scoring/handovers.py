"""What an assessor who leaves has not answered yet, and how it goes on to another."""

from collections.abc import Sequence
from datetime import datetime

from takt.foundation.people.models import Person
from takt.governance.clarifying.scoring.commands.replace_assessor import give_place
from takt.governance.clarifying.scoring.commands.working import reveal_if_all_have_answered
from takt.governance.clarifying.scoring.models import Assessor
from takt.governance.clarifying.scoring.queries import waiting_for
from takt.governance.flow.models import Initiative


def to_assess(person: Person) -> Sequence[Initiative]:
    """The cases that wait for this person's assessment, by number."""
    return sorted((answer.round.initiative for answer in waiting_for(person)), key=lambda case: case.number)


def give_assessments(cases: Sequence[Initiative], was: Person, to: Person, by: Person, at: datetime) -> None:
    """Within the lock of the caller. One who already assesses a case does so once: then the leaver's place goes."""
    for answer in (
        waiting_for(was).filter(round__initiative__in=cases).select_related("round__criteria", "person")
    ):
        one = answer.round
        if Assessor.objects.filter(round=one, person=to).exists():
            answer.delete()
            reveal_if_all_have_answered(one, by=by, at=at)
        else:
            give_place(answer, one, to, by=by, at=at)
