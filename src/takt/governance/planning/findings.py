"""What a plan says in one line: the heading is the finding."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.calculation.planner.problem import Month
from takt.governance.planning.figures import Figures, LeftOut, MoneyFigures, UnitFigures
from takt.governance.planning.queries import Place
from takt.governance.planning.question import INVESTMENT, RUNNING

NEAR, REACHED = 90, 100
"""Per cent of the ceiling from which we say that a unit is near it, and has reached it."""


@dataclass(frozen=True, slots=True)
class Peak:
    """The month in which a unit is nearest to its ceiling."""

    unit: UnitFigures
    month: int
    percent: int


def areas_of(figures: Figures) -> list[UnitFigures]:
    """The level that leaders steer by: what lies just under the whole municipality; the whole itself last."""
    roots = [unit for unit in figures.units if unit.parent is None]
    if len(roots) != 1:
        return roots
    below = [unit for unit in figures.units if unit.parent == roots[0].id]
    return [*below, roots[0]]


def area_of_each_unit(figures: Figures) -> Mapping[str, str]:
    """The id of the area that each unit belongs to."""
    areas = {area.id for area in areas_of(figures)}
    parent = {unit.id: unit.parent for unit in figures.units}

    def area_of(unit: str) -> str:
        above = parent[unit]
        return unit if unit in areas or above is None else area_of(above)

    return {unit: area_of(unit) for unit in parent}


def peak(unit: UnitFigures) -> Peak | None:
    """None for a unit without a ceiling or without load."""
    shares = [
        (100 * load // ceiling if ceiling else 1_000, -month)
        for month, (load, ceiling) in enumerate(zip(unit.load, unit.ceiling, strict=True))
        if ceiling is not None and load
    ]
    if not shares:
        return None
    percent, month = max(shares)
    return Peak(unit, -month, percent)


def months_over(unit: UnitFigures) -> list[int]:
    return [
        month
        for month, (load, ceiling) in enumerate(zip(unit.load, unit.ceiling, strict=True))
        if ceiling is not None and load > ceiling
    ]


def headline(places: Sequence[Place], figures: Figures, first: Month, language: wording.Language) -> str:
    """``62 af 128 ønsker får plads. Ældre og Sundhed når loftet i april 2027``."""
    placed = sum(place.start is not None for place in places)
    words = ngettext(
        "%(placed)s af %(asked)s ønske får plads", "%(placed)s af %(asked)s ønsker får plads", len(places)
    ) % {"placed": placed, "asked": len(places)}
    return f"{words}. {duties(places, figures) or pressure(figures, first, language)}"


def duties(places: Iterable[Place], figures: Figures) -> str:
    """Duties that are late or left out come before everything else; empty when all are met."""
    late = [
        place
        for place in places
        if place.obligation == "must"
        and (place.go_live is None or place.go_live > figures.deadlines.get(place.number, place.go_live))
    ]
    if not late:
        return ""
    return ngettext(
        "Én skal-opgave når ikke sin frist", "%(count)s skal-opgaver når ikke deres frist", len(late)
    ) % {"count": len(late)}


def pressure(figures: Figures, first: Month, language: wording.Language) -> str:
    """Which unit is over, at or near its ceiling, and when."""
    over = [(unit, months) for unit in figures.units if (months := months_over(unit))]
    if len(over) == 1:
        unit, months = over[0]
        listed = wording.month_list([first.plus(month) for month in months], language)
        return _("%(unit)s er over loftet i %(months)s") % {"unit": unit.name, "months": listed}
    peaks = [one for unit in figures.units if (one := peak(unit))]
    highest = max(peaks, key=lambda one: (one.percent, one.unit.headcount), default=None)
    if highest is None or highest.percent < NEAR:
        return _("Alle enheder har god plads under loftet")
    words = {
        "unit": highest.unit.name,
        "month": wording.month_name(first.plus(highest.month), language),
        "count": wording.number(len(over), 0, language),
    }
    if over:
        return _("%(count)s enheder er over loftet, værst %(unit)s i %(month)s") % words
    if highest.percent == REACHED:
        return _("%(unit)s når loftet i %(month)s") % words
    return _("%(unit)s er nær loftet i %(month)s") % words


def freezes_in_words(figures: Figures, first: Month, shown: range, language: wording.Language) -> list[str]:
    """``Sommerferie: juli 2027 og juli 2028``, with the units it is for when it is not for all.

    ``shown``: the months of the plan that the reader sees.
    """
    names = {unit.id: unit.name for unit in figures.units}
    months: dict[tuple[str, tuple[str, ...]], set[int]] = {}
    for (earliest, latest, units), reason in zip(figures.freezes, figures.freeze_reasons, strict=True):
        here = set(shown).intersection(range(earliest, latest + 1))
        months.setdefault((reason, tuple(units or ())), set()).update(here)
    said = []
    for (reason, only_in), frozen in months.items():
        if frozen:
            where = f" ({wording.join_list([names[unit] for unit in only_in], language)})" if only_in else ""
            when = wording.month_list([first.plus(month) for month in frozen], language)
            said.append(f"{reason}{where}: {when}")
    return said


def lowered_in_words(figures: Figures, first: Month, language: wording.Language) -> list[tuple[int, str]]:
    """Of each ceiling that a unit's own answer lowered: the key of the unit, and by how much, when and why."""
    names = {unit.id: unit.name for unit in figures.units}
    return [
        (
            int(one["unit"].removeprefix("u")),
            _("%(unit)s: loftet er %(percent)d %% lavere i %(months)s, efter lederens svar %(day)s")
            % {
                "unit": names[one["unit"]],
                "percent": one["percent"],
                "months": wording.month_range(first.plus(one["first"]), first.plus(one["latest"]), language),
                "day": wording.day(date.fromisoformat(one["answered"]), language),
            },
        )
        for one in figures.lowered
        if one["unit"] in names
    ]


