"""The assessment of one case, and the criteria of the bodies."""

from takt.governance.clarifying.scoring.pages.criteria import (
    adopt,
    begin,
    criteria_of_body,
    criteria_overview,
    discard,
    edit,
)
from takt.governance.clarifying.scoring.pages.deeds import (
    add,
    ask,
    close,
    give,
    reopen,
    replace,
    settle,
    value,
    value_hand,
)
from takt.governance.clarifying.scoring.pages.round import assessment

__all__ = [
    "add",
    "adopt",
    "ask",
    "assessment",
    "begin",
    "close",
    "criteria_of_body",
    "criteria_overview",
    "discard",
    "edit",
    "give",
    "reopen",
    "replace",
    "settle",
    "value",
    "value_hand",
]
