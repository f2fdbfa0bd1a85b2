"""The four limits of the house, as the planner is asked to keep them. Pure: rows in, the question's own values out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from django.utils import translation

from takt.calculation.change_load.hours import ceiling_hours
from takt.calculation.change_load.readiness import lowered
from takt.calculation.money.price_level import at_prices_of
from takt.calculation.planner import problem as ask
from takt.calculation.planner.problem import Month, Problem
from takt.calculation.wording import Language
from takt.calculation.working_days import project_days
from takt.governance.clarifying.readiness.queries import Lowering
from takt.governance.planning.limits.months import month_of, read_month, unit_id
from takt.governance.planning.limits.sections import Content, Row
from takt.governance.planning.models import FrameKind

_Named = TypeVar("_Named", ask.Unit, ask.Role)
INVESTMENT, RUNNING = "anlaeg", "drift"
_FRAMES = {FrameKind.INVESTMENT: (INVESTMENT, "Anlæg"), FrameKind.RUNNING: (RUNNING, "Drift")}
"""Id and name; in Danish whoever asks, so that the same question has the same bytes."""
_DIVIDES = "/"
"""Between the kind of a committee's frame and the committee: ``drift/Sundhedsudvalget``."""


@dataclass(frozen=True, slots=True)
class House:
    """What the limits are about."""

    units: Sequence["HouseUnit"]
    roles: Sequence["HouseRole"]
    lowerings: Mapping[int, Lowering] = field(default_factory=dict)
    """By the key of the unit: what its own answer about readiness takes off its ceiling, and when."""


@dataclass(frozen=True, slots=True)
class HouseUnit:
    pk: int
    name: str
    parent: int | None
    headcount: int


@dataclass(frozen=True, slots=True)
class HouseRole:
    key: str
    name: str
    days: Mapping[Month, int] = field(default_factory=dict)
    """Written month by month; for a role without posts."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The limits of a question that begins in one month and is so many months long."""

    units: tuple[ask.Unit, ...]
    roles: tuple[ask.Role, ...]
    frames: tuple[ask.Frame, ...]
    freezes: tuple[ask.Freeze, ...]
    freeze_reasons: tuple[str, ...]
    """In the order of the freezes."""
    committee_of: Mapping[int, str] = field(default_factory=dict)
    """The committee of each unit, by its key; units without one are absent."""
    rises: Mapping[str, Mapping[int, Decimal]] = field(default_factory=dict)
    """Per cent by year, by kind of frame."""

    def counted_in(self, money: Sequence[ask.Spending], unit_pk: int | None) -> tuple[ask.Spending, ...]:
        """What is spent, in the frames of the whole municipality and in that of the unit's committee too."""
        whole = tuple(one for one in money if _DIVIDES not in one.frame)
        committee = self.committee_of.get(unit_pk) if unit_pk is not None else None
        there = {frame.id for frame in self.frames}
        return whole + tuple(
            replace(one, frame=frame)
            for one in whole
            if (frame := f"{one.frame}{_DIVIDES}{committee}") in there
        )

    @property
    def has_committees(self) -> bool:
        return any(_DIVIDES in frame.id for frame in self.frames)


def asked(content: Content, house: House, *, first_month: Month, months: int) -> Asked:
    """All four limits, in the prices of the year in which the question begins."""
    periods = list(_freezes(content.get("freezes", ()), house, first_month, months))
    rises = rises_of(content.get("prices", ()))
    return Asked(
        units=_units(content.get("ceilings", ()), house, first_month, months),
        roles=_roles(content, house, [first_month.plus(offset) for offset in range(months)]),
        frames=_frames(content.get("frames", ()), rises, first_month.year),
        freezes=tuple(freeze for freeze, _ in periods),
        freeze_reasons=tuple(why for _, why in periods),
        committee_of=_committees(content.get("committees", ()), house),
        rises=rises,
    )


