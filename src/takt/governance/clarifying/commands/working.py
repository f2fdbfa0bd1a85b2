"""What every command on a case in clarification does first and last."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.governance.asking.models import Wish
from takt.governance.clarifying.answer_letter import tell_of_answer
from takt.governance.clarifying.models import Assignment, BenefitOwner, Reply, ReplyKind
from takt.governance.flow.models import Initiative


def locked(initiative: Initiative) -> Initiative:
    """The case as it is now, kept from others until the transaction ends."""
    return (
        Initiative.objects.select_for_update(of=("self",), no_key=True)
        .select_related("unit")
        .get(pk=initiative.pk)
    )


def wish_of(initiative: Initiative) -> Wish | None:
    return Wish.objects.filter(initiative=initiative).select_related("wished_by").first()


def holder_of(initiative: Initiative) -> Person | None:
    """The one who has the case now."""
    assignment = Assignment.objects.filter(initiative=initiative).select_related("person").first()
    return assignment.person if assignment else None


def owner_of(initiative: Initiative) -> BenefitOwner | None:
    """The one named to answer for the benefit."""
    return BenefitOwner.objects.filter(initiative=initiative).select_related("person", "named_by").first()


def declined_by(initiative: Initiative) -> str:
    """The body whose answer holds; empty when the network's does."""
    newest = Reply.objects.filter(initiative=initiative).order_by("-id").first()
    return newest.body_name if newest else ""


def give_to(person: Person, initiative: Initiative, *, at: datetime) -> Assignment:
    assignment, _ = Assignment.objects.update_or_create(
        initiative=initiative, defaults={"person": person, "taken_at": at, "ready_at": None}
    )
    return assignment


def reply(
    initiative: Initiative, kind: ReplyKind, reason: str, *, by: Person | None, at: datetime, **fields: Any
) -> Reply:
    """Tell the wisher and everybody behind the wish, and seal that it was told. ``by`` None: Takt itself."""
    given = Reply.objects.create(
        initiative=initiative, kind=kind, reason=reason.strip(), given_by=by, given_at=at, **fields
    )
    record("wish.answered", about=initiative, by=by, at=at, kind=str(kind))
    tell_of_answer(given, by=by, at=at)
    return given


def changed(
    verb: str, initiative: Initiative, *, by: Person, at: datetime, facts: Mapping[str, object]
) -> None:
    """The case is another than it was: it gets a new version, and is no longer ready for the council."""
    initiative.version += 1
    initiative.changed_at = at
    initiative.save(update_fields=["version", "changed_at"])
    Assignment.objects.filter(initiative=initiative).update(ready_at=None)
    record(verb, about=initiative, by=by, at=at, **cast("dict[str, Any]", dict(facts)))
