"""What happens to memberships by themselves: one begins, another reaches its last day."""

from datetime import date, datetime

from takt.foundation.jobs.daily import every_day
from takt.foundation.ledger.commands import record
from takt.foundation.people.commands.working import locked_people
from takt.foundation.people.models import Person, Role
from takt.governance.clarifying.network.commands.working import let_role_follow
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.network.queries import in_force


@every_day("network.roles")
def let_roles_follow(today: date, at: datetime) -> None:
    """Those whose membership has begun get the role, and those whose membership has ended lose it."""
    in_network = in_force(today).values("person")
    begun = Person.objects.filter(pk__in=in_network).exclude(role_holdings__role=Role.NETWORK_MEMBER)
    ended = Person.objects.filter(
        pk__in=Membership.objects.filter(person__isnull=False).values("person"),
        role_holdings__role=Role.NETWORK_MEMBER,
    ).exclude(pk__in=in_network)
    for person in locked_people(*begun, *ended):
        let_role_follow(person, today)
        record("member.role", about=f"person {person.pseudonym}", by=None, at=at)
