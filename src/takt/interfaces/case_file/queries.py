"""Everything a case file shows, in a number of queries that does not depend on the case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Max, Prefetch, Q
from django.shortcuts import get_object_or_404

from takt.calculation.planner.problem import Month
from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person
from takt.governance.asking.models import Supporter, Wish
from takt.governance.clarifying.models import Dependency, Effort, Estimate, Impact
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import IN_THE_PLAN, Stage
from takt.governance.planning.figures import Figures, read_figures
from takt.governance.planning.models import Placement, PlanRun
from takt.governance.planning.queries import current_plan
from takt.governance.planning.question import month_of

MOST_EVENTS = 200
MOST_SUPPORTERS = 30


@dataclass(frozen=True)
class Case:
    """One initiative with all that is known of it. Months are calendar months."""

    initiative: Initiative
    wish: Wish | None
    estimate: Estimate | None
    supporters: Sequence[Supporter]
    efforts: Sequence[Effort]
    impacts: Sequence[Impact]
    requires: Sequence[Dependency]
    required_by: Sequence[Dependency]
    events: Sequence[Event]
    """Oldest first."""
    actors: Mapping[UUID, Person]
    """Those in the events who have not asked to be forgotten."""
    run: PlanRun | None
    placement: Placement | None
    """Its place in the newest plan; None when the plan was not asked about it."""
    waits_until: date | None
    """The first month in which everything it requires is in use, as far as the newest plan knows."""

    @cached_property
    def figures(self) -> Figures | None:
        return read_figures(self.run.figures) if self.run else None

    @property
    def first_month(self) -> Month | None:
        """Of the newest plan."""
        return month_of(self.run.first_month) if self.run else None

    @property
    def is_placed(self) -> bool:
        return bool(self.placement and self.placement.start_month)

    @property
    def is_newer_than_plan(self) -> bool:
        """It may be placed, and lacks nothing but a plan that was asked about it."""
        is_held_back = self.figures is not None and self.initiative.number in self.figures.waiting_for
        may_be_placed = self.initiative.stage in IN_THE_PLAN and self.estimate is not None
        return may_be_placed and self.run is not None and self.placement is None and not is_held_back

    def who(self, event: Event) -> Person | None:
        return self.actors.get(event.actor) if event.actor else None


def readable_initiative(number: str, *, reader: Person) -> Initiative:
    """Raises Http404 when there is none, and when it is somebody else's draft."""
    return get_object_or_404(
        Initiative.objects.select_related(
            "unit__parent",
            "estimate",
            "assignment__person",
            "benefit_owner__person__unit",
            "inclusion",
            "wish__wished_by__unit",
            "wish__written_by",
            "wish__merged_into",
        )
        .prefetch_related(
            Prefetch("impacts", Impact.objects.select_related("unit").order_by("unit__sort_key"))
        )
        .filter(~Q(stage=Stage.DRAFT) | Q(wish__wished_by=reader)),
        number=number,
    )


def case_of(number: str, *, reader: Person) -> Case:
    """Raises Http404 when there is none, and when it is somebody else's draft."""
    initiative = readable_initiative(number, reader=reader)
    newest = Event.objects.filter(about=number).select_related("words").order_by("-number")
    events = list(newest[:MOST_EVENTS])[::-1]
    run = current_plan()
    requires, required_by = _dependencies(initiative)
    wish = getattr(initiative, "wish", None)
    return Case(
        initiative=initiative,
        wish=wish,
        estimate=getattr(initiative, "estimate", None),
        supporters=_supporters(wish),
        efforts=list(initiative.efforts.select_related("role").order_by("role_id")),
        impacts=list(initiative.impacts.all()),
        requires=requires,
        required_by=required_by,
        events=events,
        actors=_actors(events),
        run=run,
        placement=Placement.objects.filter(run=run, initiative=initiative).first() if run else None,
        waits_until=_waits_until(run, requires),
    )


def _dependencies(initiative: Initiative) -> tuple[list[Dependency], list[Dependency]]:
    """What it requires, and what requires it."""
    found = list(
        Dependency.objects.filter(Q(initiative=initiative) | Q(requires=initiative))
        .select_related("initiative", "requires")
        .order_by("requires__number", "initiative__number")
    )
    requires = [one for one in found if one.initiative_id == initiative.pk]
    return requires, [one for one in found if one.requires_id == initiative.pk]


def _waits_until(run: PlanRun | None, requires: Sequence[Dependency]) -> date | None:
    if run is None or not requires:
        return None
    needed = [dependency.requires_id for dependency in requires]
    months = Placement.objects.filter(run=run, initiative__in=needed).aggregate(latest=Max("go_live_month"))
    latest: date | None = months["latest"]
    return latest


def _supporters(wish: Wish | None) -> list[Supporter]:
    if wish is None:
        return []
    return list(wish.supporters.select_related("person", "unit").order_by("joined_at")[:MOST_SUPPORTERS])


def _actors(events: Sequence[Event]) -> dict[UUID, Person]:
    pseudonyms = {event.actor for event in events if event.actor}
    people = Person.objects.filter(pseudonym__in=pseudonyms).select_related("unit")
    return {person.pseudonym: person for person in people}
