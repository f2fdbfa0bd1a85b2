"""Take a change out of a scenario again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, refuse_if
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.models import Scenario
from takt.governance.planning.scenarios.queries import says_now


@transaction.atomic
def remove_change(scenario: Scenario, index: int, *, seen: int, by: Person, at: datetime) -> Scenario:
    """``index``: its place among the changes. ``seen``: the edition that the person had before them."""
    held = Scenario.objects.select_for_update(no_key=True).get(pk=scenario.pk)
    refuse_if(rules.why_not_edit(held, seen, by, says_now(held)) or _why_not_found(held, index))
    removed = held.changes[index]
    held.changes = [*held.changes[:index], *held.changes[index + 1 :]]
    held.edition += 1
    held.save(update_fields=["changes", "edition"])
    record("scenario.changed", about=held.reference, by=by, at=at, edition=held.edition, removed=removed)
    return held


def _why_not_found(scenario: Scenario, index: int) -> Refusal | None:
    if 0 <= index < len(scenario.changes):
        return None
    return Refusal(
        _("Scenariet har ikke den ændring."), _("Åbn siden igen, og vælg en af dem, der står der.")
    )
