"""Say of which limit a plan uses too much, how much, and when."""

from collections.abc import Sequence
from typing import Protocol

from takt.calculation.planner.breach import Breach, Kind
from takt.calculation.planner.problem import Month, Problem
from takt.calculation.planner.usage import Excess, Limit, Quarter, Resource
from takt.calculation.wording import Language, kroner, month_name, number


def too_much(problem: Problem, excess: Excess, initiatives: Sequence[str], *, raised: bool) -> Breach:
    """More is used of a limit than there is; ``raised`` when that is what the fixed ones alone use."""
    limit = excess.limit
    year = limit.when if limit.resource is Resource.MONEY and isinstance(limit.when, int) else None
    month = problem.first_month.plus(limit.when) if year is None and isinstance(limit.when, int) else None
    name = _name_of(problem, limit)
    da, en = (
        template.format(
            name=name,
            when=_when(limit.when if month is None else month, language),
            over=_amount(limit.resource, excess.over, language),
            used=_amount(limit.resource, excess.used, language),
            there_is=_amount(limit.resource, excess.there_is, language),
            raised=_RAISED[language] if raised else "",
        )
        for language, template in _TOO_MUCH[limit.resource].items()
    )
    return Breach(
        kind=Kind(limit.resource),
        id=limit.id,
        name=name,
        month=month,
        quarter=limit.when if isinstance(limit.when, tuple) else None,
        year=year,
        over=excess.over,
        initiatives=tuple(initiatives),
        da=da,
        en=en,
    )


class _Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


_TOO_MUCH: dict[Resource, dict[Language, str]] = {
    Resource.MONEY: {
        "da": "Rammen {name} mangler {over} i {when}: "
        "der bruges {used}, og der er {there_is} til rådighed{raised}.",
        "en": "The frame {name} is {over} short in {when}: {used} is used, and there is {there_is}{raised}.",
    },
    Resource.STAFF: {
        "da": "{name} mangler {over} i {when}: der bruges {used}, og der er {there_is}{raised}.",
        "en": "{name} lacks {over} in {when}: {used} are used, and there are {there_is}{raised}.",
    },
    Resource.LOAD: {
        "da": "{name} er {over} over loftet i {when}: "
        "belastningen er {used}, og loftet er {there_is}{raised}.",
        "en": "{name} is {over} over the ceiling in {when}: the load is {used}, "
        "and the ceiling is {there_is}{raised}.",
    },
    Resource.GO_LIVES: {
        "da": "{name} har {used} i {when}; loftet er {there_is}{raised}.",
        "en": "{name} has {used} in {when}; the ceiling is {there_is}{raised}.",
    },
}
_RAISED: dict[Language, str] = {
    "da": " (det, som de fastlagte initiativer alene bruger)",
    "en": " (what the fixed initiatives alone use)",
}
_UNIT_OF: dict[Resource, dict[Language, tuple[str, str]]] = {
    Resource.STAFF: {"da": ("dag", "dage"), "en": ("day", "days")},
    Resource.LOAD: {"da": ("time", "timer"), "en": ("hour", "hours")},
    Resource.GO_LIVES: {"da": ("idriftsættelse", "idriftsættelser"), "en": ("go-live", "go-lives")},
}


def _amount(resource: Resource, amount: int, language: Language) -> str:
    if resource is Resource.MONEY:
        return kroner(amount, language)
    one, several = _UNIT_OF[resource][language]
    return f"{number(amount, 0, language)} {one if amount == 1 else several}"


def _when(when: int | Quarter | Month, language: Language) -> str:
    if isinstance(when, Month):
        return month_name(when, language)
    if isinstance(when, int):
        return str(when)
    year, quarter = when
    return f"{quarter}. kvartal {year}" if language == "da" else f"Q{quarter} {year}"


def _name_of(problem: Problem, limit: Limit) -> str:
    ones: Sequence[_Named] = problem.units
    if limit.resource is Resource.MONEY:
        ones = problem.frames
    elif limit.resource is Resource.STAFF:
        ones = problem.roles
    return next(one.name or one.id for one in ones if one.id == limit.id)
