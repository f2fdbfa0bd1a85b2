"""Why an initiative is where it is in a plan, why it is not, and what it would take.

``explain`` answers at once from the plan as it is; ``price.price`` solves again with the initiative in;
``conflict.conflict`` names the rules that keep a duty from its deadline. The sentences put it in words.
"""

from takt.calculation.planner.explain.answer import Explanation
from takt.calculation.planner.explain.explanation import explain, explain_in
from takt.calculation.planner.explain.sentences import Said, sentences
from takt.calculation.planner.explain.situation import Situation

__all__ = ["Explanation", "Said", "Situation", "explain", "explain_in", "sentences"]
