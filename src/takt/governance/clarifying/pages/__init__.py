"""The deeds that stand on a case."""

from takt.governance.clarifying.pages.deeds import answer, ask, decline, park, reopen, take

__all__ = ["answer", "ask", "decline", "park", "reopen", "take"]
