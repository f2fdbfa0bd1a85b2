"""The model as a picture: one line for each kind of case, from the wish to the body that decides it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from takt.calculation.governance_path import Body, CaseFacts, Level, Mandate, Path, Scope, path_for
from takt.governance.deciding.words import (
    case_in_words,
    kind_in_words,
    limits_in_words,
    where_in_words,
)

_MIDDLE, _DOT = 10, 11
"""Pixels: the height at which the line runs, and how far inside its column the dot lies."""
_SOMEWHERE, _ELSEWHERE = -1, -2
"""Areas that no mandate is confined to."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One body on one line."""

    body: str
    level: Level | None
    """None: the line passes by, or has ended."""
    drawing: SafeString


@dataclass(frozen=True, slots=True)
class Line:
    title: str
    reach: str
    """How far the mandate of the decider goes, or that nobody may decide."""
    is_decided: bool
    stops: tuple[Stop, ...]


def route_map(bodies: Sequence[Body], areas: Mapping[int, str]) -> list[Line]:
    """Local cases first, cheap before dear. Each line is worked out by the same rule as a real case's way."""
    return [
        _line(case, path, bodies, areas)
        for scope in (Scope.LOCAL, Scope.CROSS_CUTTING)
        for case, path in _kinds(scope, bodies)
    ]


def _kinds(scope: Scope, bodies: Sequence[Body]) -> Iterator[tuple[CaseFacts, Path]]:
    """A typical case for every mandate to decide that some case reaches, and one that is dearer than them all."""
    deciding = [one for body in bodies for one in body.mandates if one.level is Level.DECIDE]
    dearest = CaseFacts(
        _typical_areas(scope, frozenset()),
        1 + max((one.investment_limit_dkk or 0 for one in deciding), default=0),
        1 + max((one.running_limit_dkk or 0 for one in deciding), default=0),
    )
    for mandate in deciding:
        if mandate.scope not in (Scope.BOTH, scope) or (
            scope is Scope.CROSS_CUTTING and len(mandate.areas) == 1
        ):
            continue
        case = CaseFacts(
            _typical_areas(scope, mandate.areas),
            _or(mandate.investment_limit_dkk, dearest.investment_dkk),
            _or(mandate.running_limit_dkk, dearest.running_dkk),
        )
        path = path_for(case, bodies)
        if path.decider and path.decider.mandate is mandate:
            yield case, path
    if (path := path_for(dearest, bodies)).decider is None:
        yield dearest, path


def _typical_areas(scope: Scope, confined: frozenset[int]) -> frozenset[int]:
    if scope is Scope.LOCAL:
        return frozenset({min(confined, default=_SOMEWHERE)})
    return confined or frozenset({_SOMEWHERE, _ELSEWHERE})


def _or(limit: int | None, otherwise: int) -> int:
    return otherwise if limit is None else limit


def _line(case: CaseFacts, path: Path, bodies: Sequence[Body], areas: Mapping[int, str]) -> Line:
    decider, levels = path.decider, {step.body.key: step.level for step in path.steps}
    stops = [index for index, body in enumerate(bodies) if body.key in levels]
    where = where_in_words(decider.mandate, areas) if decider else ""
    return Line(
        title=(case_in_words(case, path) if path.too_small else kind_in_words(case.scope)) + where,
        reach=_reach(decider.mandate) if decider else _("Ingen må beslutte"),
        is_decided=decider is not None,
        stops=tuple(
            Stop(body.name, levels.get(body.key), _drawing(levels.get(body.key), index, stops))
            for index, body in enumerate(bodies)
        ),
    )


def _reach(mandate: Mandate) -> str:
    limits = limits_in_words(mandate)
    return limits[:1].upper() + limits[1:] if limits else _("Uden beløbsgrænse")


def _drawing(level: Level | None, index: int, stops: Sequence[int]) -> SafeString:
    """The piece of the line inside one column: it runs from the first stop to the last."""
    if not stops or not stops[0] <= index <= stops[-1]:
        return SafeString("")
    begins = _DOT if index == stops[0] else 0
    ends = _DOT if index == stops[-1] else "100%"
    line = format_html(
        '<line class="route-line" x1="{}" x2="{}" y1="{}" y2="{}"/>', begins, ends, _MIDDLE, _MIDDLE
    )
    dot = (
        format_html('<circle class="route-dot is-{}" cx="{}" cy="{}" r="8"/>', level.value, _DOT, _MIDDLE)
        if level
        else SafeString("")
    )
    return format_html(
        '<svg class="chart route" height="20" aria-hidden="true" focusable="false">{}{}</svg>', line, dot
    )
