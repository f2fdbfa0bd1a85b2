"""What a scenario would mean, held against the plan or another scenario."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.calculation.planner.problem import Month
from takt.calculation.scenarios.comparing import Comparison, Fate, UnitDifference, compare
from takt.calculation.scenarios.outcome import MoneyOutcome, Nearest, Outcome, UnitOutcome
from takt.foundation.design.charts.before_after import before_after_bar
from takt.foundation.design.charts.heatmap import Axis, HeatRow, load_heatmap
from takt.foundation.design.templatetags.takt import language
from takt.governance.planning.scenarios.side_by_side import Figure, finding, measures

MOVES_PER_PAGE = 25
UNITS_SHOWN = 12
NEAREST_SHOWN = 6
MONTHS_IN_A_CELL = 3


@dataclass(frozen=True, slots=True)
class Other:
    """What it is held against."""

    name: str
    """Empty: the plan."""
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Result:
    other: str
    finding: str
    figures: list[tuple[str, Figure, Figure]]
    """Measure, before, after."""
    moved: str
    moves: "Page[Any]"
    """(move, what becomes of it in words)."""
    same: int
    money: list[tuple[MoneyOutcome, MoneyOutcome, SafeString]]
    units: list[tuple[str, str, str, SafeString]]
    """Name, peak before and after in words, drawing."""
    units_same: int
    nearest: SafeString
    tightest: list[str]


def result_of(other: Other, after: Outcome, asked: QueryDict) -> Result:
    comparison = compare(other.outcome, after)
    changed = [move for move in comparison.moves if move.fate is not Fate.SAME]
    units = sorted((one for one in comparison.units if one.moved), key=_by_how_much, reverse=True)
    rows = [(move, fate_in_words(move.fate, move.months)) for move in changed]
    return Result(
        other=other.name,
        finding=finding(_("Scenariet"), comparison, language()).removesuffix("."),
        figures=[
            (
                one.title,
                one.figure(other.outcome, None, language()),
                one.figure(after, other.outcome, language()),
            )
            for one in measures(other.outcome)
        ],
        moved=_moved(comparison),
        moves=Paginator(rows, MOVES_PER_PAGE).get_page(asked.get("side")),
        same=comparison.count(Fate.SAME),
        money=list(_money(other.outcome, after)),
        units=[_unit_row(one, comparison) for one in units[:UNITS_SHOWN]],
        units_same=len(comparison.units) - len(units[:UNITS_SHOWN]),
        nearest=_nearest(other, after),
        tightest=_tightest(after),
    )


def fate_in_words(fate: Fate, months: int) -> str:
    match fate:
        case Fate.IN:
            return _("Kommer med")
        case Fate.OUT:
            return _("Ryger ud")
        case Fate.EARLIER:
            return ngettext("%(n)s måned tidligere", "%(n)s måneder tidligere", months) % {"n": months}
        case Fate.LATER:
            return ngettext("%(n)s måned senere", "%(n)s måneder senere", months) % {"n": months}
        case Fate.SAME:
            return _("Uændret")


def _moved(comparison: Comparison) -> str:
    """The heading over the initiatives."""
    parts = (
        (comparison.count(Fate.IN), _("kommer med")),
        (comparison.count(Fate.OUT), _("ryger ud")),
        (comparison.count(Fate.EARLIER, Fate.LATER), _("flytter sig")),
    )
    said = [f"{count} {words}" for count, words in parts if count]
    return wording.join_list(said, language()).capitalize() if said else _("Ingen initiativer flytter sig")


def _money(before: Outcome, after: Outcome) -> Iterable[tuple[MoneyOutcome, MoneyOutcome, SafeString]]:
    there = {(one.frame, one.year): one for one in after.money}
    for one in before.money:
        if (becomes := there.get((one.frame, one.year))) and (one.dkk or becomes.dkk):
            yield one, becomes, before_after_bar(one.dkk, becomes.dkk, becomes.frame_dkk)


def _by_how_much(one: UnitDifference) -> tuple[float, str]:
    return abs(_share(one.after) - _share(one.before)), one.before.id


def _share(unit: UnitOutcome) -> float:
    return unit.peak_hours / unit.peak_ceiling if unit.peak_ceiling else float(unit.peak_hours > 0)


def _unit_row(one: UnitDifference, comparison: Comparison) -> tuple[str, str, str, SafeString]:
    return (
        one.before.name,
        _peak(one.before, comparison.before.first),
        _peak(one.after, comparison.after.first),
        before_after_bar(one.before.peak_hours, one.after.peak_hours, one.after.peak_ceiling),
    )


def _peak(unit: UnitOutcome, first: Month) -> str:
    """“3,1 af 3,5 timer i april 2027”."""
    if not unit.peak_hours:
        return _("ingen belastning")
    per = unit.headcount or 1
    words = {
        "hours": wording.number(unit.peak_hours / per, 1, language()),
        "month": wording.month_name(first.plus(unit.peak_month), language()),
    }
    if unit.peak_ceiling is None:
        return _("%(hours)s timer i %(month)s") % words
    words["ceiling"] = wording.number(unit.peak_ceiling / per, 1, language())
    return _("%(hours)s af %(ceiling)s timer i %(month)s") % words


def _nearest(other: Other, after: Outcome) -> SafeString:
    """Month by month, how near the nearest limit is, in per cent of it."""
    rows = [
        _heat_row(other.name or _("Planen"), other.outcome),
        _heat_row(_("Scenariet"), after),
    ]
    months = [after.first.plus(month) for month in range(min(after.months, other.outcome.months))]
    return load_heatmap(
        rows,
        months,
        caption=_("Den grænse, der er nærmest, i procent, måned for måned"),
        first_column=_("Fremtid"),
        axis=Axis.NAMES,
        step=MONTHS_IN_A_CELL,
        decimals=0,
        language=language(),
    )


def _heat_row(name: str, outcome: Outcome) -> HeatRow:
    percents = [one.percent if one else 0 for one in outcome.nearest]
    return HeatRow(name, percents, [100] * len(percents))


def _tightest(outcome: Outcome) -> list[str]:
    """The months in which a limit is nearest, each with the limit."""
    there = [(one, month) for month, one in enumerate(outcome.nearest) if one]
    there.sort(key=lambda pair: (-pair[0].percent, pair[1]))
    return [_in_words(one, outcome.first.plus(month)) for one, month in there[:NEAREST_SHOWN]]


def _in_words(one: Nearest, month: Month) -> str:
    words = {
        "month": wording.month_name(month, language()).capitalize(),
        "name": one.name,
        "percent": wording.number(one.percent, 0, language()),
    }
    if one.kind == "staff":
        return _("%(month)s: %(name)s, %(percent)s %% af dagene er bundet") % words
    return _("%(month)s: %(name)s, %(percent)s %% af loftet") % words
