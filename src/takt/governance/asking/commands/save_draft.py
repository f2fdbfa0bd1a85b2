"""Keep what has been written so far, for its writer's eyes only."""

import secrets
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.asking import rules
from takt.governance.asking.behalf import Behalf, units_led_by, why_not_write_for
from takt.governance.asking.models import Wish
from takt.governance.asking.rules import Answers
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@transaction.atomic
def save_draft(
    answers: Answers,
    *,
    behalf: Behalf | None = None,
    draft: Wish | None = None,
    version: int = 0,
    by: Person,
    at: datetime,
) -> Wish:
    """Save a new draft, or an old one that is still as it was at ``version``. ``behalf`` None: it is one's own.

    A draft is nobody else's business, so it has no number in the series and leaves no event in the ledger.
    """
    refuse_if(rules.why_not_write(by) or rules.why_not_keep(answers))
    refuse_if(why_not_write_for(by, behalf, led=units_led_by(by) if behalf else ()))
    wish = locked(draft, version, answers, by) if draft else new_draft(by, at)
    initiative = wish.initiative
    initiative.title = rules.title_of(answers)
    initiative.unit_id = behalf.unit.pk if behalf else by.unit_id  # type: ignore[assignment]  # seen to above
    initiative.changed_at = at
    initiative.version += 1
    initiative.save()
    wish.wished_for = behalf.person if behalf else None
    fields = asdict(answers)
    del fields["title"]
    for name, value in fields.items():
        setattr(wish, name, value)
    wish.save()
    return wish


def locked(draft: Wish, version: int, answers: Answers, by: Person) -> Wish:
    """The draft as it is now, kept from others until the transaction ends."""
    # both rows: PostgreSQL would read an unlocked initiative as it was before we waited, and undo a sending
    both = Wish.objects.select_for_update(of=("self", "initiative"), no_key=True).select_related("initiative")
    wish = both.get(pk=draft.pk)
    refuse_if(rules.why_not_edit(wish, by) or rules.why_not_overwrite(wish, version, answers))
    return wish


def new_draft(by: Person, at: datetime) -> Wish:
    assert by.unit_id is not None  # noqa: S101 - why_not_write has seen to it
    initiative = Initiative.objects.create(
        number=f"K-{secrets.token_hex(4)}",
        title="",
        stage=Stage.DRAFT,
        unit_id=by.unit_id,
        created_at=at,
        changed_at=at,
        version=0,
    )
    return Wish(initiative=initiative, wished_by=by)
