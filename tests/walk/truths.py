"""What must hold whatever people do: lawful moves, all of them recorded, and nothing left by a refusal."""

from collections import defaultdict
from typing import Any

from django.apps import apps

from takt.foundation.ledger.chain import first_broken
from takt.foundation.ledger.models import Event
from takt.governance.clarifying.models import Reply, ReplyKind
from takt.governance.deciding.meetings.models import Outcome
from takt.governance.deciding.meetings.models.outcome import APPROVING
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import MOVES, Stage
from tests.walk.doing import REASON


def everything_written() -> dict[str, list[Any]]:
    """Every row of ours, to see whether a refusal left a trace."""
    return {
        model._meta.label: list(model.objects.order_by("pk").values_list())  # type: ignore[attr-defined]
        for app in apps.get_app_configs()
        if app.name.startswith("takt.")
        for model in app.get_models(include_auto_created=True)
    }


def assert_every_move_is_lawful_and_recorded() -> None:
    moved: dict[str, Stage] = defaultdict(lambda: Stage.DRAFT)
    for event in Event.objects.filter(verb="initiative.moved").order_by("number"):
        was, now = Stage(event.facts["was"]), Stage(event.facts["now"])
        assert moved[event.about] == was, f"{event.about} was moved without an event"
        assert now in MOVES[was], f"{event.about} went from {was} to {now}"
        moved[event.about] = now
    for case in Initiative.objects.all():
        assert case.stage == moved[case.number], f"{case} stands at {case.stage} without an event"


def assert_the_chain_holds() -> None:
    events = list(Event.objects.select_related("words").order_by("number"))
    assert first_broken(events) is None
    assert not [event for event in events if REASON in str(event.facts)], "what people write is not sealed"


def assert_cases_can_be_explained() -> None:
    """Postponed has a day, declined has a reason, and nobody but a body with the mandate said yes."""
    for case in Initiative.objects.filter(stage__in=(Stage.POSTPONED, Stage.DECLINED)):
        told = Reply.objects.filter(initiative=case).order_by("pk").last()
        assert told is not None, f"{case} was never answered"
        expected = ReplyKind.POSTPONED if case.stage == Stage.POSTPONED else ReplyKind.DECLINED
        assert told.kind == expected, f"{case} stands at {case.stage} but was told {told.kind}"
        assert told.reason.strip()
        assert (told.reopen_date is not None) == (case.stage == Stage.POSTPONED)
    for case in Initiative.objects.filter(stage=Stage.APPROVED):
        yes = Outcome.objects.filter(
            item__initiative=case, kind__in=APPROVING, in_effect_at__isnull=False
        ).last()
        assert yes is not None, f"{case} is approved, but nobody approved it"
        levels = set(yes.item.meeting.body.mandates.values_list("level", flat=True))
        assert "decide" in levels
