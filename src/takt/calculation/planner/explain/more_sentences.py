"""Prices and conflicts in the words of a civil servant, Danish or English."""

from takt.calculation.planner.explain.answer import Bottleneck
from takt.calculation.planner.explain.conflict import Conflict, Guilty
from takt.calculation.planner.explain.phrases import Phrases
from takt.calculation.planner.explain.price import Price
from takt.calculation.planner.explain.rules import Rule, RuleKind
from takt.calculation.planner.usage import Resource
from takt.calculation.wording import Language, join_list

_LIMITS = {RuleKind.STAFF, RuleKind.LOAD, RuleKind.GO_LIVES, RuleKind.MONEY}


def price_sentences(price: Price, language: Language = "da") -> tuple[str, ...]:
    """What it costs in points, then what happens to duties, goals and others."""
    phrases = Phrases(price.problem, language)
    if price.start is None:
        return (phrases.say("impossible" if price.is_impossible else "price_unknown"),)
    said = [_cost(phrases, price), phrases.say("price_start", start=phrases.month(price.start))]
    if price.more_months_late > 0:
        said.append(phrases.say("price_late", months=phrases.count_of_months(price.more_months_late)))
    if price.more_goal_shortfall > 0:
        said.append(phrases.say("price_short", points=phrases.number(price.more_goal_shortfall)))
    if price.dropped:
        said.append(phrases.say("price_dropped", others=_all(phrases, price.dropped)))
    if price.brought:
        said.append(phrases.say("price_brought", others=_all(phrases, [id_ for id_, _ in price.brought])))
    if price.moved:
        key = "price_moved_one" if len(price.moved) == 1 else "price_moved"
        said.append(phrases.say(key, count=phrases.number(len(price.moved))))
    return tuple(said)


def _cost(phrases: Phrases, price: Price) -> str:
    high, low = phrases.points(price.high_twelfths), phrases.points(price.low_twelfths or 0)
    if price.high_twelfths <= 0:
        return phrases.say("price_none")
    if price.low_twelfths is None or price.low_twelfths <= 0:
        return phrases.say("price_most", high=high)
    return phrases.say("price_exact" if low == high else "price", low=low, high=high)


def _all(phrases: Phrases, ids: tuple[str, ...] | list[str]) -> str:
    return join_list([phrases.called(id_) for id_ in ids], phrases.language)


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
        names=_all(phrases, rule.ids),
        when=phrases.month(one.earliest_start),
        months=phrases.count_of_months(one.lead_time),
    )
