"""Kvalificering: the workbench where the network makes a wish ready for the council."""

from takt.interfaces.workbench.pages.save import ready, save_effort, save_guess, save_impact
from takt.interfaces.workbench.pages.screen import save_answers, save_goals, save_inclusion
from takt.interfaces.workbench.pages.show import load, spread, workbench
from takt.interfaces.workbench.pages.touch import save_systems
from takt.interfaces.workbench.pages.weigh import name_owner, save_options, save_risks

__all__ = [
    "load",
    "name_owner",
    "ready",
    "save_answers",
    "save_effort",
    "save_goals",
    "save_guess",
    "save_impact",
    "save_inclusion",
    "save_options",
    "save_risks",
    "save_systems",
    "spread",
    "workbench",
]
