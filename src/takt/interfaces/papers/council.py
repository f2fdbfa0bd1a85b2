"""Planen på én side: what a council must know of a plan, in the language that is active.

Everything is taken from what the Plan page shows to everyone; nothing from meetings or closed items.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.calculation.forecast.summary import Summary, read_summary
from takt.calculation.planner.problem import Month
from takt.calculation.worth.answer import read_buffer
from takt.foundation.design.templatetags.takt import language
from takt.governance.planning import findings as plan_findings
from takt.governance.planning.figures import Figures, read_figures
from takt.governance.planning.forecasting import findings
from takt.governance.planning.forecasting.models import Kind
from takt.governance.planning.forecasting.queries import reckoning_of
from takt.governance.planning.kept import situation_of
from takt.governance.planning.models import PlanRun
from takt.governance.planning.queries import Place, places
from takt.governance.planning.question import month_of
from takt.interfaces.papers.council_tables import Shaded, areas_shaded, money_shaded

FIRST_SHOWN, WAITING_SHOWN, RISKS_SHOWN = 6, 5, 5
FIRST_DUTIES, FIRST_YEAR = 3, 12
"""So many duties at most among the first; months."""
MOST_LETTERS, MOST_OF_A_REASON = 60, 100


@dataclass(frozen=True, slots=True)
class First:
    """One of those that are done first, and why."""

    title: str
    why: str
    start: int
    roll_out: int
    go_live: int
    when: str


@dataclass(frozen=True, slots=True)
class CouncilPage:
    municipality: str
    version: int
    computed_at: datetime
    headline: str
    lede: str
    first: tuple[First, ...]
    first_month: Month
    months: int
    carried: str
    areas: Shaded
    money_finding: str
    money: Shaded
    waiting: str
    waits: tuple[tuple[str, str], ...]
    """(title, why)."""
    risks: tuple[str, ...]
    risk_source: str


def council_page(run: PlanRun) -> CouncilPage:
    figures, everything, first = read_figures(run.figures), places(run), month_of(run.first_month)
    reckoned = reckoning_of(run, Kind.SURENESS)
    told = reckoned.told if reckoned else {}
    assert run.recorded_at is not None  # noqa: S101 - only recorded plans are shown
    return CouncilPage(
        municipality=settings.MUNICIPALITY,
        version=run.pk,
        computed_at=run.recorded_at,
        headline=plan_findings.headline(everything, figures, first, language()),
        lede=_lede(run, everything, figures, first),
        first=tuple(_first(run, everything, figures, first)),
        first_month=first,
        months=run.months,
        carried=_carried(figures, first),
        areas=areas_shaded(figures, first, run.months),
        money_finding=plan_findings.money_finding(figures, language()),
        money=money_shaded(figures),
        waiting=_waiting(figures),
        waits=tuple(_waits(run, everything, figures, first)),
        risks=tuple(_risks(read_summary(told), run, told) if told else ()),
        risk_source=_risk_source(told),
    )


def _lede(run: PlanRun, everything: Sequence[Place], figures: Figures, first: Month) -> str:
    under_way = len(figures.under_way)
    duties = sum(place.obligation == "must" and place.start is not None for place in everything)
    words = {
        "first": wording.month_name(first, language()),
        "latest": wording.month_name(first.plus(run.months - 1), language()),
    }
    return " ".join(
        (
            _("Planen gælder %(first)s til %(latest)s.") % words,
            ngettext(
                "%(n)s initiativ er allerede i gang,", "%(n)s initiativer er allerede i gang,", under_way
            )
            % {"n": under_way},
            ngettext(
                "og %(n)s er en skal-opgave efter lov eller aftale.",
                "og %(n)s er skal-opgaver efter lov eller aftale.",
                duties,
            )
            % {"n": duties},
        )
    )


def _first(run: PlanRun, everything: Sequence[Place], figures: Figures, first: Month) -> list[First]:
    """Of what has not started: the first duties, and the wishes of the first year that give most; by start."""
    problem = situation_of(run).problem
    new = [place for place in everything if place.start is not None and place.number not in figures.under_way]
    duties = sorted((place for place in new if place.obligation == "must"), key=_by_start)
    wishes = sorted(
        (place for place in new if place.obligation != "must"),
        key=lambda place: (
            (place.start or 0) >= FIRST_YEAR,
            -problem.initiative[place.number].points_per_year,
            place.number,
        ),
    )
    few = duties[:FIRST_DUTIES]
    chosen = [*few, *wishes[: FIRST_SHOWN - len(few)]]
    needed_by = Counter(before for before, _after in figures.requires)
    return [
        First(
            title=_short(place.title),
            why=_ended(
                _why(
                    place,
                    figures,
                    first,
                    needed_by[place.number],
                    problem.initiative[place.number].points_per_year,
                )
            ),
            start=place.start or 0,
            roll_out=place.roll_out or 0,
            go_live=place.go_live or 0,
            when=wording.month_name(first.plus(place.go_live or 0), language()),
        )
        for place in sorted(chosen, key=_by_start)
    ]


def _by_start(place: Place) -> tuple[int, str]:
    return place.start or 0, place.number


def _why(place: Place, figures: Figures, first: Month, needed_by: int, points: int) -> str:
    deadline = figures.deadlines.get(place.number)
    if deadline is not None:
        month = wording.month_name(first.plus(deadline), language())
        if place.deadline_reason:
            return _("Senest %(month)s: %(reason)s") % {
                "month": month,
                "reason": _short(place.deadline_reason, MOST_OF_A_REASON),
            }
        return _("Skal være i drift senest %(month)s") % {"month": month}
    if place.obligation == "must":
        return _("Skal gennemføres")
    if needed_by:
        return ngettext("%(n)s andet bygger på det", "%(n)s andre bygger på det", needed_by) % {
            "n": needed_by
        }
    return _("Giver %(points)s point om året") % {"points": wording.number(points, 0, language())}


def _carried(figures: Figures, first: Month) -> str:
    return plan_findings.pressure(figures, first, language())


def _waiting(figures: Figures) -> str:
    count = len(figures.left_out)
    if not count:
        return _("Alle ønsker har fået plads")
    said = ngettext("%(n)s ønske venter", "%(n)s ønsker venter", count) % {"n": count}
    binds = plan_findings.what_binds_most(figures, language())
    return f"{said}. {binds}" if binds else said


def _waits(
    run: PlanRun, everything: Sequence[Place], figures: Figures, first: Month
) -> list[tuple[str, str]]:
    """Duties first, then those that would give most."""
    problem = situation_of(run).problem
    waiting = [place for place in everything if place.start is None and place.number in figures.left_out]
    waiting.sort(
        key=lambda place: (
            place.obligation != "must",
            -problem.initiative[place.number].points_per_year,
            place.number,
        )
    )
    return [
        (
            _short(place.title),
            plan_findings.why_left_out(figures.left_out[place.number], first, language()),
        )
        for place in waiting[:WAITING_SHOWN]
    ]


def _risks(found: Summary, run: PlanRun, told: dict[str, object]) -> list[str]:
    """The least sure frame, duty, role and unit, each by itself, and what a buffer would cost."""
    problem, first = situation_of(run).problem, month_of(run.first_month)
    said = [f"{findings.surest(found)}."] if any(one.percent < findings.SURE for one in found.frames) else []
    duties = sorted((one for one in found.go_lives if one.is_duty and one.deadline is not None), key=_least)
    for one in duties[:1]:
        words = {"title": _short(problem.initiative[one.id].title), "percent": one.percent}
        said.append(_("%(title)s når sin frist i %(percent)s af 100 tilfælde.") % words)
    for rows, names in (
        (found.roles, findings.role_names(problem)),
        (found.units, findings.unit_names(problem)),
    ):
        for weakest in sorted(rows, key=_least)[:1]:
            month = wording.month_name(first.plus(weakest.when), language())
            words = {"name": names[weakest.id], "month": month, "percent": weakest.percent}
            said.append(_("%(name)s holder sin grænse i %(month)s i %(percent)s af 100 tilfælde.") % words)
    buffer = told["buffer"]
    cost = read_buffer(buffer) if isinstance(buffer, dict) else None
    return [*said, *findings.buffer_finding(cost, language())][:RISKS_SHOWN]


def _least(one: object) -> tuple[int, str]:
    return one.percent, one.id  # type: ignore[attr-defined]


def _risk_source(told: dict[str, object]) -> str:
    if not told:
        return _("Sikkerheden er ikke regnet endnu.")
    return _(
        "Regnet på hvert skøns laveste og højeste tal; tiden følger andres projekter, til der er egne tal."
    )


def _ended(words: str) -> str:
    """With a full stop, unless it was cut short."""
    return words if words.endswith("…") else f"{words}."


def _short(words: str, most: int = MOST_LETTERS) -> str:
    """Without a full stop, for a sentence goes on after it or ends there."""
    return str(Truncator(words.rstrip(".")).chars(most, truncate=" …"))
