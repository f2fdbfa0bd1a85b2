"""From now on the role follows from a membership, so those who held it before are given one."""

from django.db import migrations
from django.utils import timezone


def give_memberships(apps, schema_editor):
    RoleHolding = apps.get_model("people", "RoleHolding")
    Membership = apps.get_model("network", "Membership")
    held = RoleHolding.objects.filter(role="network_member").select_related("person").order_by("id")
    members = {}
    for holding in held:
        unit = holding.unit_id or holding.person.unit_id
        if unit is not None and holding.person_id not in members:
            members[holding.person_id] = Membership(
                person_id=holding.person_id,
                unit_id=unit,
                kind="super_user",
                from_date=timezone.localdate(holding.person.joined_at),
            )
    Membership.objects.bulk_create(members.values())


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_the_network"),
        ("people", "0002_a_role_is_held_once"),
    ]

    operations = [migrations.RunPython(give_memberships, migrations.RunPython.noop)]
