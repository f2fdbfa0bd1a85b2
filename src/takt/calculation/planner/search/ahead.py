"""Compile ahead of time, so that nobody who asks for a plan waits for it."""

from typing import Final

from takt.calculation.planner.choices.building import columns_of
from takt.calculation.planner.patience import Patience
from takt.calculation.planner.problem import Initiative, Month, Obligation, Problem, Requirement, Role
from takt.calculation.planner.search.annealing.annealing import Annealing
from takt.calculation.planner.search.breeding.population import Breeding

_GENERATIONS: Final = 4
"""With the last, children of two have been raised."""
_MOMENT: Final = 1e-3


def compile_ahead() -> None:
    """Some seconds the first time; a moment when what was compiled is kept on disk."""
    columns = columns_of(_smallest()).columns
    breeding = Breeding(columns, seed=1)
    for _ in range(_GENERATIONS):
        breeding.step()
    placed = breeding.best
    assert placed is not None  # noqa: S101 - there is room for both, one after the other
    Annealing(columns, placed, Patience(work=1.0, seconds=None), seed=1, work=_MOMENT).run()


def _smallest() -> Problem:
    """One duty after the other."""
    one, other = (
        Initiative(
            id=id_,
            title="",
            obligation=Obligation.MUST,
            prepare=0,
            roll_out=1,
            settle=0,
            earliest_start=0,
            latest_go_live=None,
            fixed_start=None,
            announced_start=None,
            points_per_year=1,
            points_at_go_live=0,
            staff={"role": (1,)},
            requires=requires,
        )
        for id_, requires in (("one", ()), ("other", (Requirement("one", 0),)))
    )
    role = Role(id="role", name="", days=(1,) * 4)
    return Problem(title="", first_month=Month(2027, 1), months=4, initiatives=(one, other), roles=(role,))
