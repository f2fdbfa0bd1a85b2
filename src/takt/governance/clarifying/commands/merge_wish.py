"""Gather a wish into another that is the same."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.foundation.search.indexing import remove
from takt.governance.asking.gathering import gather
from takt.governance.asking.indexing import KIND
from takt.governance.asking.merge_rules import why_not_merge
from takt.governance.asking.models import Wish
from takt.governance.asking.telling import people_behind, tell_of_gathering
from takt.governance.clarifying import rules
from takt.governance.clarifying.commands.working import reply
from takt.governance.clarifying.models import Dependency, Reply, ReplyKind
from takt.governance.flow.commands import move
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@transaction.atomic
def merge_wish(
    initiative: Initiative, into: Initiative | None, reason: str, *, by: Person, at: datetime
) -> Reply:
    """``initiative`` keeps its history and points to ``into``, where everyone behind it is from now on."""
    # both rows, always in the same order: two who gather crosswise take turns
    keys = [initiative.pk, *([into.pk] if into else [])]
    rows = {
        one.pk: one
        for one in Initiative.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
    }
    case, target = rows[initiative.pk], rows.get(into.pk) if into else None
    refuse_if(why_not_merge(case, target, by) or rules.why_not_give_reason(reason))
    assert target is not None  # noqa: S101 - the rule has said so
    wish, other = Wish.objects.get(initiative=case), Wish.objects.get(initiative=target)
    wish.initiative, other.initiative = case, target
    told = people_behind(target)
    move(case, Stage.MERGED, by=by, at=at, reason=reason.strip())
    given = reply(case, ReplyKind.MERGED, answer_of(target, reason), by=by, at=at)
    came = gather(wish, other, at=at)
    let_others_require(target, instead_of=case)
    remove(KIND, [case.number])
    record("wish.merged", about=case, by=by, at=at, into=target.number)
    record("wish.gathered", about=target, by=by, at=at, wish=case.number, supporters=came)
    tell_of_gathering(target, case, told=told, by=by, at=at)
    return given


def answer_of(into: Initiative, reason: str) -> str:
    """Kept, and read by others than the one who acts, so it is in the municipality's language."""
    with override(settings.LANGUAGE_CODE):
        where = _("Samlet i sag %(number)s: %(title)s.") % {"number": into.number, "title": into.title}
    return f"{where} {reason.strip()}"


def let_others_require(into: Initiative, *, instead_of: Initiative) -> None:
    """Who waited for the one waits for the other, unless the other waits for them."""
    requires: dict[int, set[int]] = {}
    for one, other in Dependency.objects.values_list("initiative", "requires"):
        requires.setdefault(one, set()).add(other)
    needed, new = {into.pk}, {into.pk}
    while new := {other for one in new for other in requires.get(one, ())} - needed:
        needed |= new
    for dependency in Dependency.objects.filter(requires=instead_of):
        if dependency.initiative_id in needed or into.pk in requires[dependency.initiative_id]:
            dependency.delete()
        else:
            dependency.requires = into
            dependency.save(update_fields=["requires"])
