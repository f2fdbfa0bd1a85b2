"""Nyt ønske and Ønsker: thin views that ask, act and show."""

from takt.governance.asking.pages.deeds import join, withdraw
from takt.governance.asking.pages.new_wish import keep_draft, new_wish, similar
from takt.governance.asking.pages.wishes import wishes

__all__ = ["join", "keep_draft", "new_wish", "similar", "wishes", "withdraw"]
