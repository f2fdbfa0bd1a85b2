"""Letters repeat what somebody wrote; those that lie here lose it too."""

from takt.foundation.ledger.models import Event
from takt.foundation.ledger.removal import take_away, when_removed
from takt.foundation.mail.models import Letter

SHORTEST = 10
"""A word or two stand in letters of other things as well."""


@when_removed
def remove_words(event: Event, text: str) -> None:  # noqa: ARG001 - a letter does not say of which event it is
    if len(text) >= SHORTEST:
        take_away(Letter.objects.all(), text, "text")
