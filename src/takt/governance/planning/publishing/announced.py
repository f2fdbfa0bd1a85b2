"""What has been announced: the starts of the plan in force. The question to the planner reads them from here."""

from collections.abc import Mapping
from datetime import date

from takt.governance.planning.models import Placement
from takt.governance.planning.publishing.models import Publication


def announced_starts() -> Mapping[int, date]:
    """By key of the initiative; empty until a plan has been published."""
    newest = Publication.objects.values("run")[:1]
    placed = Placement.objects.filter(run__in=newest).values_list("initiative", "start_month")
    return {initiative: start for initiative, start in placed if start is not None}
