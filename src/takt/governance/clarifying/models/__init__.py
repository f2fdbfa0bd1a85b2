"""What the network found out and weighed, who has the case, and what was said."""

from takt.governance.clarifying.models.dialogue import Assignment, Question, Reply, ReplyKind
from takt.governance.clarifying.models.estimates import Dependency, Effort, Estimate, Impact, StaffRole
from takt.governance.clarifying.models.systems import Touch, TouchedSystem
from takt.governance.clarifying.models.weighing import (
    BenefitOwner,
    Contribution,
    Option,
    OptionKind,
    OptionOutcome,
    OwnerAnswer,
    Risk,
)

__all__ = [
    "Assignment",
    "BenefitOwner",
    "Contribution",
    "Dependency",
    "Effort",
    "Estimate",
    "Impact",
    "Option",
    "OptionKind",
    "OptionOutcome",
    "OwnerAnswer",
    "Question",
    "Reply",
    "ReplyKind",
    "Risk",
    "StaffRole",
    "Touch",
    "TouchedSystem",
]
