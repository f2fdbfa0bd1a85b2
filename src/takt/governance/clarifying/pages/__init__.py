"""The deeds that stand on a case."""

from takt.governance.clarifying.pages.deeds import (
    accept,
    answer,
    ask,
    decline,
    park,
    refuse,
    reopen,
    take,
)

__all__ = ["accept", "answer", "ask", "decline", "park", "refuse", "reopen", "take"]
