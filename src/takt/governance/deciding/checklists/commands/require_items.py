"""Say what a body requires before a case is sent to it."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.deciding.checklists import rules
from takt.governance.deciding.checklists.gathering import all_names, required_keys
from takt.governance.deciding.checklists.models import Checklist, RequiredItem
from takt.governance.deciding.checklists.queries import CHANGED, about, is_secretary
from takt.governance.deciding.models import Body


@transaction.atomic
def require_items(body: Body, keys: Collection[str], *, edition: int, by: Person, at: datetime) -> Checklist:
    """``edition``: of the checklist as the person last saw it. Cases already sent on stay where they are."""
    refuse_if(rules.why_not_require(body, by, is_secretary=is_secretary(body, by, at=at)))
    before = required_keys(body.key)
    Checklist.objects.get_or_create(body_key=body.key, defaults={"edition": 0, "changed_at": at})
    now = Checklist.objects.select_for_update(of=("self",), no_key=True).get(body_key=body.key)
    refuse_if(rules.why_not_overwrite(now, edition) or rules.why_not_keep(keys, all_names()))
    now.edition, now.changed_at, now.changed_by = now.edition + 1, at, by
    now.save()
    wanted = [key for key in all_names() if key in set(keys)]
    now.items.all().delete()
    RequiredItem.objects.bulk_create(RequiredItem(checklist=now, key=key) for key in wanted)
    added, removed = sorted(set(wanted) - before), sorted(before - set(wanted))
    record(CHANGED, about=about(body.key), by=by, at=at, required=wanted, added=added, removed=removed)
    return now
