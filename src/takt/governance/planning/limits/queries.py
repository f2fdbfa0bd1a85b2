"""The versions of the limits, as pages read them."""

from django.db.models import Count, QuerySet

from takt.foundation.people.models import Unit
from takt.governance.clarifying.models import StaffRole
from takt.governance.planning.limits.reading import Names
from takt.governance.planning.models import LimitKind, LimitVersion


def versions(limit: LimitKind) -> QuerySet[LimitVersion]:
    """Newest first, without their rows."""
    return LimitVersion.objects.filter(limit=limit).select_related("changed_by").defer("content", "broken")


def newest_versions() -> dict[str, LimitVersion]:
    """By limit; those that have never been changed are absent."""
    found = (
        LimitVersion.objects.select_related("changed_by")
        .defer("content", "broken")
        .order_by("limit", "-number")
    )
    newest: dict[str, LimitVersion] = {}
    for limit in LimitKind.values:
        if version := found.filter(limit=limit).first():
            newest[limit] = version
    return newest


def edition_of(limit: LimitKind) -> int:
    """The number of the newest version; 0 when there is none."""
    return (
        LimitVersion.objects.filter(limit=limit).order_by("-number").values_list("number", flat=True).first()
        or 0
    )


def names_now() -> Names:
    return Names(
        units=list(Unit.objects.values_list("name", flat=True)),
        roles_in_use=dict(
            StaffRole.objects.annotate(count=Count("efforts"))
            .filter(count__gt=0)
            .values_list("name", "count")
        ),
    )
