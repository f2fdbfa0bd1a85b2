"""Ask for a range over one or two limits to be computed, point by point."""

from collections.abc import Sequence
from datetime import datetime
from math import prod

from django.db import transaction
from django.utils.translation import gettext as _

from takt.calculation.planner.solve import Effort
from takt.calculation.scenarios.axes import MOST_CELLS, MOST_STEPS, Axis, cells, changes_of
from takt.foundation.jobs.commands import request_job
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, refuse_if
from takt.governance.planning.models import PlanRun
from takt.governance.planning.scenarios import rules
from takt.governance.planning.scenarios.asking import changed_question, question_of
from takt.governance.planning.scenarios.models import Sweep
from takt.governance.planning.scenarios.queries import unfinished_sweep

COMPUTE_SWEEP = "compute_sweep"
"""The kind of job that ``background`` does."""


@transaction.atomic
def request_sweep(
    name: str,
    axes: Sequence[Axis],
    *,
    base: PlanRun,
    effort: Effort = Effort.QUICK,
    by: Person,
    at: datetime,
) -> Sweep:
    """``axes``: one or two. Raises Refused, also when another sweep is not finished."""
    refuse_if(
        rules.why_not_sweep(by, unfinished_sweep()) or rules.why_not_name(name, "") or _why_not_these(axes)
    )
    problem = question_of(base, at=at)
    corner = tuple(axis.points[-1] for axis in axes)
    changed_question(problem, changes_of(axes, corner, problem))
    sweep = Sweep.objects.create(
        name=name.strip()[:80],
        base=base,
        axes=[axis.as_json() for axis in axes],
        effort=effort,
        job=request_job(COMPUTE_SWEEP, {}, by=by, at=at),
        requested_by=by,
        requested_at=at,
    )
    record(
        "sweep.requested",
        about=sweep.reference,
        by=by,
        at=at,
        base=base.reference,
        axes=sweep.axes,
        points=len(cells(axes)),
        effort=str(effort),
    )
    # the ledger lets writers in one at a time, so by now the second of two sees the first
    refuse_if(rules.why_not_sweep(by, unfinished_sweep(besides=sweep)))
    return sweep


def _why_not_these(axes: Sequence[Axis]) -> Refusal | None:
    if not 1 <= len(axes) <= 2:
        return Refusal(_("Vælg én eller to grænser."), _("Et spænd over flere kan ikke tegnes."))
    if len({(axis.kind, axis.id) for axis in axes}) < len(axes):
        return Refusal(
            _("De to grænser er den samme."), _("Vælg to forskellige, eller lad den anden stå tom.")
        )
    for axis in axes:
        if (
            axis.step < 1
            or axis.first > axis.last
            or len(range(axis.first, axis.last + 1, axis.step)) > MOST_STEPS
        ):
            return Refusal(
                _(
                    "Spændet kan ikke deles op: fra skal være mindre end til, og der må højst være %(most)s trin."
                )
                % {"most": MOST_STEPS},
                _("Vælg et smallere spænd eller større trin."),
            )
    points = prod(len(axis.points) for axis in axes)
    if points > MOST_CELLS:
        return Refusal(
            _("Det er %(points)s punkter, og der kan højst regnes %(most)s ad gangen.")
            % {"points": points, "most": MOST_CELLS},
            _("Vælg et smallere spænd eller større trin."),
        )
    return None
