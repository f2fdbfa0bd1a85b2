"""What is it worth? What a limit gives when there is more of it, and what it costs to leave some of it unused.

Found by solving the changed question again with little effort, and never worse than the plan there is.
"""

from takt.calculation.worth.answer import BufferCost, Worth
from takt.calculation.worth.changing import More, MoreKind, changed_by, tightened
from takt.calculation.worth.pricing import as_base, buffer_cost, glance, worth_of
from takt.calculation.worth.slack import comes_near

__all__ = [
    "BufferCost",
    "More",
    "MoreKind",
    "Worth",
    "as_base",
    "buffer_cost",
    "changed_by",
    "comes_near",
    "glance",
    "tightened",
    "worth_of",
]
