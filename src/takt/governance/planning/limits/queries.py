"""The versions of the limits, as pages read them."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from takt.foundation.design.templatetags.takt import day
from takt.foundation.people.models import Unit
from takt.governance.clarifying.models import StaffRole
from takt.governance.planning.limits.addresses import limit_url
from takt.governance.planning.limits.reading import Names
from takt.governance.planning.models import LimitKind, LimitVersion


def versions(limit: LimitKind) -> QuerySet[LimitVersion]:
    """Newest first, without their rows."""
    return LimitVersion.objects.filter(limit=limit).select_related("changed_by").defer("content", "broken")


def newest_versions() -> dict[str, LimitVersion]:
    """By limit; those that have never been changed are absent."""
    latest = LimitVersion.objects.filter(limit=OuterRef("limit")).order_by("-number").values("pk")[:1]
    found = LimitVersion.objects.filter(pk=Subquery(latest)).select_related("changed_by")
    return {version.limit: version for version in found.defer("content", "broken")}


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
            StaffRole.objects.annotate(count=Count("effort")).filter(count__gt=0).values_list("name", "count")
        ),
    )


def sources() -> list[tuple[str, str]]:
    """Each limit with where it comes from, and its address: the way from a figure of the plan to its ground."""
    newest = newest_versions()
    return [(_source(limit, newest.get(limit)), limit_url(limit)) for limit in LimitKind]


def _source(limit: LimitKind, version: LimitVersion | None) -> str:
    """``Lofter: Direktionen, 15. september 2026 (version 3)``."""
    if version is None or not version.number:
        return str(limit.label)
    ground = version.decided_by or version.source
    when = f", {day(version.decided_on)}" if version.decided_by and version.decided_on else ""
    number = _("version %(number)d") % {"number": version.number}
    return f"{limit.label}: {ground}{when} ({number})"
