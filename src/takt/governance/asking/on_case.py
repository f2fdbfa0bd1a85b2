"""What a case page shows of the asking: its documents, and whether the reader follows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal
from takt.governance.asking import file_rules
from takt.governance.asking.models import Attachment, Follower, Supporter, Wish
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@dataclass(frozen=True, slots=True)
class Document:
    attachment: Attachment
    may_remove: bool


@dataclass(frozen=True, slots=True)
class OnCase:
    documents: Sequence[Document]
    adds_documents: bool
    """The reader is one of those who do, though perhaps not at this stage."""
    why_not_attach: Refusal | None
    can_be_followed: bool
    follows: bool
    is_told_anyway: bool
    """As the one who wished, or as one who has joined."""
    merged_into: Initiative | None
    gathered: Sequence[Wish]
    """Wishes that have become part of this case."""


def on_case(initiative: Initiative, wish: Wish | None, *, reader: Person) -> OnCase:
    gathered = Wish.objects.filter(merged_into=initiative).select_related("initiative__unit")
    follows, has_joined = _follows_or_has_joined(initiative, reader)
    is_own = wish is not None and wish.wished_by_id == reader.pk
    return OnCase(
        documents=[
            Document(one, may_remove=file_rules.why_not_remove(one, reader) is None)
            for one in initiative.attachments.select_related("added_by")
        ],
        adds_documents=is_own or reader.holds(*file_rules.NETWORK),
        why_not_attach=file_rules.why_not_attach(initiative, wish, reader),
        can_be_followed=initiative.stage != Stage.DRAFT,
        follows=follows,
        is_told_anyway=is_own or has_joined,
        merged_into=wish.merged_into if wish else None,
        gathered=list(gathered.order_by("initiative__number")),
    )


def _follows_or_has_joined(initiative: Initiative, reader: Person) -> tuple[bool, bool]:
    followers = Follower.objects.filter(initiative=initiative, person=reader)
    supporters = Supporter.objects.filter(wish__initiative=initiative, person=reader)
    this = Initiative.objects.filter(pk=initiative.pk)
    follows, has_joined = this.values_list(Exists(followers), Exists(supporters)).get()
    return follows, has_joined
