from takt.governance.planning.scenarios.pages.computing import cancel, compute, progress
from takt.governance.planning.scenarios.pages.editing import add, describe, discard, new, remove
from takt.governance.planning.scenarios.pages.listing import scenarios
from takt.governance.planning.scenarios.pages.scenario import kept_file, scenario
from takt.governance.planning.scenarios.pages.sweep import sweep, sweep_progress
from takt.governance.planning.scenarios.pages.sweeps import new_sweep, resume_sweep, stop_sweep, sweeps

__all__ = [
    "add",
    "cancel",
    "compute",
    "describe",
    "discard",
    "kept_file",
    "new",
    "new_sweep",
    "progress",
    "remove",
    "resume_sweep",
    "scenario",
    "scenarios",
    "stop_sweep",
    "sweep",
    "sweep_progress",
    "sweeps",
]
