"""Whose turn it is: the step of a way that has not been taken yet."""

from takt.calculation.governance_path.path import Path, Step
from takt.calculation.governance_path.terms import Level


def next_step(path: Path, *, is_recommended: bool, recommended_by: str = "") -> Step | None:
    """The body that recommends or decides next; None when nobody may.

    Qualifying leaves no step of its own: a case is sent on once it has been declared ready.
    ``recommended_by``: the key of the last body that recommended it. A body that is not on the way, or not
    known, leaves the case with the one that decides.
    """
    steps = [step for step in path.steps if step.level is not Level.QUALIFY]
    if is_recommended:
        keys = [step.body.key for step in steps]
        steps = steps[keys.index(recommended_by) + 1 :] if recommended_by in keys else steps[-1:]
        if not path.decider and recommended_by not in keys:
            return None
    return steps[0] if steps else None
