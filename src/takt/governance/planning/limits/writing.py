"""Put the rows of a limit where the rest of the house reads them. Inside the transaction of a command."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.utils.text import slugify

from takt.foundation.people.models import Unit
from takt.governance.clarifying.models import StaffRole
from takt.governance.planning.limits.asked import years_in
from takt.governance.planning.limits.months import first_day_of, read_month
from takt.governance.planning.limits.sections import Content, Row
from takt.governance.planning.models import (
    Ceiling,
    Committee,
    CommitteeUnit,
    Frame,
    Freeze,
    LimitKind,
    PriceRise,
    StaffPost,
    StaffTerms,
)


def write_limit(limit: LimitKind, content: Content, *, source: str, today: date) -> None:
    """``content``: every section of that limit, read and found right. What was there before is replaced."""
    _WRITE[limit](content, source, today)


def _money(content: Content, source: str, today: date) -> None:  # noqa: ARG001 - all are called alike
    units = _units()
    Frame.objects.all().delete()
    Committee.objects.all().delete()
    PriceRise.objects.all().delete()
    committees = {row["name"]: Committee.objects.create(name=row["name"]) for row in content["committees"]}
    CommitteeUnit.objects.bulk_create(
        CommitteeUnit(committee=committees[row["name"]], unit=units[name])
        for row in content["committees"]
        for name in _names(row)
    )
    Frame.objects.bulk_create(
        Frame(
            kind=row["kind"],
            year=year,
            committee=committees[row["committee"]] if row["committee"] else None,
            dkk=dkk,
            price_year=row["price_year"],
            is_service_frame=bool(row["service"]),
            source=source,
        )
        for row in content["frames"]
        for year, dkk in years_in(row)
    )
    PriceRise.objects.bulk_create(
        PriceRise(
            year=row["year"],
            running_percent=Decimal(str(row["running"])),
            investment_percent=Decimal(str(row["investment"])),
            source=row["source"],
        )
        for row in content["prices"]
    )


def _staff(content: Content, source: str, today: date) -> None:
    roles = {role.name: role for role in StaffRole.objects.select_for_update(no_key=True)}
    wanted = [str(row["name"]) for row in content["roles"]]
    StaffRole.objects.exclude(name__in=wanted).delete()
    StaffTerms.objects.all().delete()
    StaffPost.objects.all().delete()
    for name in wanted:
        role = roles.get(name) or StaffRole(name=name, key=_new_key(name))
        posts = [row for row in content["posts"] if row["role"] == name]
        if posts or role.pk is None:
            role.full_time_equivalents, role.source = _full_time(posts, today), source
        role.save()
        roles[name] = role
    StaffTerms.objects.bulk_create(
        StaffTerms(
            role=roles[str(row["name"])],
            share_percent=100 if row["share"] is None else row["share"],
            absence_percent=row["absence"] or 0,
        )
        for row in content["roles"]
        if row["share"] is not None or row["absence"] is not None
    )
    StaffPost.objects.bulk_create(
        StaffPost(
            role=roles[str(row["role"])],
            what=row["what"],
            is_absence=bool(row["absence"]),
            full_time_equivalents=Decimal(str(row["full_time"])),
            first_month=_day(row["first"]),
            latest_month=_day(row["latest"]) if row["latest"] else None,
        )
        for row in content["posts"]
    )


def _new_key(name: str) -> str:
    """A slug that no role has."""
    taken = set(StaffRole.objects.values_list("key", flat=True))
    stem = slugify(name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa"))[:16] or "rolle"
    return next(key for key in (stem, *(f"{stem}-{number}" for number in range(2, 1000))) if key not in taken)


def _full_time(posts: Sequence[Row], today: date) -> Decimal:
    """That there are this month, for pages that show one number."""
    month = today.strftime("%Y-%m")
    there = (
        Decimal(str(post["full_time"])) * (-1 if post["absence"] else 1)
        for post in posts
        if str(post["first"]) <= month and (post["latest"] is None or month <= str(post["latest"]))
    )
    return max(Decimal(0), sum(there, start=Decimal(0))).quantize(Decimal("0.1"))


def _ceilings(content: Content, source: str, today: date) -> None:  # noqa: ARG001
    units = _units()
    Ceiling.objects.all().delete()
    Ceiling.objects.bulk_create(
        Ceiling(
            unit=units[row["unit"]],
            hours_per_employee=Decimal(str(row["hours"])),
            go_lives_per_quarter=row["go_lives"],
            source=source,
        )
        for row in content["ceilings"]
    )


def _freezes(content: Content, source: str, today: date) -> None:  # noqa: ARG001
    units = _units()
    Freeze.objects.all().delete()
    for row in content["freezes"]:
        freeze = Freeze.objects.create(
            first_month=_day(row["first"]),
            latest_month=_day(row["latest"] or row["first"]),
            is_yearly=bool(row["yearly"]),
            reason=row["why"],
        )
        freeze.units.set(units[name] for name in _names(row))


_WRITE: dict[LimitKind, Callable[[Content, str, date], None]] = {
    LimitKind.MONEY: _money,
    LimitKind.STAFF: _staff,
    LimitKind.CEILINGS: _ceilings,
    LimitKind.FREEZES: _freezes,
}


def _units() -> Mapping[object, Unit]:
    return {unit.name: unit for unit in Unit.objects.all()}


def _names(row: Row) -> list[str]:
    names = row["units"]
    return names if isinstance(names, list) else []


def _day(month: str) -> date:
    return first_day_of(read_month(month))
