"""The four limits as they stand in the house, read as rows. A few queries, whatever the number of rows."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F

from takt.calculation.planner.problem import Month
from takt.foundation.people.models import Unit
from takt.governance.clarifying.models import StaffRole
from takt.governance.clarifying.readiness.queries import lowerings
from takt.governance.planning.limits.asked import Asked, House, HouseRole, HouseUnit, asked
from takt.governance.planning.limits.months import month_of
from takt.governance.planning.limits.sections import Row
from takt.governance.planning.models import (
    Ceiling,
    CommitteeUnit,
    Frame,
    Freeze,
    PriceRise,
    StaffMonth,
    StaffPost,
)


def limits_now(*, first_month: Month, months: int) -> Asked:
    """As they are asked of a plan that begins in ``first_month``."""
    return asked(content_now(), house_now(), first_month=first_month, months=months)


def content_now() -> dict[str, list[Row]]:
    """Every section of all four limits."""
    return {
        "frames": _frames(),
        "prices": _prices(),
        "committees": _committees(),
        "roles": _roles(),
        "posts": _posts(),
        "ceilings": _ceilings(),
        "freezes": _freezes(),
    }


def house_now() -> House:
    days: dict[int, dict[Month, int]] = defaultdict(dict)
    for role, month, amount in StaffMonth.objects.values_list("role_id", "month", "days"):
        days[role][month_of(month)] = amount
    return House(
        units=[
            HouseUnit(*fields)
            for fields in Unit.objects.order_by("id").values_list("pk", "name", "parent_id", "headcount")
        ],
        roles=[HouseRole(role.key, role.name, days[role.pk]) for role in StaffRole.objects.order_by("id")],
        lowerings=lowerings(),
    )


def plain(number: Decimal) -> str:
    """``3.5`` and ``4``: the same number is always written the same way."""
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"


def written_month(day: date | None) -> str | None:
    return str(month_of(day)) if day else None


def _frames() -> list[Row]:
    """One row for every kind and committee, with its years; of several price levels the first is said."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    of_committee = F("committee_id").asc(nulls_first=True)
    for frame in Frame.objects.select_related("committee").order_by("kind", of_committee, "year"):
        of = frame.kind, frame.committee.name if frame.committee else ""
        row = rows.setdefault(
            of,
            {
                "kind": frame.kind,
                "committee": of[1],
                "service": frame.is_service_frame,
                "price_year": frame.price_year,
            },
        )
        row[str(frame.year)] = frame.dkk
    return list(rows.values())


def _prices() -> list[Row]:
    return [
        {
            "year": one.year,
            "running": plain(one.running_percent),
            "investment": plain(one.investment_percent),
            "source": one.source,
        }
        for one in PriceRise.objects.all()
    ]


def _committees() -> list[Row]:
    units: dict[str, list[str]] = defaultdict(list)
    for name, unit in CommitteeUnit.objects.order_by("committee_id", "id").values_list(
        "committee__name", "unit__name"
    ):
        units[name].append(unit)
    return [{"name": name, "units": names} for name, names in units.items()]


def _roles() -> list[Row]:
    return [
        {
            "name": role.name,
            "share": role.terms.share_percent if hasattr(role, "terms") else None,
            "absence": role.terms.absence_percent if hasattr(role, "terms") else None,
        }
        for role in StaffRole.objects.select_related("terms").order_by("id")
    ]


def _posts() -> list[Row]:
    return [
        {
            "role": post.role.name,
            "what": post.what,
            "absence": post.is_absence,
            "full_time": plain(post.full_time_equivalents),
            "first": written_month(post.first_month),
            "latest": written_month(post.latest_month),
        }
        for post in StaffPost.objects.select_related("role").order_by("role_id", "id")
    ]


def _ceilings() -> list[Row]:
    return [
        {
            "unit": ceiling.unit.name,
            "hours": plain(Decimal(ceiling.hours_per_employee)),
            "go_lives": ceiling.go_lives_per_quarter,
        }
        for ceiling in Ceiling.objects.select_related("unit").order_by("unit_id")
    ]


def _freezes() -> list[Row]:
    return [
        {
            "why": freeze.reason,
            "first": written_month(freeze.first_month),
            "latest": written_month(freeze.latest_month),
            "yearly": freeze.is_yearly,
            "units": [unit.name for unit in freeze.units.all()],
        }
        for freeze in Freeze.objects.prefetch_related("units")
    ]
