"""Consequences of a yes: what one initiative does to the newest plan, ready to be shown."""

from takt.governance.planning.consequences.asking import consequences_of
from takt.governance.planning.consequences.rows import Consequences, Row

__all__ = ["Consequences", "Row", "consequences_of"]
