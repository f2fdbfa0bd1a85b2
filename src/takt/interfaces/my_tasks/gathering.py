"""Everything that waits for one person, from every step of the process."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import day, language
from takt.foundation.people.models import Person
from takt.foundation.people.tasks import Task
from takt.governance.asking import tasks as asking
from takt.governance.clarifying import tasks as clarifying
from takt.governance.clarifying.network import tasks as network
from takt.governance.clarifying.readiness import tasks as readiness
from takt.governance.clarifying.scoring import tasks as scoring
from takt.governance.clarifying.screening import tasks as screening
from takt.governance.deciding.hearing import tasks as hearing
from takt.governance.deciding.meetings import tasks as meetings
from takt.governance.planning.publishing import tasks as publishing


class Provider(Protocol):
    def __call__(self, reader: Person, *, today: date) -> list[Task]: ...


PROVIDERS: tuple[Provider, ...] = (
    asking.tasks_for,
    clarifying.tasks_for,
    screening.tasks_for,
    network.tasks_for,
    scoring.tasks_for,
    readiness.tasks_for,
    hearing.tasks_for,
    meetings.tasks_for,
    publishing.tasks_for,
)
"""In the order of the process; each reads with a bounded number of queries."""


@dataclass(frozen=True, slots=True)
class Group:
    """The tasks of one kind, the most urgent first."""

    kind: str
    finding: str
    tasks: Sequence[Task]


def tasks_of(person: Person, *, today: date) -> list[Task]:
    """The most urgent first; those without a date last, in the order of the process."""
    found = [task for provider in PROVIDERS for task in provider(person, today=today)]
    return sorted(found, key=lambda task: task.due_date or date.max)


def grouped(tasks: Sequence[Task], *, today: date) -> list[Group]:
    """By kind; the kind with the most urgent task first."""
    by_kind: dict[str, list[Task]] = {}
    for task in tasks:
        by_kind.setdefault(task.kind, []).append(task)
    return [Group(kind, finding(those, today), those) for kind, those in by_kind.items()]


def finding(tasks: Sequence[Task], today: date) -> str:
    """“To er over tiden”, “Den første senest 3. december 2026” or “Tre uden frist”."""
    late = sum(task.due_date is not None and task.due_date < today for task in tasks)
    if late:
        return ngettext("Én er over tiden", "%(count)s er over tiden", late) % {"count": _spoken(late)}
    dated = [task.due_date for task in tasks if task.due_date]
    if len(tasks) == 1:
        return _("Én, senest %(day)s") % {"day": day(dated[0])} if dated else _("Én uden frist")
    if dated:
        return _("%(count)s, den første senest %(day)s") % {
            "count": _spoken(len(tasks)),
            "day": day(min(dated)),
        }
    return _("%(count)s uden frist") % {"count": _spoken(len(tasks))}


def headline(mine: int, shared: int) -> str:
    """What is mine alone, and what waits for whoever in the network takes it first."""
    spoken = language()
    own = ngettext("%(count)s opgave venter på dig", "%(count)s opgaver venter på dig", mine) % {
        "count": wording.number(mine, 0, spoken)
    }
    if not shared:
        return own if mine else _("Ingen opgaver venter på dig")
    others = ngettext(
        "%(count)s ønske venter på at blive taget op", "%(count)s ønsker venter på at blive taget op", shared
    ) % {"count": wording.number(shared, 0, spoken)}
    return _("%(own)s, og %(others)s") % {"own": own, "others": others} if mine else others


def _spoken(amount: int) -> str:
    return wording.count(amount, language()).capitalize()
