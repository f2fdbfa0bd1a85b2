"""What a yes to one initiative does to the plan: every shared limit before and after."""

from takt.calculation.consequences.effects import Deadlines, Effect, Mark, Weighed
from takt.calculation.consequences.weighing import weigh

__all__ = ["Deadlines", "Effect", "Mark", "Weighed", "weigh"]
