"""Nyt ønske and Ønsker: thin views that ask, act and show."""

from takt.governance.asking.pages.attachments import attach, attachment, remove
from takt.governance.asking.pages.deeds import follow, join, unfollow, withdraw
from takt.governance.asking.pages.new_wish import keep_draft, new_wish, similar
from takt.governance.asking.pages.wishes import wishes

__all__ = [
    "attach",
    "attachment",
    "follow",
    "join",
    "keep_draft",
    "new_wish",
    "remove",
    "similar",
    "unfollow",
    "wishes",
    "withdraw",
]
