"""What a sweep shows: its points in words, as a curve or a landscape, and what they say together."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.planner.problem import Problem
from takt.calculation.scenarios.axes import Axis, AxisKind
from takt.calculation.scenarios.lifting import Point
from takt.foundation.design.charts.curve import CurvePoint, curve
from takt.foundation.design.charts.landscape import Spot, landscape

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One point as a row of the table."""

    x: str
    y: str
    is_today: bool
    is_possible: bool
    chosen: int
    value: Fraction
    difference: str
    months_late: int
    gap_percent: float


class Landscape:
    """The points of one sweep, those known, in one language."""

    def __init__(
        self,
        axes: Sequence[Axis],
        points: dict[Place, Point],
        problem: Problem,
        language: wording.Language,
    ) -> None:
        self.axes, self.points, self._problem, self._language = axes, points, problem, language
        self._today = points.get((0, 0))

    @property
    def names(self) -> list[str]:
        return [axis_in_words(axis, self._problem) for axis in self.axes]

    @property
    def finding(self) -> str:
        """The heading."""
        told = [percent for percent in map(self._percent, self.points.values()) if percent is not None]
        if len(told) < 2:
            return _("Et spænd af fremtider")
        words = {"least": self._signed(min(told)), "most": self._signed(max(told))}
        return _("Værdien svinger fra %(least)s til %(most)s i forhold til planen i dag") % words

    def drawing(self) -> SafeString:
        """A landscape for two limits, a curve for one."""
        return self._table() if len(self.axes) == 2 else self._curve()

    def lines(self) -> list[Line]:
        """In the order of the axes."""
        return [self._line(place, point) for place, point in sorted(self.points.items())]

    def _line(self, place: Place, point: Point) -> Line:
        bound = point.value_bound_twelfths
        return Line(
            x=point_in_words(self.axes[0], place[0], self._language),
            y=point_in_words(self.axes[1], place[1], self._language) if len(self.axes) > 1 else "",
            is_today=place == (0, 0),
            is_possible=point.is_possible,
            chosen=point.chosen,
            value=Fraction(point.value_twelfths, 12),
            difference=self._said(point) if place != (0, 0) else "",
            months_late=point.months_late,
            gap_percent=max(0.0, 100 * (1 - point.value_twelfths / bound)) if bound > 0 else 0.0,
        )

    def _curve(self) -> SafeString:
        points = [
            CurvePoint(
                point_in_words(self.axes[0], place[0], self._language),
                float(point.value_twelfths),
                self._said(point)
                if place != (0, 0)
                else wording.number(point.value_twelfths / 12, 0, self._language),
                is_today=place == (0, 0),
            )
            for place, point in sorted(self.points.items())
            if point.is_possible
        ]
        return curve(
            points, label=_("Planens værdi efter %(limit)s") % {"limit": self.names[0]}, today=_("i dag")
        )

    def _table(self) -> SafeString:
        across, up = self.axes
        return landscape(
            {place: self._spot(place, point) for place, point in self.points.items()},
            columns=[(point, point_in_words(across, point, self._language)) for point in across.points],
            rows=[(point, point_in_words(up, point, self._language)) for point in reversed(up.points)],
            caption=_("Forskel i værdi fra i dag efter %(across)s og %(up)s")
            % {"across": self.names[0], "up": self.names[1]},
            corner=f"{self.names[1]} ↓ {self.names[0]} →",
        )

    def _spot(self, place: Place, point: Point) -> Spot:
        if not point.is_possible:
            return Spot("×", 0.0, remark=_("ingen plan mulig"))
        later = self._today is not None and point.months_late > self._today.months_late
        return Spot(
            self._said(point),
            float(point.value_twelfths),
            is_today=place == (0, 0),
            remark=_("lovfrister nås senere end i dag") if later else "",
        )

    def _percent(self, point: Point) -> float | None:
        if self._today is None or not point.is_possible or self._today.value_twelfths <= 0:
            return None
        return 100 * (point.value_twelfths / self._today.value_twelfths - 1)

    def _said(self, point: Point) -> str:
        percent = self._percent(point)
        if percent is None:
            return (
                "" if not point.is_possible else wording.number(point.value_twelfths / 12, 0, self._language)
            )
        return self._signed(percent)

    def _signed(self, percent: float) -> str:
        said = wording.number(percent, 1, self._language)
        return f"{said} %" if said.startswith("−") or percent < 0.05 else f"+{said} %"


def axis_in_words(axis: Axis, problem: Problem) -> str:
    """“Rammen Anlæg”, “Projektleder”, “alle lofter”."""
    match axis.kind:
        case AxisKind.FRAME:
            names = {frame.id: frame.name for frame in problem.frames}
            return (
                _("rammen %(name)s") % {"name": names.get(axis.id, axis.id)} if axis.id else _("alle rammer")
            )
        case AxisKind.STAFF:
            return next((role.name for role in problem.roles if role.id == axis.id), axis.id or "")
        case AxisKind.CEILING:
            unit = problem.unit.get(axis.id) if axis.id else None
            return _("loftet i %(name)s") % {"name": unit.name} if unit else _("alle lofter")


def point_in_words(axis: Axis, point: int, language: wording.Language) -> str:
    """“+10 %”, “5 årsværk”."""
    if axis.kind is not AxisKind.STAFF:
        said = wording.number(point, 0, language)
        return f"+{said} %" if point > 0 else f"{said} %"
    there = Fraction(axis.tenths_today + point, 10)
    return _("%(number)s årsværk") % {"number": wording.number(there, int(there.denominator != 1), language)}
