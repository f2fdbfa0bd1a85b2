"""A proposed plan that waits for a decision, as a row of Mine opgaver of those who write the decision down."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.foundation.people.tasks import Task
from takt.governance.planning.publishing.queries import deciders, facts_of, may_run, open_proposal


def tasks_for(reader: Person, *, today: date) -> list[Task]:  # noqa: ARG001 - asked alike of every step
    """Chair and secretary of the bodies whose mandate covers the plan."""
    proposal = open_proposal()
    if proposal is None:
        return []
    now = timezone.now()
    seats = may_run(reader, now)
    if not seats:
        return []
    able = [
        one.body for one in deciders(facts_of(proposal.run), now) if one.may_decide and one.body.key in seats
    ]
    if not able:
        return []
    return [
        Task(
            _("Planer, der venter på beslutning"),
            _("Planversion %(version)s") % {"version": proposal.run_id},
            proposal.get_absolute_url(),
            None,
            _("%(body)s kan beslutte den") % {"body": able[0].name},
        )
    ]
