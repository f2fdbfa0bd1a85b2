"""The plan area by area: its load against the ceiling, and the initiatives that cause it, on one axis."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.planner.problem import Month
from takt.foundation.design.charts.heatmap import Axis, HeatRow, level, load_heatmap
from takt.foundation.design.charts.roadmap import Arrow, Bar, Ghost, Reach, Window, field
from takt.governance.planning.figures import Figures, UnitFigures
from takt.governance.planning.findings import area_of_each_unit, areas_of, months_over
from takt.governance.planning.limits.addresses import anchor, limit_url
from takt.governance.planning.models import LimitKind
from takt.governance.planning.pages.view import View
from takt.governance.planning.queries import Place

T = TypeVar("T")

MOST_BARS = 60
"""Above this the areas are folded until one is opened."""
_PRESSED = 3
"""The step of the ramp from which an area is under pressure."""


@dataclass(frozen=True, slots=True)
class Label:
    """The words beside one row of the roadmap."""

    number: str
    title: str
    obligation: str
    phases: str
    """The months in words, for a phone and for those who listen."""
    is_ghost: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    id: str
    name: str
    heat: SafeString
    labels: Sequence[Label]
    roadmap: SafeString
    """Empty when folded."""
    count: int
    """Initiatives within the months shown."""
    is_open: bool
    unit_count: int
    units_over: int
    """How many of them are over their ceiling in the months shown."""
    units_heat: SafeString
    """Empty until asked for."""


@dataclass(frozen=True)
class Picture:
    """One plan as one reader has asked to see it."""

    places: Sequence[Place]
    figures: Figures
    first: Month
    """Of the plan."""
    window: Window
    view: View
    ghost: Ghost | None
    """For the initiative that is asked about, when it has no place; months of the plan."""
    language: wording.Language
    is_unfolded: bool = False
    """Every area open, however large the plan."""
    pinned: Mapping[str, Month] | None = None
    """Starts that somebody has asked to keep, by number. None: an older plan, in which nothing is tried."""

    def areas(self) -> list[Area]:
        """Those the reader has asked for; an area without initiatives still shows its load."""
        mine = self._places_by_area()
        wanted = [unit for unit in areas_of(self.figures) if self._is_wanted(unit, mine[unit.id])]
        bars = sum(len(mine[unit.id]) for unit in wanted)
        fold = bars > MOST_BARS and len(wanted) > 1 and not self.is_unfolded
        return [self._area(unit, mine[unit.id], fold=fold) for unit in wanted]

    def staff(self) -> SafeString:
        """Days bound of each role, against the days there are."""
        caption = _("Bundne persondage pr. rolle")
        return self._heatmap(self.staff_rows(), caption=caption, first_column=_("Rolle"), decimals=0)

    def staff_rows(self) -> list[HeatRow]:
        """In the months shown."""
        return [
            HeatRow(
                one.name,
                self._shown(one.used),
                self._shown(one.days),
                note=_("op til %(days)s")
                % {"days": wording.number(max(one.days, default=0), 0, self.language)},
                url=limit_url(LimitKind.STAFF, anchor(one.id)),
            )
            for one in self.figures.staff
        ]

    @cached_property
    def _area_of(self) -> Mapping[str, str]:
        return area_of_each_unit(self.figures)

    def _places_by_area(self) -> Mapping[str, list[Place]]:
        mine: dict[str, list[Place]] = defaultdict(list)
        last = areas_of(self.figures)[-1].id
        for place in self.places:
            if self._is_shown(place):
                mine[self._area_of.get(place.unit, last)].append(place)
        return mine

    def _is_shown(self, place: Place) -> bool:
        if place.start is None or place.settled is None:
            return False
        first, end = place.start - self.view.offset, place.settled - self.view.offset
        return self.window.shows(first, max(end, first + 1))

    def _is_wanted(self, unit: UnitFigures, places: Sequence[Place]) -> bool:
        if self.view.area in {area.id for area in areas_of(self.figures)}:
            return unit.id == self.view.area
        if self.view.only_pressed and not self._is_pressed(unit):
            return False
        return bool(unit.parent or places)  # the whole municipality only when it has something of its own

    def _is_pressed(self, area: UnitFigures) -> bool:
        return any(
            level(load, ceiling) >= _PRESSED
            for unit in (area, *self._units_below(area))
            for load, ceiling in zip(self._shown(unit.load), self._shown(unit.ceiling), strict=True)
        )

    def _units_below(self, area: UnitFigures) -> list[UnitFigures]:
        return [unit for unit in self.figures.units if self._area_of[unit.id] == area.id and unit is not area]

    def _area(self, unit: UnitFigures, places: Sequence[Place], *, fold: bool) -> Area:
        asked_about = next((place for place in self.places if place.number == self.view.wish), None)
        here = asked_about is not None and self._area_of.get(asked_about.unit) == unit.id
        is_open = not fold or self.view.open_area == unit.id or here
        ghost = asked_about if here and asked_about and asked_about.start is None and self.ghost else None
        labels = [_label(place, self.first, self.language) for place in places] if is_open else []
        rows: list[Bar | Ghost] = [self._bar(place) for place in places] if is_open else []
        if ghost and self.ghost:
            labels.append(Label(ghost.number, ghost.title, ghost.obligation, "", is_ghost=True))
            rows.append(_moved(self.ghost, self.view.offset))
        below = self._units_below(unit)
        return Area(
            id=unit.id,
            name=unit.name,
            heat=self._heatmap(
                [self.heat_row(unit)], caption=_("Belastning i %(area)s") % {"area": unit.name}
            ),
            labels=labels,
            roadmap=self._field(unit, rows) if rows else SafeString(""),
            count=len(places),
            is_open=is_open,
            unit_count=len(below),
            units_over=sum(bool(self._over(unit)) for unit in below),
            units_heat=self._units_heat(unit, below) if self.view.units_of == unit.id else SafeString(""),
        )

    def _field(self, unit: UnitFigures, rows: Sequence[Bar | Ghost]) -> SafeString:
        offset = self.view.offset
        return field(
            rows,
            self.window,
            arrows=[Arrow(before, after) for before, after in self.figures.requires],
            frozen=[
                (first - offset, latest - offset)
                for first, latest, units in self.figures.freezes
                if units is None or unit.id in units
            ],
            over={month for one in (unit, *self._units_below(unit)) for month in self._over(one)},
            reach=None if self.pinned is None else self._reach(unit),
        )

    def _reach(self, unit: UnitFigures) -> Reach:
        months = len(self.figures.go_lives)
        label = _("Initiativer i %(area)s, der kan flyttes") % {"area": unit.name}
        return Reach(-self.view.offset, months - self.view.offset, label)

    def _over(self, unit: UnitFigures) -> list[int]:
        """Months shown in which the unit is over its ceiling."""
        months = (month - self.view.offset for month in months_over(unit))
        return [month for month in months if 0 <= month < self.window.months]

    def _bar(self, place: Place) -> Bar:
        offset = self.view.offset
        start, roll_out, go_live, settled = (
            (month or 0) - offset for month in (place.start, place.roll_out, place.go_live, place.settled)
        )
        deadline = self.figures.deadlines.get(place.number)
        pinned = (self.pinned or {}).get(place.number)
        return Bar(
            place.number,
            start,
            roll_out,
            go_live,
            settled,
            title=f"{place.title}: {phases_in_words(place, self.first, self.language)}",
            deadline=None if deadline is None else deadline - offset,
            can_move=self.pinned is not None and place.number not in self._under_way,
            pinned=None if pinned is None else pinned.minus(self.window.first),
        )

    @cached_property
    def _under_way(self) -> frozenset[str]:
        return frozenset(self.figures.under_way)

    def _units_heat(self, area: UnitFigures, below: Sequence[UnitFigures]) -> SafeString:
        rows = [self.heat_row(unit) for unit in below]
        return self._heatmap(rows, caption=_("Belastning i enhederne under %(area)s") % {"area": area.name})

    def heat_row(self, unit: UnitFigures) -> HeatRow:
        """Its load against its ceiling in the months shown."""
        ceiling = next((one for one in unit.ceiling if one is not None), None)
        per_employee = ceiling / unit.headcount if ceiling is not None and unit.headcount else None
        note = (
            _("uden loft")
            if per_employee is None
            else _("loft %(hours)s") % {"hours": wording.number(per_employee, 1, self.language)}
        )
        return HeatRow(
            unit.name,
            self._shown(unit.load),
            self._shown(unit.ceiling),
            per=max(1, unit.headcount),
            note=note,
            url=limit_url(LimitKind.CEILINGS, unit.id),
        )

    def _heatmap(
        self, rows: Sequence[HeatRow], *, caption: str, first_column: str = "", decimals: int = 1
    ) -> SafeString:
        frozen = {
            month - self.view.offset
            for first, latest, units in self.figures.freezes
            if units is None
            for month in range(first, latest + 1)
        }
        return load_heatmap(
            rows,
            [self.window.first.plus(month) for month in range(self.window.months)],
            caption=caption,
            first_column=first_column or _("Enhed"),
            axis=Axis.HIDDEN,
            step=3 if self.window.months > 24 else 1,
            decimals=decimals,
            frozen=frozenset(frozen),
            language=self.language,
        )

    def _shown(self, by_month: Sequence[T]) -> Sequence[T]:
        return by_month[self.view.offset : self.view.offset + self.window.months]


def _label(place: Place, first: Month, language: wording.Language) -> Label:
    return Label(place.number, place.title, place.obligation, phases_in_words(place, first, language))


def phases_in_words(place: Place, first: Month, language: wording.Language) -> str:
    """``starter maj 2027, i drift december 2027``; empty for one without a place."""
    if place.start is None or place.go_live is None:
        return ""
    return _("starter %(start)s, i drift %(go_live)s") % {
        "start": wording.month_name(first.plus(place.start), language),
        "go_live": wording.month_name(first.plus(place.go_live), language),
    }


def _moved(ghost: Ghost, offset: int) -> Ghost:
    def moved(span: tuple[int, int] | None) -> tuple[int, int] | None:
        return (span[0] - offset, span[1] - offset) if span else None

    return Ghost(moved(ghost.missed), moved(ghost.free))
