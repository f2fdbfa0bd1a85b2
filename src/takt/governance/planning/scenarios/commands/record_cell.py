"""Keep one computed point of a sweep, if the checker certifies its plan."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from takt.calculation.planner.check import check
from takt.calculation.planner.problem import Problem
from takt.calculation.planner.reading import read_plan
from takt.calculation.scenarios.applying import changed
from takt.calculation.scenarios.changes import Change
from takt.foundation.jobs.commands import Claim
from takt.foundation.refusals import refuse_if
from takt.governance.planning.kept import packed
from takt.governance.planning.rules import why_not_record_plan
from takt.governance.planning.scenarios.models import Sweep, SweepCell


class OtherEngine(Exception):  # noqa: N818 - it says what happened
    """Hosts with different versions would give points that cannot be compared."""


def record_cell(
    sweep: Sweep,
    place: tuple[int, int],
    raw: bytes | None,
    *,
    problem: Problem,
    changes: Sequence[Change],
    claim: Claim,
    at: datetime,
) -> SweepCell:
    """``raw``: the plan, None when none is possible there; ``problem``: the one of the base.

    Raises Refused for an unlawful plan, OtherEngine, and LostClaim when another worker has the sweep.
    """
    cell = SweepCell(sweep=sweep, x=place[0], y=place[1])
    if raw is not None:
        _fill(cell, raw, changed(problem, changes))
    with transaction.atomic():
        claim.made_headway(at=at)
        cell.save()
    return cell


def _fill(cell: SweepCell, raw: bytes, problem: Problem) -> None:
    plan = read_plan(raw)
    refuse_if(why_not_record_plan(check(problem, plan).breaches))
    cell.plan, cell.engine, cell.chosen = packed(raw), dict(plan.engine), len(plan.placements)
    cell.months_late, cell.goal_shortfall = plan.months_late, plan.goal_shortfall
    cell.value_twelfths, cell.value_bound_twelfths = plan.value_twelfths, plan.value_bound_twelfths
    first = (
        SweepCell.objects.filter(sweep=cell.sweep, plan__isnull=False)
        .values_list("engine", flat=True)
        .first()
    )
    if first is not None and first != cell.engine:
        raise OtherEngine(
            f"One point was computed with {first} and another with {cell.engine}. "
            "Give every host the same versions and begin a new sweep."
        )
