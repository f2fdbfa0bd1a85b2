"""Mine opgaver, and the deeds that stand on a case."""

from takt.governance.clarifying.pages.deeds import answer, ask, decline, park, reopen, take
from takt.governance.clarifying.pages.tasks import tasks

__all__ = ["answer", "ask", "decline", "park", "reopen", "take", "tasks"]
