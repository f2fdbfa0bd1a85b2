"""A price in the words of a civil servant, Danish or English."""

from takt.calculation.planner.explain.phrases import Phrases
from takt.calculation.planner.explain.price import Price
from takt.calculation.wording import Language


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
        said.append(phrases.say("price_dropped", others=phrases.all_called(price.dropped)))
    if price.brought:
        said.append(
            phrases.say("price_brought", others=phrases.all_called([id_ for id_, _ in price.brought]))
        )
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
