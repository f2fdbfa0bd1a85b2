"""Kvalificering: the workbench where the network makes a wish ready for the council."""

from takt.interfaces.workbench.pages.save import ready, save_effort, save_guess, save_impact
from takt.interfaces.workbench.pages.show import load, spread, workbench

__all__ = ["load", "ready", "save_effort", "save_guess", "save_impact", "spread", "workbench"]
