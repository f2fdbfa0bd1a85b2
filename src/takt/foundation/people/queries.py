"""Who is there."""

from django.db.models import Q, QuerySet

from takt.foundation.people.models import Person, Role, RoleHolding


def people(text: str = "", role: str = "") -> QuerySet[Person]:
    """With roles, by name; narrowed to a part of name, e-mail or title, and to a role."""
    found = (
        Person.objects.select_related("unit")
        .prefetch_related("role_holdings__unit")
        .order_by("sort_key", "pk")
    )
    for word in text.split():
        found = found.filter(
            Q(name__icontains=word) | Q(email__icontains=word) | Q(job_title__icontains=word)
        )
    if role in Role.values:
        found = found.filter(role_holdings__role=role).distinct()
    return found


def roles_held() -> list[tuple[str, str]]:
    """With their labels: a municipality without a network is not asked about its members."""
    held = set(RoleHolding.objects.order_by().values_list("role", flat=True).distinct())
    return [(role.value, str(role.label)) for role in Role if role.value in held]
