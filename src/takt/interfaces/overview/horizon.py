"""What is coming: deadlines, the next go-lives and the largest roll-out, in the order of their months."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.calculation.planner.problem import Month
from takt.governance.planning.models import PlanRun
from takt.governance.planning.question import first_day_of, month_of
from takt.interfaces.overview import findings
from takt.interfaces.overview.queries import Deadline, deadlines, largest_roll_out, next_go_lives

MONTHS = 12
DEADLINES_SHOWN = 3
GO_LIVES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Coming:
    month: Month
    title: str
    url: str
    note: str
    when: str
    """The month, short."""


@dataclass(frozen=True, slots=True)
class Horizon:
    finding: str
    entries: Sequence[Coming]


def horizon(run: PlanRun | None, *, this_month: Month, language: wording.Language) -> Horizon:
    first, before = first_day_of(this_month), first_day_of(this_month.plus(MONTHS))
    due = deadlines(run, first=first, before=before)
    pressing = sorted(due, key=lambda one: one.is_met)[:DEADLINES_SHOWN]  # those the plan misses come first
    entries = [_deadline(one, language) for one in pressing]
    go_lives = 0
    if run is not None:
        go_lives = _go_lives_within(run, this_month)
        entries += _from_plan(run, this_month, language)
    return Horizon(findings.coming(due, go_lives, language), sorted(entries, key=lambda one: one.month))


def _go_lives_within(run: PlanRun, this_month: Month) -> int:
    start = this_month.minus(month_of(run.first_month))
    return sum(run.figures["go_lives"][max(0, start) : max(0, start + MONTHS)])


def _from_plan(run: PlanRun, this_month: Month, language: wording.Language) -> list[Coming]:
    first = first_day_of(this_month)
    entries = [
        _coming(
            month_of(place.go_live_month),
            place.initiative.title,
            place.initiative.number,
            _("Går i drift i %(unit)s") % {"unit": place.initiative.unit},
            language,
        )
        for place in next_go_lives(run, first=first, most=GO_LIVES_SHOWN)
        if place.go_live_month
    ]
    if largest := largest_roll_out(run, first=first, before=first_day_of(this_month.plus(MONTHS))):
        people = wording.number(largest.people, 0, language)
        entries.append(
            _coming(
                month_of(largest.month),
                largest.title,
                largest.number,
                _("Største udrulning begynder, %(people)s medarbejdere") % {"people": people},
                language,
            )
        )
    return entries


def _deadline(one: Deadline, language: wording.Language) -> Coming:
    assert one.estimate.latest_go_live_month is not None  # noqa: S101 - asked for by date
    met = _("Frist, som planen når.") if one.is_met else _("Frist, som planen ikke når.")
    return _coming(
        month_of(one.estimate.latest_go_live_month),
        one.estimate.initiative.title,
        one.estimate.initiative.number,
        f"{met} {one.estimate.deadline_reason}".strip(),
        language,
    )


def _coming(month: Month, title: str, number: str, note: str, language: wording.Language) -> Coming:
    when = f"{wording.short_month(month, language).capitalize()} {month.year}"
    return Coming(month, title, reverse("case_file", args=[number]), note, when)
