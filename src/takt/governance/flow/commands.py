"""Give a number, move a stage. Nothing moves without an event in the ledger."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, refuse_if
from takt.governance.flow.models import Initiative, NumberSeries
from takt.governance.flow.stages import MOVES, Stage


def next_number(*, at: datetime) -> str:
    """2027-014: the year and a running number; must be called inside a transaction."""
    year = timezone.localtime(at).year
    NumberSeries.objects.get_or_create(year=year)
    series = NumberSeries.objects.select_for_update(no_key=True).get(year=year)
    series.latest += 1
    series.save()
    return f"{year}-{series.latest:03d}"


def why_not_move(initiative: Initiative, to: Stage) -> Refusal | None:
    now = Stage(initiative.stage)
    if to in MOVES[now]:
        return None
    return Refusal(
        _("Sag %(number)s er på trinnet “%(now)s” og kan ikke gå til “%(to)s”.")
        % {"number": initiative.number, "now": now.label, "to": to.label},
        _("Herfra kan den gå til: %(stages)s.")
        % {"stages": ", ".join(str(stage.label) for stage in sorted(MOVES[now])) or _("ingen andre trin")},
    )


@transaction.atomic
def move(
    initiative: Initiative, to: Stage, *, by: Person | None, at: datetime, reason: str = ""
) -> Initiative:
    """Move along a permitted way and seal it in the ledger.

    Raises Refused when the way does not exist. The row is read anew under a lock; ``initiative`` follows it.
    """
    locked = Initiative.objects.select_for_update(no_key=True).get(pk=initiative.pk)
    refuse_if(why_not_move(locked, to))
    was = locked.stage
    locked.stage, locked.changed_at, locked.version = to, at, locked.version + 1
    locked.save()
    record("initiative.moved", about=locked, by=by, at=at, was=was, now=str(to), reason=reason)
    initiative.stage, initiative.changed_at, initiative.version = to, at, locked.version
    return initiative
