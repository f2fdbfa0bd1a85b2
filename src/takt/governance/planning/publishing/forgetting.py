"""Where the words of a no to a plan are repeated."""

from takt.foundation.ledger.models import Event
from takt.foundation.ledger.removal import take_away, when_removed
from takt.governance.planning.publishing.models import Proposal


@when_removed
def remove_words(event: Event, text: str) -> None:
    noun, _, key = event.about.partition("-")
    if noun == "planforslag":
        take_away(Proposal.objects.filter(pk=key), text, "settled_reason")
