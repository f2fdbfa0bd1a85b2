from takt.interfaces.my_tasks.pages.calendar import (
    calendar_feed,
    calendar_settings,
    close,
    make,
    plan_calendar,
    unit_calendar_feed,
)
from takt.interfaces.my_tasks.pages.digest import choose
from takt.interfaces.my_tasks.pages.tasks import tasks

__all__ = [
    "calendar_feed",
    "calendar_settings",
    "choose",
    "close",
    "make",
    "plan_calendar",
    "tasks",
    "unit_calendar_feed",
]
