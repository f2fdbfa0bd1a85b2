"""Møder: the lists, one meeting, its agenda, and what follows from it."""

from takt.governance.deciding.meetings.pages.after import add, approve, close, reconsider_case
from takt.governance.deciding.meetings.pages.agenda import draft, item_page, put_on, reorder, take_off
from takt.governance.deciding.meetings.pages.calling import call, call_written
from takt.governance.deciding.meetings.pages.conditions import condition_page, follow_up_page, fulfil, waive
from takt.governance.deciding.meetings.pages.lists import meetings
from takt.governance.deciding.meetings.pages.meeting import meeting_page
from takt.governance.deciding.meetings.pages.running import cancel, open_it, reschedule, send

__all__ = [
    "add",
    "approve",
    "call",
    "call_written",
    "cancel",
    "close",
    "condition_page",
    "draft",
    "follow_up_page",
    "fulfil",
    "item_page",
    "meeting_page",
    "meetings",
    "open_it",
    "put_on",
    "reconsider_case",
    "reorder",
    "reschedule",
    "send",
    "take_off",
    "waive",
]
