"""Where the words of an event are repeated: the answer to the wisher, the assessment and the source of an estimate."""

from takt.foundation.ledger.models import Event
from takt.foundation.ledger.removal import take_away, when_removed
from takt.governance.clarifying.models import Estimate, Reply
from takt.governance.clarifying.scoring.models import Round, Valuation


@when_removed
def remove_words(event: Event, text: str) -> None:
    take_away(Reply.objects.filter(initiative__number=event.about), text, "reason")
    take_away(Round.objects.filter(initiative__number=event.about), text, "reason", "close_reason")
    take_away(Valuation.objects.filter(initiative__number=event.about), text, "reason")
    take_away(Estimate.objects.filter(initiative__number=event.about), text, "source")
