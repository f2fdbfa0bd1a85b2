"""Which plan is in force, and what has been put forward, as pages and other parts read it."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db.models import QuerySet

from takt.calculation.governance_path import CaseFacts
from takt.foundation.people.models import Person
from takt.governance.clarifying.models import Estimate, Impact
from takt.governance.deciding.meetings.models import Meeting, MeetingState
from takt.governance.deciding.meetings.standing import standings_of
from takt.governance.deciding.models import Body, SeatRole
from takt.governance.deciding.queries import areas, in_force
from takt.governance.deciding.terms import mandate_terms
from takt.governance.flow.stages import Stage
from takt.governance.planning.models import Placement, PlanRun
from takt.governance.planning.publishing.models import Proposal, ProposalState, Publication
from takt.governance.planning.publishing.rules import Decider

_FILES = tuple(f"{run}__{file}" for run in ("run", "against") for file in ("problem", "plan", "figures"))
DONE = (Stage.IN_USE, Stage.CLOSED)
RUNS = (SeatRole.CHAIR, SeatRole.SECRETARY)


def publications() -> QuerySet[Publication]:
    """The one in force first, without the archived files."""
    found = Publication.objects.select_related("run", "proposal__body", "proposal__settled_by")
    return found.defer("run__problem", "run__plan", "run__figures", "proposal__moves")


def publication_in_force() -> Publication | None:
    return publications().first()


def proposals() -> QuerySet[Proposal]:
    """Newest first, without the archived files."""
    return Proposal.objects.select_related(
        "run", "against", "proposed_by", "settled_by", "body", "publication"
    ).defer(*_FILES)


def open_proposal(*, besides: Proposal | None = None) -> Proposal | None:
    """There is at most one."""
    found = proposals().filter(state=ProposalState.OPEN)
    return (found.exclude(pk=besides.pk) if besides else found).first()


def number_of_moves(before: PlanRun, after: PlanRun) -> int:
    """How many go live in another month, come in or go out; what is in use already is no move."""
    placed = Placement.objects.filter(run__in=[before, after]).exclude(initiative__stage__in=DONE)
    months: dict[int, set[tuple[int, date]]] = {}
    for initiative, run, go_live in placed.values_list("initiative", "run", "go_live_month"):
        there = months.setdefault(initiative, set())
        if go_live is not None:
            there.add((run, go_live))
    return sum(
        len({go_live for _run, go_live in there}) != 1 or len(there) != 2
        for there in months.values()
        if there
    )


def facts_of(run: PlanRun) -> CaseFacts | None:
    """What a mandate must reach to decide the plan: every area it touches, and its dearest initiative.

    What was given to the plan because it has started was decided before, and is not decided again. None: it
    places nothing new in any unit.
    """
    placed = Placement.objects.filter(run=run, start_month__isnull=False)
    new = placed.exclude(initiative__number__in=run.figures["under_way"]).values("initiative")
    units = set(Impact.objects.filter(initiative__in=new).values_list("unit", flat=True))
    units |= set(placed.filter(initiative__in=new).values_list("initiative__unit", flat=True))
    if not units:
        return None
    amounts = list(Estimate.objects.filter(initiative__in=new).values_list("investment_dkk", "running_dkk"))
    return CaseFacts(
        areas().touched_by(sorted(units)),
        max((investment for investment, _running in amounts), default=0),
        max((running for _investment, running in amounts), default=0),
    )


def deciders(facts: CaseFacts | None, at: datetime) -> list[Decider]:
    """Every body of the model in force, in its order, and whether its mandate reaches."""
    version = in_force(at)
    bodies = version.bodies.prefetch_related("mandates__areas") if version else Body.objects.none()
    return [Decider(body, tuple(mandate_terms(one) for one in body.mandates.all()), facts) for body in bodies]


def may_run(person: Person, at: datetime) -> Mapping[str, SeatRole]:
    """The bodies in which the person is chair or secretary, by key."""
    return {key: role for key, role in standings_of(person, at).items() if role in RUNS}


def meeting_of(body: Body, day: date) -> Meeting | None:
    """The meeting that the body held that day, when it was held in Takt."""
    held = (MeetingState.IN_SESSION, MeetingState.CLOSED, MeetingState.APPROVED)
    return Meeting.objects.filter(body__key=body.key, state__in=held, starts_at__date=day).first()