def under(problem: Problem, limits: Asked, unit_of: Mapping[str, int]) -> Problem:
    """The same initiatives under these limits. ``unit_of``: the key of each initiative's unit, by its number.

    Units and roles that are gone since stay, for the sake of the initiatives that name them.
    """
    return replace(
        problem,
        units=(*limits.units, *_gone(problem.units, limits.units)),
        roles=(*limits.roles, *_gone(problem.roles, limits.roles)),
        frames=limits.frames,
        freezes=limits.freezes,
        initiatives=tuple(
            replace(one, money=limits.counted_in(one.money, unit_of.get(one.id)))
            for one in problem.initiatives
        ),
    )


def _gone(before: Sequence[_Named], now: Sequence[_Named]) -> tuple[_Named, ...]:
    here = {one.id for one in now}
    return tuple(one for one in before if one.id not in here)


def has_committees(problem: Problem) -> bool:
    return any(_DIVIDES in frame.id for frame in problem.frames)


def _units(rows: Sequence[Row], house: House, first_month: Month, months: int) -> tuple[ask.Unit, ...]:
    own = {str(row["unit"]): row for row in rows}
    ceilings = effective_ceilings(rows, house)
    return tuple(
        ask.Unit(
            id=unit_id(unit.pk),
            name=unit.name,
            parent=unit_id(unit.parent) if unit.parent else None,
            headcount=unit.headcount,
            ceiling_hours=_by_month(
                ceiling_hours(hours_per_employee=ceilings[unit.pk].hours, headcount=unit.headcount)
                if unit.pk in ceilings
                else None,
                house.lowerings.get(unit.pk),
                first_month,
                months,
            ),
            max_go_lives_per_quarter=_whole(own[unit.name]["go_lives"]) if unit.name in own else None,
        )
        for unit in house.units
    )


@dataclass(frozen=True, slots=True)
class Effective:
    """The ceiling of a unit: its own, or that of the nearest unit above it."""

    hours: Decimal
    unit: str
    """Whose it is."""


def effective_ceilings(rows: Sequence[Row], house: House) -> dict[int, Effective]:
    """By the key of the unit; a unit without a limit is absent."""
    own = {str(row["unit"]): Decimal(str(row["hours"])) for row in rows}
    unit = {one.pk: one for one in house.units}

    def nearest(pk: int | None) -> Effective | None:
        while pk is not None:
            if unit[pk].name in own:
                return Effective(own[unit[pk].name], unit[pk].name)
            pk = unit[pk].parent
        return None

    return {pk: found for pk in unit if (found := nearest(pk))}


def _by_month(
    hours: int | None, lowering: Lowering | None, first_month: Month, months: int
) -> tuple[int | None, ...]:
    if hours is None or lowering is None:
        return (hours,) * months
    in_force = months_lowered(lowering, first_month, months)
    return tuple(lowered(hours, lowering.percent) if month in in_force else hours for month in range(months))


def months_lowered(lowering: Lowering, first_month: Month, months: int) -> range:
    """As offsets from the first month of the question; empty when it has run out before."""
    first = max(0, month_of(lowering.first_month).minus(first_month))
    return range(first, min(months, month_of(lowering.latest_month).minus(first_month) + 1))


def _roles(content: Content, house: House, horizon: Sequence[Month]) -> tuple[ask.Role, ...]:
    terms = {str(row["name"]): row for row in content.get("roles", ())}
    posts: dict[str, list[Row]] = defaultdict(list)
    for row in content.get("posts", ()):
        posts[str(row["role"])].append(row)
    return tuple(
        ask.Role(role.key, role.name, tuple(_days(role, terms, posts[role.name], month) for month in horizon))
        for role in house.roles
    )


def _days(role: HouseRole, terms: Mapping[str, Row], posts: Sequence[Row], month: Month) -> int:
    return days_of_posts(terms.get(role.name, {}), posts, month) if posts else _written_days(role.days, month)


def days_of_posts(terms: Row, posts: Sequence[Row], month: Month) -> int:
    """Person-days for initiatives that these posts of one role give in a month."""
    share = terms.get("share")
    return project_days(
        month,
        (_full_time(post) for post in posts if _is_there(post, month)),
        share_percent=100 if share is None else _whole(share) or 0,
        absence_percent=_whole(terms.get("absence")) or 0,
    )


def _full_time(post: Row) -> Fraction:
    amount = Fraction(str(post["full_time"]))
    return -amount if post["absence"] else amount


