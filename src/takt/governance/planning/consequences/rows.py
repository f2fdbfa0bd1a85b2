"""The consequences of a yes in words and bars, in the reader's language."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.calculation.consequences import Deadlines, Effect, Mark, Weighed
from takt.calculation.planner.problem import Month
from takt.calculation.planner.usage import Resource
from takt.foundation.design.charts.before_after import before_after_bar
from takt.foundation.design.templatetags.takt import language as language_now

NO_BAR = SafeString("")


@dataclass(frozen=True, slots=True)
class Row:
    """One limit before and after a yes, as it is read."""

    key: str
    """The kind of limit and its id: ``money:anlaeg``."""
    name: str
    detail: str
    """Unit of measure, and where and when."""
    before: str
    after: str
    limit: str
    """Empty: none."""
    unit: str
    verdict: str
    """room, near, over, over_already, unchanged or met."""
    mark: str
    """Shape of the verdict: ok, warn or bad."""
    word: str
    bar: SafeString = NO_BAR


@dataclass(frozen=True, slots=True)
class Consequences:
    missing: str = ""
    """What has to be there first; everything else is then empty."""
    rows: tuple[Row, ...] = ()
    breaches: tuple[str, ...] = ()
    """In words, the limits that a yes would exceed or exceed by more; it takes an override to say yes all the same."""
    obstacles: tuple[str, ...] = ()
    """In words, what else stands in the way at that start: deadlines, freezes, what must come first."""
    start: Month | None = None
    is_placed: bool = False
    """The start is its place in the plan; otherwise it is where it hurts least."""
    plan_number: int | None = None
    computed_at: datetime | None = None

    @property
    def finding(self) -> str:
        """For a heading."""
        if self.missing:
            return _("Følgerne kan ikke siges endnu")
        if not self.breaches:
            return _("Et ja bryder ingen grænser")
        return ngettext("Et ja bryder én grænse", "Et ja bryder %(count)s grænser", len(self.breaches)) % {
            "count": wording.count(len(self.breaches), language_now())
        }


def in_words(
    weighed: Weighed,
    absent: Sequence[str],
    *,
    plan_number: int,
    first_month: Month,
    computed_at: datetime,
    language: wording.Language,
) -> Consequences:
    """``absent``: numbers of what it requires that the plan was not asked about."""
    breaches, obstacles = (
        tuple(da if language == "da" else en for da, en in said)
        for said in (weighed.breaches, weighed.obstacles)
    )
    obstacles += tuple(_("Kræver %(number)s, som ikke er med i planen.") % {"number": one} for one in absent)
    if weighed.start is None:
        sentences = [_("Sagen kan ikke lægges i planen."), *obstacles]
        return Consequences(missing=" ".join(sentences), plan_number=plan_number, computed_at=computed_at)
    return Consequences(
        rows=(*(_row(effect, language) for effect in weighed.effects), *_deadlines(weighed.deadlines)),
        breaches=breaches,
        obstacles=obstacles,
        start=first_month.plus(weighed.start),
        is_placed=weighed.is_placed,
        plan_number=plan_number,
        computed_at=computed_at,
    )


_MARKS = {
    Mark.ROOM: "ok",
    Mark.NEAR: "warn",
    Mark.OVER: "bad",
    Mark.OVER_ALREADY: "bad",
    Mark.UNCHANGED: "ok",
    Mark.MET: "ok",
}


def _words() -> dict[Mark, str]:
    return {
        Mark.ROOM: _("Plads"),
        Mark.NEAR: _("Nær loftet"),
        Mark.OVER: _("Over loftet"),
        Mark.OVER_ALREADY: _("Over i forvejen"),
        Mark.UNCHANGED: _("Uændret"),
        Mark.MET: _("Frist holdt"),
    }


def _row(effect: Effect, language: wording.Language) -> Row:
    name, unit, detail = _called(effect, language)
    before, after, limit = _amounts(effect, language)
    return Row(
        key=f"{'tail' if effect.is_tail else effect.resource}:{effect.id}",
        name=name,
        detail=detail,
        before=before,
        after=after,
        limit=limit,
        unit=unit,
        verdict=effect.mark,
        mark=_MARKS[effect.mark],
        word=_words()[effect.mark],
        bar=before_after_bar(effect.before, effect.after, effect.there_is),
    )


def _called(effect: Effect, language: wording.Language) -> tuple[str, str, str]:
    """Name, unit of measure and detail."""
    if effect.resource is Resource.MONEY:
        unit = _("mio. kr.")
        if effect.is_tail:
            words = {"frame": effect.name.lower(), "year": effect.year}
            return _("Afledt %(frame)s %(year)s") % words, unit, _("mio. kr. om året, hele porteføljen")
        return f"{effect.name} {effect.year}", unit, unit
    if effect.resource is Resource.GO_LIVES:
        words = {"unit": effect.name, "quarter": effect.part, "year": effect.year}
        return (
            _("Idriftsættelser"),
            _("idriftsættelser"),
            _("%(unit)s, %(quarter)s. kvartal %(year)s") % words,
        )
    month = wording.month_name(Month(effect.year, effect.part), language)
    if effect.resource is Resource.STAFF:
        return effect.name, _("dage"), _("dage, %(month)s") % {"month": month}
    unit = _("timer pr. medarbejder") if effect.headcount else _("timer")
    return _("Forandring"), unit, f"{unit}, {effect.name}, {month}"


def _amounts(effect: Effect, language: wording.Language) -> tuple[str, str, str]:
    """Before, after and the limit, with decimals enough to show on which side of the limit it lands."""
    divisor = {Resource.MONEY: 1_000_000, Resource.LOAD: effect.headcount or 1}.get(effect.resource, 1)

    def said(amount: int, decimals: int) -> str:
        return wording.number(Fraction(amount, divisor), decimals, language)

    decimals = 0 if divisor == 1 else 1
    if divisor > 1 and _looks_alike(effect, said):
        decimals = 2
    limit = "" if effect.there_is is None else said(effect.there_is, decimals)
    return said(effect.before, decimals), said(effect.after, decimals), limit


def _looks_alike(effect: Effect, said: Callable[[int, int], str]) -> bool:
    """Two amounts that differ would read the same with one decimal."""
    others = [one for one in (effect.before, effect.there_is) if one is not None and one != effect.after]
    return any(said(other, 1) == said(effect.after, 1) for other in others)


def _deadlines(deadlines: Deadlines) -> Iterator[Row]:
    """Nothing when no duty has a deadline."""
    if not deadlines.there_are:
        return

    def met(count: int) -> str:
        return _("%(met)s af %(all)s") % {"met": count, "all": deadlines.there_are}

    mark = Mark.MET if deadlines.after > deadlines.before else Mark.UNCHANGED
    yield Row(
        key="deadlines",
        name=_("Lovfrister"),
        detail=_("overholdt i planen"),
        before=met(deadlines.before),
        after=met(deadlines.after),
        limit="",
        unit=_("frister"),
        verdict=mark,
        mark=_MARKS[mark],
        word=_words()[mark],
    )
