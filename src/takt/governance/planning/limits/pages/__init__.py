from takt.governance.planning.limits.pages.changing import change_limit, freezes_from_calendar
from takt.governance.planning.limits.pages.reading import limit, limit_version, limits

__all__ = ["change_limit", "freezes_from_calendar", "limit", "limit_version", "limits"]
