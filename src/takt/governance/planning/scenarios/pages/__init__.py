from takt.governance.planning.scenarios.pages.computing import cancel, compute, progress
from takt.governance.planning.scenarios.pages.editing import add, describe, discard, new, remove
from takt.governance.planning.scenarios.pages.listing import scenarios
from takt.governance.planning.scenarios.pages.scenario import kept_file, scenario

__all__ = [
    "add",
    "cancel",
    "compute",
    "describe",
    "discard",
    "kept_file",
    "new",
    "progress",
    "remove",
    "scenario",
    "scenarios",
]
