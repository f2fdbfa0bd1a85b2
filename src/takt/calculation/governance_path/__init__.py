"""Which bodies a case must pass before it is decided, worked out from their mandates."""

from takt.calculation.governance_path.next_step import next_step
from takt.calculation.governance_path.path import Path, Step, path_for
from takt.calculation.governance_path.terms import Body, CaseFacts, Level, Mandate, Scope

__all__ = ["Body", "CaseFacts", "Level", "Mandate", "Path", "Scope", "Step", "next_step", "path_for"]