def frame_words() -> dict[str, str]:
    """Of the frames of the whole municipality."""
    return {INVESTMENT: _("Anlæg, mio. kr."), RUNNING: _("Drift, mio. kr.")}


def frame_name(frame: str) -> str:
    """``Anlæg``, or ``Anlæg, Sundhedsudvalget``."""
    kind, _divides, committee = frame.partition("/")
    name = {INVESTMENT: _("Anlæg"), RUNNING: _("Drift")}[kind]
    return f"{name}, {committee}" if committee else name


def money_finding(figures: Figures, language: wording.Language) -> str:
    """``Anlæg og drift holder sig inden for rammerne``, or which frame does not, and when."""
    over = [one for one in figures.money if one.frame_dkk is not None and _used(one) > one.frame_dkk]
    if over:
        worst = max(over, key=lambda one: _used(one) - (one.frame_dkk or 0))
        name = frame_name(worst.frame)
        excess = wording.mio_kroner(_used(worst) - (worst.frame_dkk or 0), language)
        return _("%(frame)s går %(excess)s over rammen i %(year)s") % {
            "frame": name,
            "excess": excess,
            "year": worst.year,
        }
    return _("Pengene holder sig inden for rammerne")


def _used(one: MoneyFigures) -> int:
    return one.under_way_dkk + one.planned_dkk


def theme_words() -> dict[str, str]:
    return {
        "change": _("forandring"),
        "staff": _("bemanding"),
        "money": _("penge"),
        "law": _("frister"),
    }


def why_left_out(reason: LeftOut, first: Month, language: wording.Language) -> str:
    """One or two short sentences; the whole answer stands under Hvorfor ikke?"""
    if reason.impossible:
        return _("Kan ikke lade sig gøre inden for lofterne.")
    if reason.worthless:
        return _("Der er plads, men ønsket giver ingen værdi inden for perioden.")
    names = theme_words()
    binds = wording.join_list([names[theme] for theme in reason.binds], language)
    sentences = []
    if binds:
        bind = ngettext("%(themes)s binder.", "%(themes)s binder.", len(reason.binds))
        sentences.append(bind % {"themes": binds[0].upper() + binds[1:]})
    if reason.window is not None:
        month = wording.month_name(first.plus(reason.window), language)
        sentences.append(_("Ledigt vindue: %(month)s.") % {"month": month})
    return " ".join(sentences) or _("Andre ønsker giver mere værdi for pladsen.")


def what_binds_most(figures: Figures, language: wording.Language) -> str:
    """``Forandring binder for 41 af dem``; empty when nothing binds."""
    counts = {
        theme: sum(theme in reason.binds for reason in figures.left_out.values()) for theme in theme_words()
    }
    theme, count = max(counts.items(), key=lambda item: item[1])
    if not count:
        return ""
    name = theme_words()[theme]
    return _("%(theme)s binder for %(count)s af dem") % {
        "theme": name[0].upper() + name[1:],
        "count": wording.number(count, 0, language),
    }
