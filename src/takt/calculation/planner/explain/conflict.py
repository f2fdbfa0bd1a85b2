"""Why a duty cannot be met on time: the rules that cannot be kept together with its deadline."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from takt.calculation.planner.cpsat.conflict import ALWAYS, conflicting
from takt.calculation.planner.explain.ground import Ground, months_late
from takt.calculation.planner.explain.impossible import earliest_start
from takt.calculation.planner.explain.rules import Rule, RuleKind, Starts, asked
from takt.calculation.planner.problem import Initiative, Obligation, Problem
from takt.calculation.planner.usage import Quarter

_RATHER_NOT = (
    RuleKind.CHOOSE_ONE,
    RuleKind.DUTY,
    RuleKind.GO_LIVES,
    RuleKind.EXCLUDES,
    RuleKind.FREEZE,
    RuleKind.MONEY,
    RuleKind.LOAD,
    RuleKind.STAFF,
    RuleKind.REQUIRES,
    RuleKind.EARLIEST_START,
    RuleKind.ON_TIME,
)
"""Where there is a choice of whom to blame, the first of these are spared."""


@dataclass(frozen=True, slots=True)
class Guilty:
    """A rule, and of a limit the months, years or quarters that matter."""

    rule: Rule
    when: tuple[int | Quarter, ...] = ()


@dataclass(frozen=True)
class Conflict:
    """None of the guilty could be left out: without any one of them the rest can be kept."""

    problem: Problem = field(repr=False)
    id: str
    guilty: tuple[Guilty, ...]


def conflict(problem: Problem, initiative_id: str) -> Conflict | None:
    """The smallest set of rules that keep it from going live on time (for one without a deadline: at all).

    None when it can be met on time together with the other duties, or when nothing is proven. A conflict is
    proof: what others might save on a frame is counted in full. KeyError when there is no such initiative.
    """
    one = problem.initiative[initiative_id]
    if one.fixed_start is not None:
        return None
    ground = Ground(problem)
    if not Starts(ground, one, frozenset()).on_time(one.id):
        return Conflict(problem, one.id, (Guilty(Rule(RuleKind.TOO_SHORT, (one.id,))),))
    guilty = _Question(ground, one, frozenset()).guilty or _with_other_duties(ground, one)
    return None if guilty is None else Conflict(problem, one.id, guilty)


def _with_other_duties(ground: Ground, one: Initiative) -> tuple[Guilty, ...] | None:
    """Those that could not be met anyway, alone or beside each other, are left out one by one."""
    duties = {
        other.id
        for other in ground.problem.initiatives
        if other.obligation is Obligation.MUST and other is not one and _may_be_on_time(ground, other)
    }
    while duties:
        question = _Question(ground, one, frozenset(duties))
        if question.core is None or question.guilty:
            return question.guilty
        blamed = [rule.ids[0] for rule in question.core if rule.kind is RuleKind.DUTY]
        if not blamed:
            return None
        duties -= {max(blamed)}
    return None


def _may_be_on_time(ground: Ground, duty: Initiative) -> bool:
    if duty.fixed_start is not None:
        return False
    first = earliest_start(ground, duty)
    return first is not None and months_late(duty, first + duty.lead_time) == 0


class _Question:
    """Can it be met on time together with these duties?"""

    def __init__(self, ground: Ground, one: Initiative, duties: frozenset[str]) -> None:
        starts = Starts(ground, one, duties)
        self._variables = starts.count
        self._asked = list(asked(starts))
        self.core = self._core()

    @property
    def guilty(self) -> tuple[Guilty, ...] | None:
        """None when all can be kept, or when it has no part in what cannot."""
        if self.core is None or all(rule.kind is not RuleKind.ON_TIME for rule in self.core):
            return None
        return self._with_times(self.core)

    def _core(self) -> list[Rule] | None:
        rules = sorted({each.rule for each in self._asked if each.rule}, key=_spared)
        number = {rule: index for index, rule in enumerate(rules)}
        tagged = [each.tagged(number[each.rule] if each.rule else ALWAYS) for each in self._asked]
        blamed = conflicting(self._variables, tagged, range(len(rules)))
        return None if blamed is None else [rules[index] for index in sorted(blamed, reverse=True)]

    def _with_times(self, core: Sequence[Rule]) -> tuple[Guilty, ...]:
        """Of each limit in the core only the times that matter."""
        kept = [each for each in self._asked if each.rule is None or each.rule in core]
        timed = [each for each in kept if each.when is not None]
        tagged = [each.tagged(index) for index, each in enumerate(timed)]
        tagged += [each.tagged(ALWAYS) for each in kept if each.when is None]
        blamed = conflicting(self._variables, tagged, range(len(timed))) or set()
        found = []
        for rule in core:
            when = [timed[index].when for index in blamed if timed[index].rule == rule]
            if rule.kind is not RuleKind.ON_TIME:
                found.append(Guilty(rule, tuple(sorted((at for at in when if at is not None), key=_in_time))))
        return tuple(found)


def _spared(rule: Rule) -> tuple[int, Rule]:
    return _RATHER_NOT.index(rule.kind), Rule(rule.kind, rule.ids, rule.months or (0, 0))


def _in_time(when: int | Quarter) -> Quarter:
    return when if isinstance(when, tuple) else (when, 0)
