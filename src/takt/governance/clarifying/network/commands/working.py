"""What every command on the network does first and last."""

from collections.abc import Sequence
from datetime import date

from takt.foundation.people.models import Person, Role, RoleHolding
from takt.governance.clarifying.network.models import KnowledgeField, Membership
from takt.governance.clarifying.network.queries import in_force


def locked(membership: Membership) -> Membership:
    """The membership as it is now, kept from others until the transaction ends."""
    both = Membership.objects.select_for_update(of=("self",), no_key=True).select_related(
        "person", "unit", "substitute"
    )
    return both.get(pk=membership.pk, person__isnull=False)


def let_role_follow(person: Person, today: date) -> None:
    """The person holds the role of a member as long as a membership is in force, for its unit, and no longer."""
    held = RoleHolding.objects.filter(person=person, role=Role.NETWORK_MEMBER)
    membership = in_force(today).filter(person=person).first()
    if membership is None:
        held.delete()
    else:
        held.exclude(unit=membership.unit_id).delete()
        RoleHolding.objects.get_or_create(person=person, role=Role.NETWORK_MEMBER, unit_id=membership.unit_id)
    person.__dict__.pop("_roles", None)  # what it held is asked anew


def set_fields(membership: Membership, names: Sequence[str]) -> None:
    """``names``: tidy. A field keeps the spelling it got first; one that nobody has is not shown."""
    known = {
        field.key: field for field in KnowledgeField.objects.filter(key__in=[n.casefold() for n in names])
    }
    chosen = [known.get(name.casefold()) or _new_field(name) for name in names]
    membership.fields.set(chosen)


def _new_field(name: str) -> KnowledgeField:
    field, _ = KnowledgeField.objects.get_or_create(key=name.casefold(), defaults={"name": name})
    return field
