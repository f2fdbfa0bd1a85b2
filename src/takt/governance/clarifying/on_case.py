"""What a case page shows of the clarification: who has the case, what was answered, the thread, and deeds."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal
from takt.governance.asking.merge_rules import why_not_merge_away
from takt.governance.asking.models import Wish
from takt.governance.clarifying import rules
from takt.governance.clarifying.models import Assignment, Question, Reply
from takt.governance.clarifying.network import rules as network_rules
from takt.governance.clarifying.network.queries import people_to_ask, stands_in_for
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@dataclass(frozen=True, slots=True)
class Deed:
    """Something the network may do with the case, or why not."""

    key: str
    """take_up, qualify, ask, give, take_over, park, decline or reopen."""
    why_not: Refusal | None


@dataclass(frozen=True, slots=True)
class OnCase:
    holder: Person | None
    is_taken: bool
    is_ready: bool
    reply: Reply | None
    """The answer that holds."""
    questions: Sequence[Question]
    answers_here: bool
    """The reader is the one whom the network asks."""
    deeds: Sequence[Deed]
    """Empty for those who never do any of it."""
    people: Sequence[Person]
    """To whom the case may be given; empty for those who give none."""

    @property
    def is_empty(self) -> bool:
        return not (self.is_taken or self.reply or self.questions or self.deeds)


def on_case(initiative: Initiative, wish: Wish | None, *, reader: Person) -> OnCase:
    assignment: Assignment | None = getattr(initiative, "assignment", None)
    holder = assignment.person if assignment else None
    reply = initiative.replies.select_related("given_by").last()
    return OnCase(
        holder=holder,
        is_taken=assignment is not None,
        is_ready=assignment is not None and assignment.ready_at is not None,
        reply=reply,
        questions=list(initiative.questions.select_related("asked_by", "answered_by")),
        answers_here=wish is not None and wish.wished_by_id == reader.pk,
        deeds=_deeds(initiative, wish, holder, reader, reply) if reader.holds(*rules.NETWORK) else [],
        people=list(people_to_ask()) if network_rules.why_not_give_case(initiative, reader) is None else [],
    )


def _deeds(
    initiative: Initiative, wish: Wish | None, holder: Person | None, reader: Person, reply: Reply | None
) -> list[Deed]:
    """What belongs to the stage; the rest is not shown."""
    why_not = {
        "take_up": rules.why_not_take_up(initiative, holder, reader),
        "qualify": rules.why_not_work(initiative, reader),
        "ask": rules.why_not_ask(initiative, wish, reader),
        "give": network_rules.why_not_give_case(initiative, reader),
        "take_over": why_not_take_over(initiative, holder, reader),
        "park": rules.why_not_park(initiative, reader),
        "decline": rules.why_not_decline(initiative, reader),
        "reopen": rules.why_not_reopen(initiative, reader, declined_by=reply.body_name if reply else ""),
        "merge": why_not_merge_away(initiative, reader),
    }
    shown: tuple[str, ...] = {
        Stage.SUBMITTED: ("take_up", "give", "ask", "merge", "park", "decline"),
        Stage.CLARIFYING: ("qualify", "ask", "give", "merge", "park", "decline"),
        Stage.POSTPONED: ("reopen", "decline"),
        Stage.DECLINED: ("reopen",),
    }.get(Stage(initiative.stage), ())
    if initiative.stage == Stage.CLARIFYING and not why_not["take_up"]:
        shown = ("take_up", *shown)
    if not network_rules.may_lead(reader):
        shown = tuple(key for key in shown if key != "give")
        if not why_not["take_over"]:
            shown = ("take_over", *shown)
    return [Deed(key, why_not[key]) for key in shown]


def why_not_take_over(initiative: Initiative, holder: Person | None, reader: Person) -> Refusal | None:
    """A coordinator gives the case to themselves instead."""
    stands_in = stands_in_for(reader, holder, timezone.localdate())
    return network_rules.why_not_take_over(initiative, holder, reader, stands_in=stands_in)
