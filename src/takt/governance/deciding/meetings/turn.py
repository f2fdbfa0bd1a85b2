"""Whose turn a case is, and what a body may do with it: worked out from the mandates, never from what a page sends."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from takt.calculation.governance_path import CaseFacts, Level, Step, next_step, path_for
from takt.governance.clarifying.models import Impact
from takt.governance.deciding.meetings.models import Outcome
from takt.governance.deciding.meetings.models.outcome import RECOMMENDING
from takt.governance.deciding.queries import areas, in_force, path_bodies_of
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


@dataclass(frozen=True, slots=True)
class Turn:
    """Of one case. Without facts nobody can say whose turn it is."""

    facts: CaseFacts | None
    step: Step | None
    """The body that treats it next, and as what."""
    levels: Mapping[str, Level]
    """How far each body on the case's way may go, by key."""
    is_ready: bool
    """Declared ready for the bodies, or recommended already."""

    def is_for(self, body_key: str) -> bool:
        return self.is_ready and self.step is not None and self.step.body.key == body_key

    @property
    def body_name(self) -> str:
        return self.step.body.name if self.step else ""


def turn_of(initiative: Initiative, at: datetime) -> Turn:
    return turns_of([initiative], at)[initiative.pk]


def turns_of(initiatives: Iterable[Initiative], at: datetime) -> dict[int, Turn]:
    """By key of the initiative, in a number of queries that does not depend on how many there are."""
    keys = [one.pk for one in initiatives]
    version, where, touched = in_force(at), areas(), _units_of(keys)
    bodies = path_bodies_of(version) if version else []
    recommended_by = _last_recommenders(keys)
    turns = {}
    for pk, stage, ready_at, investment, running in _cases(keys):
        is_recommended = stage == Stage.RECOMMENDED
        is_ready = is_recommended or (stage == Stage.CLARIFYING and ready_at is not None)
        if investment is None or running is None or pk not in touched:
            turns[pk] = Turn(None, None, {}, is_recommended)
            continue
        facts = CaseFacts(where.touched_by(touched[pk]), investment, running)
        path = path_for(facts, bodies)
        step = next_step(path, is_recommended=is_recommended, recommended_by=recommended_by.get(pk, ""))
        turns[pk] = Turn(facts, step, {one.body.key: one.level for one in path.steps}, is_ready)
    return turns


def _cases(keys: list[int]) -> Iterable[tuple[int, str, datetime | None, int | None, int | None]]:
    """Key, stage, when it was declared ready, likely investment and running cost: no more than a turn needs."""
    return Initiative.objects.filter(pk__in=keys).values_list(
        "pk", "stage", "assignment__ready_at", "estimate__investment_dkk", "estimate__running_dkk"
    )


def _units_of(keys: list[int]) -> Mapping[int, list[int]]:
    """The units that must change, by the key of the initiative."""
    units: dict[int, list[int]] = defaultdict(list)
    for initiative, unit in Impact.objects.filter(initiative__in=keys).values_list("initiative", "unit"):
        units[initiative].append(unit)
    return units


def waiting_for(body_key: str, at: datetime) -> list[Initiative]:
    """Cases whose turn it is in this body, those that have waited longest first; each knows its ``turn``."""
    cases = list(open_cases())
    turns = turns_of(cases, at)
    mine = [case for case in cases if turns[case.pk].is_for(body_key)]
    for case in mine:
        case.turn = turns[case.pk]  # type: ignore[attr-defined]
    return mine


def open_cases() -> QuerySet[Initiative]:
    """Ready or recommended, whoever's turn it is."""
    return (
        (
            Initiative.objects.filter(stage=Stage.RECOMMENDED)
            | Initiative.objects.filter(stage=Stage.CLARIFYING, assignment__ready_at__isnull=False)
        )
        .select_related("unit", "assignment")
        .order_by("changed_at", "id")
    )


def _last_recommenders(keys: list[int]) -> dict[int, str]:
    told = (
        Outcome.objects.filter(
            kind__in=RECOMMENDING,
            in_effect_at__isnull=False,
            item__initiative__in=keys,
            item__initiative__stage=Stage.RECOMMENDED,
        )
        .order_by("in_effect_at", "id")
        .values_list("item__initiative", "item__meeting__body__key")
    )
    return dict(told)  # the newest is read last, and stays