def _is_there(post: Row, month: Month) -> bool:
    latest = post["latest"]
    return read_month(post["first"]) <= month and (latest is None or month <= read_month(latest))


def _written_days(known: Mapping[Month, int], month: Month) -> int:
    """A month not written down has the days of that month in the latest year before; without one, none."""
    earlier = [one for one in known if one.number == month.number and one <= month]
    return known[max(earlier)] if earlier else 0


def rises_of(rows: Sequence[Row]) -> dict[str, dict[int, Decimal]]:
    """Per cent by kind of frame and year."""
    return {
        kind: {int(str(row["year"])): Decimal(str(row[kind.value])) for row in rows} for kind in FrameKind
    }


def _frames(
    rows: Sequence[Row], rises: Mapping[str, Mapping[int, Decimal]], prices_of: int
) -> tuple[ask.Frame, ...]:
    """Those of the whole municipality, always, and after them those of the committees."""
    dkk: dict[tuple[str, str], dict[int, int]] = {(kind.value, ""): {} for kind in FrameKind}
    for row in rows:
        of = str(row["kind"]), str(row["committee"] or "")
        dkk.setdefault(of, {}).update(amounts_of(row, rises[of[0]], prices_of))
    return tuple(
        ask.Frame(frame_id(kind, committee), _frame_name(kind, committee), dict(sorted(years.items())))
        for (kind, committee), years in dkk.items()
    )


def amounts_of(row: Row, rises: Mapping[int, Decimal], prices_of: int) -> dict[int, int]:
    """The amounts of a row of frames, by year, in the prices of one year."""
    price_year = _whole(row["price_year"])
    return {
        year: at_prices_of(dkk, rises, of_year=price_year or year, to_year=prices_of)
        for year, dkk in years_in(row)
    }


def years_in(row: Row) -> Iterator[tuple[int, int]]:
    """(year, DKK) as they are written in a row of frames."""
    for key, dkk in row.items():
        if key.isdecimal() and isinstance(dkk, int):
            yield int(key), dkk


def frame_id(kind: str, committee: str) -> str:
    return f"{_FRAMES[FrameKind(kind)][0]}{_DIVIDES}{committee}" if committee else _FRAMES[FrameKind(kind)][0]


def _frame_name(kind: str, committee: str) -> str:
    name = _FRAMES[FrameKind(kind)][1]
    return f"{name}, {committee}" if committee else name


def in_the_words_of(problem: Problem, language: Language) -> Problem:
    """To be shown, never to be solved: with the frames called what a reader of this language calls them."""
    with translation.override(language):
        called = {id_: str(kind.label) for kind, (id_, _) in _FRAMES.items()}

    def name(frame: ask.Frame) -> str:
        kind, _, committee = frame.id.partition(_DIVIDES)
        if kind not in called:
            return frame.name
        return f"{called[kind]}, {committee}" if committee else called[kind]

    return replace(problem, frames=tuple(replace(frame, name=name(frame)) for frame in problem.frames))


def _committees(rows: Sequence[Row], house: House) -> dict[int, str]:
    named = {unit: str(row["name"]) for row in rows for unit in _names(row["units"])}
    unit = {one.pk: one for one in house.units}

    def nearest(pk: int | None) -> str | None:
        while pk is not None:
            if unit[pk].name in named:
                return named[unit[pk].name]
            pk = unit[pk].parent
        return None

    return {pk: found for pk in unit if (found := nearest(pk))}


def _freezes(
    rows: Sequence[Row], house: House, first_month: Month, months: int
) -> Iterator[tuple[ask.Freeze, str]]:
    """One that comes every year is asked once for every year of the horizon."""
    key = {one.name: unit_id(one.pk) for one in house.units}
    for row in rows:
        units = frozenset(key[name] for name in _names(row["units"]) if name in key) or None
        if units is None and row["units"]:
            continue  # it was for units that are gone
        first = read_month(row["first"]).minus(first_month)
        latest = read_month(row["latest"] or row["first"]).minus(first_month)
        for later in range(0, months - first, 12) if row["yearly"] else (0,):
            if not row["yearly"] or latest + later >= 0:
                yield ask.Freeze(first=first + later, latest=latest + later, units=units), str(row["why"])


def _names(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None
