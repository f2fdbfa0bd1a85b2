"""Gather what stands behind one wish into another, so that nobody's support is lost or counted twice."""

from collections.abc import Iterable
from datetime import datetime

from takt.governance.asking.models import Attachment, Follower, Supporter, Wish
from takt.governance.flow.models import Initiative


def gather(wish: Wish, into: Wish, *, at: datetime) -> int:
    """Wisher and supporters are with the other from now on, and stay where they were too. Returns how many came.

    Documents move; a case that then has more than it may have keeps them, but takes no more.
    """
    there = {into.wished_by_id, *into.supporters.values_list("person", flat=True)} - {None}
    came = [one for one in _those_behind(wish, at) if one.person_id is None or one.person_id not in there]
    Supporter.objects.bulk_create(_as_supporter(one, into) for one in came)
    _let_follow(wish.initiative, into.initiative)
    Attachment.objects.filter(initiative=wish.initiative).update(initiative=into.initiative)
    wish.merged_into = into.initiative
    wish.save(update_fields=["merged_into"])
    return len(came)


def _those_behind(wish: Wish, at: datetime) -> Iterable[Supporter]:
    """The wisher first, with the trouble as the reason; also of a wish whose wisher nobody knows."""
    yield Supporter(
        person_id=wish.wished_by_id,
        unit_id=wish.initiative.unit_id,
        reason=wish.trouble[:500],
        joined_at=wish.submitted_at or at,
    )
    yield from wish.supporters.order_by("joined_at", "id")


def _as_supporter(one: Supporter, into: Wish) -> Supporter:
    return Supporter(
        wish=into, person_id=one.person_id, unit_id=one.unit_id, reason=one.reason, joined_at=one.joined_at
    )


def _let_follow(initiative: Initiative, into: Initiative) -> None:
    Follower.objects.bulk_create(
        (
            Follower(initiative=into, person_id=one.person_id, since=one.since)
            for one in Follower.objects.filter(initiative=initiative)
        ),
        ignore_conflicts=True,
    )
