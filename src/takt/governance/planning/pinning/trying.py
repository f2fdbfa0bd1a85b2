"""A start that somebody tries: what the newest plan says to it."""

from dataclasses import dataclass, replace

from takt.calculation import wording
from takt.calculation.planner.explain.moving import move
from takt.calculation.planner.explain.moving_sentences import Tried, moving_sentences
from takt.calculation.planner.problem import Month
from takt.governance.planning.limits.asked import in_the_words_of
from takt.governance.planning.pinning.asking import newest_free_situation


@dataclass(frozen=True, slots=True)
class TriedStart:
    plan: int
    """The key of the plan that was asked."""
    number: str
    title: str
    month: Month
    """Within the plan: one outside is brought to its first or last month."""
    months: tuple[Month, ...]
    """That can be tried."""
    is_free: bool
    is_fixed: bool
    """It is under way; no month can be tried."""
    said: Tried


def try_start(number: str, month: Month | None, language: wording.Language) -> TriedStart | None:
    """In the newest plan. ``month`` None: where it starts there. None when the plan was not asked about it."""
    newest = newest_free_situation()
    if newest is None or number not in newest[1].problem.initiative:
        return None
    plan, situation = newest
    one = situation.problem.initiative[number]
    problem, first = situation.problem, situation.problem.first_month
    asked = situation.start.get(number, 0) if month is None else month.minus(first)
    start = max(0, min(asked, problem.months - 1))
    tried = move(situation, number, start)
    return TriedStart(
        plan=plan,
        number=number,
        title=one.title,
        month=first.plus(start),
        months=tuple(first.plus(offset) for offset in range(max(1, problem.months - one.lead_time))),
        is_free=tried.is_free,
        is_fixed=one.fixed_start is not None,
        said=moving_sentences(replace(tried, problem=in_the_words_of(problem, language)), language),
    )
