"""Netværk: who is in it, what they know, what they have, and where nobody answers."""

from takt.governance.clarifying.network.pages.editing import (
    edit_member,
    knowledge,
    leave,
    new_member,
    substitute,
)
from takt.governance.clarifying.network.pages.giving import give, give_many, take_case_over
from takt.governance.clarifying.network.pages.reading import coverage_map, member_page, members

__all__ = [
    "coverage_map",
    "edit_member",
    "give",
    "give_many",
    "knowledge",
    "leave",
    "member_page",
    "members",
    "new_member",
    "substitute",
    "take_case_over",
]
