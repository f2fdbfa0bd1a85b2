"""How a plan stands to the one in force: what the Plan page says at its top."""

from typing import Any

from takt.governance.planning.models import PlanRun
from takt.governance.planning.publishing.queries import (
    number_of_moves,
    open_proposal,
    publication_in_force,
)
from takt.governance.planning.queries import newest_plan


def standing_of(run: PlanRun) -> dict[str, Any]:
    """For ``publishing/standing.html``."""
    publication, newest = publication_in_force(), newest_plan()
    is_in_force = publication is not None and publication.run_id == run.pk
    newer = newest if publication and newest and newest.pk > publication.run_id else None
    if newer is not None and not (is_in_force or newer == run):
        newer = None  # of an old version only the way to the plan in force is of interest
    return {
        "publication": publication,
        "is_in_force": is_in_force,
        "is_newest": newest is None or newest.pk == run.pk,
        "newer": newer,
        "moves_of_newer": number_of_moves(publication.run, newer) if publication and newer else 0,
        "proposal": open_proposal(),
    }
