"""What a plan would change in the plan in force, as it is shown, kept with a proposal and told in letters."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from takt.calculation import wording
from takt.calculation.moves import Cause, Moved, Reason, moves, sentence
from takt.calculation.moves.listing import go_live
from takt.calculation.planner.explain import Situation
from takt.calculation.planner.problem import Month
from takt.calculation.scenarios.comparing import Fate
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage
from takt.governance.planning.kept import situation_of
from takt.governance.planning.limits.asked import in_the_words_of
from takt.governance.planning.models import PlanRun
from takt.governance.planning.publishing.queries import DONE


@dataclass(frozen=True, slots=True)
class MoveRow:
    number: str
    title: str
    fate: Fate
    months: int
    before: str | None
    after: str | None
    """Go-live, as 2027-04."""
    da: str
    en: str
    """Why."""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def why(self, language: wording.Language) -> str:
        return self.da if language == "da" else self.en

    @property
    def was(self) -> Month | None:
        return month_in(self.before)

    @property
    def becomes(self) -> Month | None:
        return month_in(self.after)


def read_moves(kept: Iterable[Mapping[str, Any]]) -> list[MoveRow]:
    """From what ``as_json`` gave."""
    return [MoveRow(**{**one, "fate": Fate(one["fate"])}) for one in kept]


def month_in(written: str | None) -> Month | None:
    if written is None:
        return None
    year, number = written.split("-")
    return Month(int(year), int(number))


def moves_between(before: PlanRun | None, after: PlanRun) -> tuple[MoveRow, ...]:
    """The weightiest first. Without a plan in force everything in the new one is a move. The latest are remembered."""
    if before is None:
        return _first(situation_of(after))
    kept = _between(before.pk, before.figures["plan_sha256"], after.pk, after.figures["plan_sha256"])
    stages = _stages(row.number for row, cause in kept if cause is Cause.GONE)
    return tuple(
        _told(row, stages.get(row.number)) for row, _cause in kept if stages.get(row.number) not in DONE
    )


@lru_cache(maxsize=8)
def _between(
    before_pk: int,
    before_sha256: str,  # noqa: ARG001 - keys that another database cannot share
    after_pk: int,
    after_sha256: str,  # noqa: ARG001
) -> tuple[tuple[MoveRow, Cause], ...]:
    before, after = (PlanRun.objects.only("figures").get(pk=pk) for pk in (before_pk, after_pk))
    found = moves(situation_of(before), situation_of(after))
    return tuple((_row(moved), moved.reason.cause) for moved in found)


def _row(moved: Moved) -> MoveRow:
    return MoveRow(
        moved.id,
        moved.title,
        moved.fate,
        moved.months,
        str(moved.before) if moved.before else None,
        str(moved.after) if moved.after else None,
        _in("da", moved.reason),
        _in("en", moved.reason),
    )


def _in(language: wording.Language, reason: Reason) -> str:
    shown = in_the_words_of(reason.problem, language) if reason.problem else None
    return sentence(reason, language, shown)


def _first(situation: Situation) -> tuple[MoveRow, ...]:
    """Of the first plan there is nothing to explain; by go-live."""
    rows = [(str(go_live(situation, id_)), id_) for id_ in situation.start]
    return tuple(
        MoveRow(id_, situation.problem.initiative[id_].title, Fate.IN, 0, None, month, "", "")
        for month, id_ in sorted(rows)
    )


def _stages(numbers: Iterable[str]) -> Mapping[str, str]:
    asked = list(numbers)
    return dict(Initiative.objects.filter(number__in=asked).values_list("number", "stage")) if asked else {}


def _told(row: MoveRow, stage: str | None) -> MoveRow:
    """Of a case that is no longer asked about: where it is now."""
    if stage is None:
        return row
    said: dict[str, str] = {}
    for language in ("da", "en"):
        with override(language):
            said[language] = _("Er ikke med i beregningen længere. Sagen er på trinnet “%(stage)s”.") % {
                "stage": Stage(stage).label
            }
    return MoveRow(row.number, row.title, row.fate, row.months, row.before, row.after, **said)
