"""The headings of the overview: each says what the figures below it show. No queries, no clock."""

from collections.abc import Callable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.calculation.governance_path import Level
from takt.calculation.planner.problem import Month
from takt.governance.deciding.models import SeatRole
from takt.governance.flow.stages import Stage
from takt.governance.planning.figures import Figures, UnitFigures
from takt.governance.planning.findings import areas_of
from takt.interfaces.overview.queries import Deadline
from takt.interfaces.overview.seats import Seats, Waiting
from takt.interfaces.overview.wishes import OwnWishes

NEAR = 90
"""Per cent of the ceiling from which a unit is said to be near it."""


def pace(figures: Figures, window: range, first: Month, language: wording.Language) -> str:
    """The hardest thing to be said about the load in the window: areas first, then single units."""
    areas = areas_of(figures)
    over = {area.name: months for area in areas if (months := _over(area, window))}
    if over:
        return _areas_over(over, first, language)
    if pressed := [unit for unit in figures.units if _over(unit, window)]:
        return _units_over(pressed, window, first, language)
    near = [(share, area.name, month) for area in areas for month, share in _shares(area, window)]
    share, name, month = max(near, key=lambda one: (one[0], -one[2]), default=(0, "", 0))
    if share < NEAR:
        return _("Alle områder har god plads under loftet")
    return _("%(area)s kommer nær loftet i %(month)s, men ikke over") % {
        "area": name,
        "month": wording.month_name(first.plus(month), language),
    }


def _areas_over(over: Mapping[str, list[int]], first: Month, language: wording.Language) -> str:
    if len(over) > 1:
        names = wording.join_list(list(over), language)
        return _("%(areas)s kommer over loftet") % {"areas": names}
    (name, months), *_rest = over.items()
    spans = wording.month_list([first.plus(month) for month in months], language)
    return _("%(area)s kommer over loftet i %(months)s") % {"area": name, "months": spans}


def _units_over(units: Sequence[UnitFigures], window: range, first: Month, language: wording.Language) -> str:
    months = sorted({month for unit in units for month in _over(unit, window)})
    spans = wording.month_list([first.plus(month) for month in months], language)
    if len(units) == 1:
        return _("Områderne holder sig under loftet, men %(unit)s kommer over i %(months)s") % {
            "unit": units[0].name,
            "months": spans,
        }
    return _("Områderne holder sig under loftet, men %(count)s enheder kommer over i %(months)s") % {
        "count": wording.count(len(units), language),
        "months": spans,
    }


def _over(unit: UnitFigures, window: range) -> list[int]:
    return [month for month in window if (cap := unit.ceiling[month]) is not None and unit.load[month] > cap]


def _shares(unit: UnitFigures, window: range) -> list[tuple[int, int]]:
    return [(month, 100 * unit.load[month] // cap) for month in window if (cap := unit.ceiling[month])]


def decisions(waiting: Sequence[Waiting], seats: Seats, language: wording.Language) -> str:
    """What is asked of the reader: a decision, a recommendation, or to prepare it as secretary."""
    count = len(waiting)
    said = _asked_of_reader(waiting, seats)(count)
    return said % {
        "count": _capital(wording.count(count, language)),
        "body": waiting[0].body if waiting else "",
    }


def _asked_of_reader(waiting: Sequence[Waiting], seats: Seats) -> Callable[[int], str]:
    if not waiting:
        return lambda _count: _("Ingen sager venter på dig")
    if any(seats[one.body_key] == SeatRole.SECRETARY for one in waiting):
        if len({one.body_key for one in waiting}) == 1:
            return lambda n: ngettext("Én sag venter på %(body)s", "%(count)s sager venter på %(body)s", n)
        return lambda n: ngettext("Én sag venter i dine fora", "%(count)s sager venter i dine fora", n)
    levels = {one.level for one in waiting}
    if levels == {Level.DECIDE}:
        return lambda n: ngettext(
            "Én sag venter på din beslutning", "%(count)s sager venter på din beslutning", n
        )
    if levels == {Level.RECOMMEND}:
        return lambda n: ngettext(
            "Én sag venter på din anbefaling", "%(count)s sager venter på din anbefaling", n
        )
    return lambda n: ngettext(
        "Én sag venter på din stillingtagen", "%(count)s sager venter på din stillingtagen", n
    )


def follow_up(late: int, language: wording.Language) -> str:
    return ngettext("Én betingelse er over fristen", "%(late)s betingelser er over fristen", late) % {
        "late": _capital(wording.count(late, language))
    }


def owed(waiting: int, late: int, language: wording.Language) -> str:
    said = ngettext("Nogen venter på ét svar fra dig", "%(count)s svar venter på dig", waiting) % {
        "count": _capital(wording.count(waiting, language))
    }
    if not late:
        return said
    over = ngettext("ét er over fristen", "%(count)s er over fristen", late) % {
        "count": wording.count(late, language)
    }
    return f"{said}, {over}"


def own_wishes(mine: OwnWishes, language: wording.Language) -> str:
    number = {"count": wording.count(mine.number, language)}
    if not mine.unanswered:
        return (
            ngettext("Dit ønske har fået svar", "Dine %(count)s ønsker har fået svar", mine.number) % number
        )
    waits = ngettext("ét venter på svar", "%(count)s venter på svar", mine.unanswered) % {
        "count": wording.count(mine.unanswered, language)
    }
    if mine.number == 1:
        return _("Dit ønske venter på svar")
    return _("Du har %(count)s ønsker; %(waits)s") % {**number, "waits": waits}


def answers(waiting: int, overdue: int, language: wording.Language) -> str:
    said = ngettext("Ét ønske venter på svar", "%(count)s ønsker venter på svar", waiting) % {
        "count": _capital(wording.count(waiting, language))
    }
    if not overdue:
        return said
    late = ngettext("ét er over fristen", "%(count)s er over fristen", overdue) % {
        "count": wording.count(overdue, language)
    }
    return f"{said}, {late}"


def stages(counts: Mapping[Stage, int], language: wording.Language) -> str:
    """Where most lie."""
    total = sum(counts.values())
    fullest = max(counts, key=lambda stage: counts[stage])
    return _("Flest ligger på trinnet “%(stage)s”: %(count)s af %(total)s") % {
        "stage": fullest.label,
        "count": wording.number(counts[fullest], 0, language),
        "total": wording.number(total, 0, language),
    }


def coming(due: Sequence[Deadline], go_lives: int, language: wording.Language) -> str:
    """What the next twelve months hold."""
    missed = sum(not one.is_met for one in due)
    frister = ngettext("én frist", "%(count)s frister", len(due)) % {
        "count": wording.count(len(due), language)
    }
    drift = ngettext("én idriftsættelse", "%(count)s idriftsættelser", go_lives) % {
        "count": wording.count(go_lives, language)
    }
    parts = [words for words, count in ((frister, len(due)), (drift, go_lives)) if count]
    if not parts:
        return _("Ingen frister og ingen idriftsættelser det næste år")
    said = _("%(what)s det næste år") % {"what": _capital(wording.join_list(parts, language))}
    if not missed:
        return said
    late = ngettext("én frist nås ikke", "%(count)s frister nås ikke", missed) % {
        "count": wording.count(missed, language)
    }
    return f"{said}; {late}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
