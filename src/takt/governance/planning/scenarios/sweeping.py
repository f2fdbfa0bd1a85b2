"""What the worker does with a sweep: the points that are missing, on whatever power there is, kept as they come."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone

from takt.calculation.scenarios.axes import Cell, cells, changes_of, read_axis
from takt.calculation.scenarios.changes import Change
from takt.calculation.scenarios.solving import solve_changed
from takt.calculation.scenarios.writing import changes_bytes
from takt.foundation.jobs.commands import Claim, handles, somebody_waits
from takt.foundation.jobs.computing import computed
from takt.foundation.jobs.power import power
from takt.governance.planning.kept import kept_problem
from takt.governance.planning.scenarios.commands.finish_sweep import finish_sweep
from takt.governance.planning.scenarios.commands.record_cell import record_cell
from takt.governance.planning.scenarios.commands.request_sweep import COMPUTE_SWEEP
from takt.governance.planning.scenarios.models import Sweep


@handles(COMPUTE_SWEEP)
def compute_sweep(claim: Claim) -> None:
    """Points that an earlier worker has kept are not computed again. Steps aside when another job waits."""
    sweep = Sweep.objects.select_related("base").get(job_id=claim.job_id)
    problem, packed_problem = kept_problem(sweep.base), bytes(sweep.base.problem)
    axes = [read_axis(axis) for axis in sweep.axes]
    done = set(sweep.cells.values_list("x", "y"))
    changes: dict[Cell, tuple[Change, ...]] = {
        cell: changes_of(axes, cell, problem) for cell in cells(axes) if place_of(cell) not in done
    }
    follower = _Follower(claim, len(done), len(done) + len(changes))
    tasks = {cell: (packed_problem, changes_bytes(said), sweep.effort) for cell, said in changes.items()}
    if follower.tell() and follower.is_cancelled:
        tasks = {}
    for cell, raw in computed(solve_changed, tasks, power(settings.CLUSTER), heartbeat=follower.tell):
        at = timezone.now()
        record_cell(sweep, place_of(cell), raw, problem=problem, changes=changes[cell], claim=claim, at=at)
        follower.done += 1
    if follower.done < follower.all and not follower.is_cancelled:
        claim.step_aside(at=timezone.now())
        return
    finish_sweep(sweep, is_complete=follower.done == follower.all, claim=claim, at=timezone.now())


def place_of(cell: Cell) -> tuple[int, int]:
    """(x, y) as they are kept; y is 0 where there is one axis."""
    return cell[0], cell[1] if len(cell) > 1 else 0


@dataclass
class _Follower:
    """Tells how far we are; the answer is whether to stop, because somebody asked or another job waits."""

    claim: Claim
    done: int
    all: int
    is_cancelled: bool = field(default=False)
    must_step_aside: bool = field(default=False)

    def tell(self) -> bool:
        at = timezone.now()
        told = {"done": self.done, "all": self.all, "share_done": round(self.done / max(1, self.all), 3)}
        self.is_cancelled = self.claim.report(told, at=at) or self.is_cancelled
        self.must_step_aside = self.must_step_aside or somebody_waits(at=at)
        return self.is_cancelled or self.must_step_aside
