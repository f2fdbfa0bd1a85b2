"""Where the words of an event about a body, its model, its criteria or its meetings are repeated."""

from takt.foundation.ledger.models import Event
from takt.foundation.ledger.removal import take_away, when_removed
from takt.governance.clarifying.scoring.models import CriteriaVersion
from takt.governance.deciding.meetings.models import Meeting
from takt.governance.deciding.models import ModelVersion


@when_removed
def remove_words(event: Event, text: str) -> None:
    noun, _, key = event.about.partition("-")
    if noun == "møde":
        take_away(Meeting.objects.filter(pk=key), text, "cancel_reason")
    elif noun == "styringsmodel":
        take_away(ModelVersion.objects.filter(number=key), text, "reason")
    elif noun == "kriterier":
        body_key, _, number = key.rpartition("-")
        take_away(CriteriaVersion.objects.filter(body_key=body_key, number=number), text, "reason")
