"""Answer for a unit; until the day the answer may be changed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from takt.foundation.ledger.commands import record
from takt.foundation.mail.commands import tell
from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.hearing import rules
from takt.governance.deciding.hearing.commands.working import locked
from takt.governance.deciding.hearing.models import Hearing, Party, State


@transaction.atomic
def answer_hearing(
    party: Party, stance: str, text: str, *, said_by: str = "", edition: int, by: Person, at: datetime
) -> Party:
    """``edition``: of the answer as the person last saw it. ``said_by``: needed when nobody leads the unit."""
    hearing, today = locked(party.hearing), timezone.localdate(at)
    given = Party.objects.select_for_update(of=("self",), no_key=True).select_related("unit").get(pk=party.pk)
    given.hearing = hearing
    manager = Managers.now().of(given.unit_id)
    refuse_if(
        rules.why_not_answer(given, manager, by, today=today)
        or rules.why_not_overwrite(given, edition)
        or rules.why_not_mean(stance, text)
        or rules.why_not_speak_through(said_by, manager)
    )
    given.stance, given.text = stance, text.strip()[:4_000]
    given.answered_by, given.answered_at = by, at
    given.said_by = said_by.strip()[:120] if manager is None else ""
    given.is_late = hearing.state(today) == State.OVER
    given.edition += 1
    given.save()
    record(
        "hearing.answered",
        about=hearing.initiative,
        by=by,
        at=at,
        unit=given.unit.name,
        stance=str(stance),
        late=given.is_late,
    )
    if edition == 1:
        _tell_when_all_have_answered(hearing, at=at)
    return given


def _tell_when_all_have_answered(hearing: Hearing, *, at: datetime) -> None:
    if hearing.parties.filter(answered_at=None).exists():
        return
    tell(
        hearing.asked_by,
        subject=_("Alle har svaret i høringen om “%(title)s”"),
        text=_("Du kan afslutte høringen nu, eller lade den løbe til fristen."),
        values={"title": hearing.initiative.title},
        link=hearing.get_absolute_url(),
        at=at,
    )
