"""Change one limit, or several at once: all of it or nothing."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.planning.limits import rules
from takt.governance.planning.limits.broken import weigh
from takt.governance.planning.limits.differences import differences
from takt.governance.planning.limits.queries import edition_of
from takt.governance.planning.limits.rules import Grounds, Proposal
from takt.governance.planning.limits.sections import Content, part_of
from takt.governance.planning.limits.standing import content_now
from takt.governance.planning.limits.writing import write_limit
from takt.governance.planning.models import LimitKind, LimitVersion
from takt.governance.planning.queries import current_plan


@transaction.atomic
def change_limits(
    proposals: Sequence[Proposal], grounds: Grounds, *, by: Person, at: datetime
) -> list[LimitVersion]:
    """The new versions, in the order of the proposals. Raises Refused."""
    refuse_if(rules.why_not_several(proposals))
    for proposal in proposals:
        refuse_if(rules.why_not_change_limit(by, proposal.limit))
    refuse_if(rules.why_not_decided_later(grounds, timezone.localdate(at)))
    versions = [_change(proposal, grounds, by, at) for proposal in proposals]
    weigh(versions[-1], current_plan())
    return versions


def _change(proposal: Proposal, grounds: Grounds, by: Person, at: datetime) -> LimitVersion:
    limit = proposal.limit
    number = edition_of(limit)
    refuse_if(rules.why_not_replace(number, proposal.edition))
    before = part_of(content_now(), limit)
    found = differences(before, proposal.content)
    refuse_if(rules.why_not_keep(limit, grounds, changes=len(found)))
    if not number and any(before.values()):
        _keep_first(limit, before, at)
    version = _new_version(proposal, grounds, by, at)
    write_limit(limit, proposal.content, source=version.source, today=timezone.localdate(at))
    record(
        "limit.changed",
        about=f"limit {limit}",
        by=by,
        at=at,
        version=version.number,
        changes=len(found),
        sections=sorted({one.section.key for one in found}),
    )
    return version


def _new_version(proposal: Proposal, grounds: Grounds, by: Person, at: datetime) -> LimitVersion:
    """Made before anything else is written: of two at the same time, the second finds the number taken."""
    try:
        with transaction.atomic():
            return LimitVersion.objects.create(
                limit=proposal.limit,
                number=proposal.edition + 1,
                content=proposal.content,
                owner=grounds.owner.strip() or _owner(proposal),
                source=grounds.source.strip(),
                decided_by=grounds.decided_by.strip(),
                decided_on=grounds.decided_on,
                reason=grounds.reason.strip(),
                changed_by=by,
                changed_at=at,
            )
    except IntegrityError:
        refuse_if(rules.why_not_replace(proposal.edition + 1, proposal.edition))
        raise


def _owner(proposal: Proposal) -> str:
    """Who answered for it until now, when nobody else is named."""
    before = LimitVersion.objects.filter(limit=proposal.limit, number=proposal.edition).first()
    return before.owner if before else ""


def _keep_first(limit: LimitKind, before: Content, at: datetime) -> None:
    """So that what stood there before history began can still be read."""
    LimitVersion.objects.get_or_create(
        limit=limit, number=0, defaults={"content": before, "changed_by": None, "changed_at": at}
    )
