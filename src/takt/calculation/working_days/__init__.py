"""Danish working days, and dates of meetings that fall on them."""

from takt.calculation.working_days.danish import days_off, easter, is_working_day
from takt.calculation.working_days.meetings import meeting_days
from takt.calculation.working_days.months import project_days, working_days_in

__all__ = ["days_off", "easter", "is_working_day", "meeting_days", "project_days", "working_days_in"]
