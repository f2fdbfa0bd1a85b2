"""Where the words of an event about a body, its model, its criteria or its meetings are repeated."""

from takt.foundation.ledger.models import Event
from takt.foundation.ledger.removal import take_away, when_removed
from takt.governance.clarifying.scoring.models import CriteriaVersion
from takt.governance.deciding.meetings.models import Meeting, Outcome
from takt.governance.deciding.models import ModelVersion


@when_removed
def remove_words(event: Event, text: str) -> None:
    not_yet_a_record = Outcome.objects.filter(item__meeting__minutes=None)
    take_away(not_yet_a_record.filter(item__initiative__number=event.about), text, "reason", "answer")
    noun, _, key = event.about.partition("-")
    if noun == "møde":
        take_away(Meeting.objects.filter(pk=key), text, "cancel_reason")
    elif noun == "styringsmodel":
        take_away(ModelVersion.objects.filter(number=key), text, "reason")
    elif noun == "kriterier":
        body_key, _, number = key.rpartition("-")
        take_away(CriteriaVersion.objects.filter(body_key=body_key, number=number), text, "reason")
