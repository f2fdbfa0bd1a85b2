"""What happens to meetings and their cases once a day."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import override

from takt.foundation.jobs.daily import every_day
from takt.governance.clarifying.commands.working import locked, reply
from takt.governance.clarifying.models import Reply, ReplyKind
from takt.governance.deciding.meetings.models import Condition, ConditionState, Outcome, OutcomeKind
from takt.governance.deciding.meetings.telling import tell_owner, texts
from takt.governance.flow.commands import move
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

DAYS_BEFORE, DAYS_BETWEEN = timedelta(days=7), timedelta(days=7)
COMES_BACK_TO = (Stage.CLARIFYING, Stage.RECOMMENDED)


@every_day("meetings.take_up_postponed")
def take_up_postponed(today: date, at: datetime) -> None:
    """A case that a body postponed comes back on its date, to where it stood."""
    newest = Reply.objects.filter(initiative=OuterRef("pk")).order_by("-id")
    due = (
        Initiative.objects.filter(stage=Stage.POSTPONED)
        .annotate(
            until=Subquery(newest.values("reopen_date")[:1]),
            told=Subquery(newest.values("kind")[:1]),
            body=Subquery(newest.values("body_name")[:1]),
        )
        .filter(until__lte=today, told=ReplyKind.POSTPONED)
        .exclude(body="")
        .order_by("until", "id")
    )
    with transaction.atomic():
        # all of them before the first event: whoever holds the end of the ledger waits for no row
        keys = sorted(case.pk for case in due)
        list(
            Initiative.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys).order_by("pk")
        )
        for case in due:
            take_up_again(case, at=at)


@transaction.atomic
def take_up_again(case: Initiative, *, at: datetime) -> None:
    now = locked(case)
    if now.stage != Stage.POSTPONED:  # somebody took it up in the same moment
        return
    postponed = (
        Outcome.objects.filter(item__initiative=now, kind=OutcomeKind.POSTPONED, in_effect_at__isnull=False)
        .select_related("item__meeting__body")
        .order_by("-in_effect_at", "-id")
        .first()
    )
    back_to = Stage(postponed.stage_before) if postponed and postponed.stage_before else Stage.CLARIFYING
    with override(settings.LANGUAGE_CODE):  # it is kept, and read by all
        reason = _("Sagen var udsat til i dag og er taget op igen af sig selv.")
    answered = postponed.item.meeting.body.name if postponed else ""
    move(now, back_to if back_to in COMES_BACK_TO else Stage.CLARIFYING, by=None, at=at, reason=reason)
    reply(now, ReplyKind.REOPENED, reason, by=None, at=at, body_name=answered)


@every_day("meetings.remind_of_conditions")
def remind_of_conditions(today: date, at: datetime) -> None:
    """A week before, and every week after the date has passed. Nobody is reminded twice of the same."""
    never_reminded = Q(reminded_date=None, due_date__lte=today + DAYS_BEFORE)
    late_again = Q(due_date__lt=today) & (Q(reminded_date__lte=today - DAYS_BETWEEN))
    due = (
        Condition.objects.select_for_update(of=("self",), no_key=True)
        .filter(never_reminded | late_again, state=ConditionState.OPEN, outcome__in_effect_at__isnull=False)
        .select_related("owner", "owner_unit", "outcome__item__initiative", "outcome__item__meeting__body")
        .order_by("due_date", "id")
    )
    for condition in due:
        tell_owner(
            condition, texts.CONDITION_LATE if condition.due_date < today else texts.CONDITION_SOON, at=at
        )
        Condition.objects.filter(pk=condition.pk).update(reminded_date=today)
