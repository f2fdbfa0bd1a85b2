from takt.governance.planning.pages.computing import cancel, progress, start
from takt.governance.planning.pages.plan import older_plan, plan
from takt.governance.planning.pages.versions import kept_file, versions

__all__ = ["cancel", "kept_file", "older_plan", "plan", "progress", "start", "versions"]
