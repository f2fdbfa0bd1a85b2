"""A line in the terminal that says how far the planner is, in plain words."""

import shutil
import sys
from typing import TextIO

from takt.calculation.planner.plan import Plan
from takt.calculation.planner.solve import Progress
from takt.calculation.wording import Language, number
from takt.interfaces.cli.speaking import in_language

_CLEAR = "\r\x1b[2K"
_BAR = 20


class ProgressLine:
    """Writes over itself on a terminal; says nothing where nobody looks."""

    def __init__(self, language: Language, *, quiet: bool, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._language = language
        self._shown = not quiet and self._stream.isatty()

    def show(self, progress: Progress) -> None:
        if self._shown:
            width = shutil.get_terminal_size().columns - 1
            self._stream.write(_CLEAR + line_of(progress, self._language)[:width])
            self._stream.flush()

    def clear(self) -> None:
        if self._shown:
            self._stream.write(_CLEAR)
            self._stream.flush()


def line_of(progress: Progress, language: Language) -> str:
    """``▇▇▇▇░░░░ 40 %  87 ønsker, værdi 1.234 af højst 1.250 (1,3 % kan mangle)  12 s``."""
    share = min(1.0, max(0.0, progress.share_done))
    done = round(share * _BAR)
    bar = "▇" * done + "░" * (_BAR - done)
    said = in_language(language, "leder efter den første plan", "looking for the first plan")
    if progress.plan is not None:
        said = worth_of(progress.plan, language)
    return f"{bar} {share:4.0%}  {said}  {progress.seconds:.0f} s".replace("%", " %", 1)


def worth_of(plan: Plan, language: Language) -> str:
    """How good the plan is and how much better one could be, in words."""
    value, bound = (
        number(plan.value_twelfths / 12, 0, language),
        number(plan.value_bound_twelfths / 12, 0, language),
    )
    gap = number(100 * plan.gap, 1, language)
    chosen = number(len(plan.placements), 0, language)
    return in_language(
        language,
        f"{chosen} ønsker, værdi {value} af højst {bound} ({gap} % kan mangle)",
        f"{chosen} wishes, value {value} of at most {bound} ({gap} % may be missing)",
    )
