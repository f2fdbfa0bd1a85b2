from takt.interfaces.my_tasks.pages.calendar import calendar_feed, calendar_settings, close, make
from takt.interfaces.my_tasks.pages.digest import choose
from takt.interfaces.my_tasks.pages.tasks import tasks

__all__ = ["calendar_feed", "calendar_settings", "choose", "close", "make", "tasks"]
