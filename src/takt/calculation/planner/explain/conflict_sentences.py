"""A conflict in the words of a civil servant, Danish or English."""

from takt.calculation.planner.explain.answer import Bottleneck
from takt.calculation.planner.explain.conflict import Conflict, Guilty
from takt.calculation.planner.explain.phrases import Phrases
from takt.calculation.planner.explain.rules import Rule, RuleKind
from takt.calculation.planner.usage import Resource
from takt.calculation.wording import Language

_LIMITS = {RuleKind.STAFF, RuleKind.LOAD, RuleKind.GO_LIVES, RuleKind.MONEY}


def conflict_sentences(conflict: Conflict, language: Language = "da") -> tuple[str, ...]:
    """A line that says what cannot be, and one for each rule that stands in its way."""
    phrases = Phrases(conflict.problem, language)
    one = conflict.problem.initiative[conflict.id]
    title = phrases.called(one.id)
    if one.latest_go_live is None:
        headline = phrases.say("conflict_at_all", title=title)
    else:
        headline = phrases.say("conflict", title=title, deadline=phrases.month(one.latest_go_live))
    return (headline, *(_guilty(phrases, guilty) for guilty in conflict.guilty))


def _guilty(phrases: Phrases, guilty: Guilty) -> str:
    rule, key = guilty.rule, f"rule_{guilty.rule.kind.value}"
    if rule.kind in _LIMITS:
        resource = Resource(rule.kind.value)
        name = phrases.name(Bottleneck(resource, rule.ids[0]))
        times = phrases.times(guilty.when, resource)
        when = phrases.say("in_months", when=times) if times else ""
        return phrases.say(key, name=name, when=when)
    if rule.kind is RuleKind.FREEZE and rule.months is not None:
        return phrases.say(key, when=phrases.months(range(rule.months[0], rule.months[1] + 1)))
    return _about_initiatives(phrases, rule, key)


def _about_initiatives(phrases: Phrases, rule: Rule, key: str) -> str:
    one = phrases.problem.initiative[rule.ids[0]]
    return phrases.say(
        key,
        name=phrases.called(one.id),
        other=phrases.called(rule.ids[-1]),
        names=phrases.all_called(rule.ids),
        when=phrases.month(one.earliest_start),
        months=phrases.count_of_months(one.lead_time),
    )
