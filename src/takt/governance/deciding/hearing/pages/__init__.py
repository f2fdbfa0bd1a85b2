"""Høringer: ask the units, answer for one, and read what they said."""

from takt.governance.deciding.hearing.pages.answering import answer
from takt.governance.deciding.hearing.pages.leading import ask, close, prolong, withdraw
from takt.governance.deciding.hearing.pages.reading import hearing_list, hearing_page

__all__ = ["answer", "ask", "close", "hearing_list", "hearing_page", "prolong", "withdraw"]
