"""Nyt ønske and Ønsker: thin views that ask, act and show."""

from takt.governance.asking.pages.attachments import attach, attachment, remove
from takt.governance.asking.pages.deeds import follow, join, unfollow, withdraw
from takt.governance.asking.pages.mail import discard, mail_preview, wish_from_mail
from takt.governance.asking.pages.new_wish import keep_draft, new_wish, similar
from takt.governance.asking.pages.wishes import wishes

__all__ = [
    "attach",
    "attachment",
    "discard",
    "follow",
    "join",
    "keep_draft",
    "mail_preview",
    "new_wish",
    "remove",
    "similar",
    "unfollow",
    "wish_from_mail",
    "wishes",
    "withdraw",
]
