"""The plan in force as calendar entries, for a unit or for a person. They move when a new plan is published."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from takt.foundation.people.managers import Managers
from takt.foundation.people.models import Person, Unit
from takt.governance.clarifying.models import Assignment, Impact
from takt.governance.planning.figures import read_figures
from takt.governance.planning.models import Placement, PlanRun
from takt.governance.planning.publishing.models import Publication
from takt.governance.planning.publishing.queries import publication_in_force
from takt.governance.planning.question import first_day_of, month_of, unit_id


@dataclass(frozen=True, slots=True)
class Entry:
    """Whole days, from ``first`` until ``before``."""

    uid: str
    """The same from plan to plan, so that a calendar moves what it has."""
    sequence: int
    """Rises with every published plan."""
    published_at: datetime
    first: date
    before: date
    summary: str
    note: str
    link: str


def entries_of_unit(unit: Unit) -> list[Entry]:
    """What changes in the unit and all below it, and when nothing may go live there."""
    publication = publication_in_force()
    if publication is None:
        return []
    parents = dict(Unit.objects.values_list("pk", "parent_id"))
    below = [one for one in parents if unit.pk in _lineage(one, parents)]
    touching = Impact.objects.filter(unit__in=below).values("initiative")
    return [
        *_phases(publication, _placed(publication).filter(initiative__in=touching)),
        *_freezes(publication, _lineage(unit.pk, parents)),
    ]


def entries_of_person(person: Person) -> list[Entry]:
    """The cases that the person has, and those that change the units the person leads."""
    publication = publication_in_force()
    if publication is None:
        return []
    own = Assignment.objects.filter(person=person).values_list("initiative", flat=True)
    led = Managers.now().units_of(person)
    touching = Impact.objects.filter(unit__in=led).values_list("initiative", flat=True) if led else []
    return list(_phases(publication, _placed(publication).filter(initiative__in={*own, *touching})))


def _lineage(unit: int, parents: Mapping[int, int | None]) -> list[int]:
    """The unit and all above it."""
    found, above = [unit], parents[unit]
    while above is not None:
        found.append(above)
        above = parents[above]
    return found


def _placed(publication: Publication) -> QuerySet[Placement]:
    placed = Placement.objects.filter(run=publication.run_id, start_month__isnull=False)
    return placed.select_related("initiative").order_by("start_month", "initiative__number")


def _phases(publication: Publication, placed: Iterable[Placement]) -> Iterable[Entry]:
    for place in placed:
        start, roll_out, go_live = place.start_month, place.roll_out_month, place.go_live_month
        if start is None or roll_out is None or go_live is None:
            continue
        for key, word, first, before in (
            ("prepare", _("Forberedelse"), start, roll_out),
            ("roll-out", _("Udrulning"), roll_out, go_live),
            ("live", _("I drift"), go_live, go_live.replace(day=2)),
        ):
            if first < before:
                yield _entry(
                    publication,
                    f"{place.initiative.number}-{key}",
                    first,
                    before,
                    f"{word}: {place.initiative.title}",
                    place.initiative.number,
                    place.initiative.get_absolute_url(),
                )


def _freezes(publication: Publication, units: Sequence[int]) -> Iterable[Entry]:
    """Of the unit itself, of those above it and of all."""
    run = PlanRun.objects.only("first_month", "figures").get(pk=publication.run_id)
    figures = read_figures(run.figures)
    here, begins = {unit_id(unit) for unit in units}, month_of(run.first_month)
    for (first, latest, only_in), reason in zip(figures.freezes, figures.freeze_reasons, strict=True):
        if only_in is None or here & {*only_in}:
            month = first_day_of(begins.plus(first))
            yield _entry(
                publication,
                sha256(f"{reason}|{month}".encode()).hexdigest()[:32],
                month,
                first_day_of(begins.plus(latest + 1)),
                _("Frysperiode: %(reason)s") % {"reason": reason},
                _("Intet går i drift."),
                reverse("limit", args=["frysperioder"]),
            )


def _entry(
    publication: Publication, key: str, first: date, before: date, summary: str, note: str, link: str
) -> Entry:
    return Entry(
        f"{key}@takt", publication.number, publication.published_at, first, before, summary, note, link
    )
