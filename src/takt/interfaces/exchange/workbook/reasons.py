"""Why each wish is not in the plan, short enough for a cell."""

from collections.abc import Mapping

from takt.calculation.planner.explain import Situation, explain_in
from takt.calculation.planner.explain.sentences import Said, sentences
from takt.calculation.planner.plan import Plan
from takt.calculation.planner.problem import Problem

MOST_WAYS = 2


def reasons_not_chosen(problem: Problem, plan: Plan) -> Mapping[str, str]:
    """A Danish text of a few lines by the id of each initiative that a lawful plan leaves out."""
    situation = Situation.of(problem, plan.start)
    return {
        one.id: in_a_cell(sentences(explain_in(situation, one.id)))
        for one in problem.initiatives
        if one.id not in plan.start
    }


def in_a_cell(said: Said) -> str:
    """The headline, the limits that bind, and the nearest ways in; a line each."""
    binding = (f"{part.title}: {' '.join(part.lines)}" for part in said.panel if part.binds)
    ways = (f"→ {way.title.rstrip('.')}. {' '.join(way.lines)}".rstrip() for way in said.ways[:MOST_WAYS])
    return "\n".join((" ".join((said.headline, *said.reasons)), *binding, *ways))
