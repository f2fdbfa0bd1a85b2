"""What can be asked about criteria."""

from django.db.models import QuerySet

from takt.governance.clarifying.scoring.models import CriteriaVersion


def adopted(body_key: str) -> QuerySet[CriteriaVersion]:
    """Newest first, with their criteria."""
    return (
        CriteriaVersion.objects.filter(body_key=body_key, number__isnull=False)
        .select_related("adopted_by")
        .prefetch_related("criteria")
        .order_by("-number")
    )


def newest(body_key: str) -> CriteriaVersion | None:
    """The criteria that new rounds follow."""
    return adopted(body_key).first()


def draft_of(body_key: str) -> CriteriaVersion | None:
    return CriteriaVersion.objects.filter(body_key=body_key, number=None).prefetch_related("criteria").first()


def newest_of_each() -> list[CriteriaVersion]:
    """One of each body that has adopted any."""
    found: dict[str, CriteriaVersion] = {}
    for version in CriteriaVersion.objects.filter(number__isnull=False).order_by("body_key", "-number"):
        found.setdefault(version.body_key, version)
    return list(found.values())
