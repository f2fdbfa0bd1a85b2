"""What can be asked about wishes. The number of queries never depends on the number of wishes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, F, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.http import QueryDict
from django.utils import timezone

from takt.foundation.people.models import Person, Unit
from takt.foundation.search.queries import matching
from takt.governance.asking.indexing import KIND
from takt.governance.asking.models import Supporter, Wish
from takt.governance.flow.models import Initiative, Obligation
from takt.governance.flow.stages import Stage

ORDERS = {
    "nyeste": ("-changed_at", "-id"),
    "nummer": ("number",),
    "titel": ("sort_key", "number"),
    "enhed": ("unit__sort_key", "number"),
    "svar": ("wish__answer_due_date", "number"),
}
"""The word in the address, and what it sorts by; a minus before the word turns it around."""
MAY_BE_EMPTY = {"wish__answer_due_date"}


@dataclass(frozen=True, slots=True)
class Filter:
    """What someone asked to see, as the address says it. Words that mean nothing are passed over."""

    text: str = ""
    stage: str = ""
    unit: int | None = None
    obligation: str = ""
    mine: bool = False
    late: bool = False
    """Only those whose promised answer has not come."""
    sent_since: date | None = None
    changed_since: date | None = None
    order: str = "nyeste"

    @classmethod
    def read(cls, asked: QueryDict) -> "Filter":
        unit, order = asked.get("enhed", ""), asked.get("sorter", "")
        return cls(
            text=asked.get("q", "").strip()[:200],
            stage=one_of(set(Stage) - {Stage.DRAFT}, asked.get("trin")),
            unit=int(unit) if unit.isdecimal() and len(unit) < 10 else None,
            obligation=one_of(Obligation, asked.get("forpligtelse")),
            mine=asked.get("mine") == "1",
            late=asked.get("svar") == "overskredet",
            sent_since=_day(asked.get("sendt", "")),
            changed_since=_day(asked.get("aendret", "")),
            order=order if order.removeprefix("-") in ORDERS else "nyeste",
        )

    @property
    def is_narrow(self) -> bool:
        return self != Filter(order=self.order)


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year >= 1900 else None  # earlier days have no hour in our time zone


def one_of(known: Iterable[str], word: object) -> str:
    """The word, when it is one that we know."""
    return next((one for one in known if one == word), "")


def sent() -> QuerySet[Initiative]:
    """Every wish that has been sent; drafts are their writer's own."""
    return Initiative.objects.exclude(stage=Stage.DRAFT)


def late_ones(today: date) -> QuerySet[Initiative]:
    """Those whose promised answer has not come."""
    return Initiative.objects.filter(stage=Stage.SUBMITTED, wish__answer_due_date__lt=today)


def visible_to(person: Person) -> QuerySet[Initiative]:
    """Every case that has been sent, and one's own drafts."""
    return Initiative.objects.filter(~Q(stage=Stage.DRAFT) | Q(wish__wished_by=person))


def of_person(person: Person) -> QuerySet[Initiative]:
    """What somebody wished, wrote for somebody else or joined, each once; drafts left out."""
    own = Wish.objects.filter(Q(wished_by=person) | Q(written_by=person)).values("initiative")
    joined = Supporter.objects.filter(person=person).values("wish__initiative")
    return sent().filter(Q(pk__in=own) | Q(pk__in=joined))


def chosen(asked: Filter, *, by: Person, units: Iterable[Unit], today: date) -> QuerySet[Initiative]:
    """The wishes that someone asked to see, in order. ``units``: all of them, to know who stands under whom."""
    found = late_ones(today) if asked.late else sent()
    if asked.text:
        found = found.filter(number__in=matching(asked.text, kind=KIND).values("key"))
    if asked.stage:
        found = found.filter(stage=asked.stage)
    if asked.unit is not None:
        found = found.filter(unit__in=with_descendants(asked.unit, units))
    if asked.obligation:
        found = found.filter(obligation=asked.obligation)
    if asked.mine:
        found = found.filter(pk__in=of_person(by).values("pk"))
    if asked.sent_since:
        found = found.filter(wish__submitted_at__gte=start_of(asked.sent_since))
    if asked.changed_since:
        found = found.filter(changed_at__gte=start_of(asked.changed_since))
    is_turned = asked.order.startswith("-")
    return found.order_by(*[_by(field, is_turned) for field in ORDERS[asked.order.removeprefix("-")]])


def _by(field: str, is_turned: bool) -> OrderBy:  # noqa: FBT001 - as the address says it
    """What has no day stands last either way, and on every database."""
    name, last = F(field.removeprefix("-")), True if field in MAY_BE_EMPTY else None
    is_down = field.startswith("-") != is_turned
    return name.desc(nulls_last=last) if is_down else name.asc(nulls_last=last)


def start_of(day: date) -> datetime:
    """Midnight in the municipality."""
    return timezone.make_aware(datetime.combine(day, time.min))


def with_descendants(unit_pk: int, units: Iterable[Unit]) -> set[int]:
    """A unit and all below it."""
    everyone = list(units)
    below = {unit_pk}
    while more := {unit.pk for unit in everyone if unit.parent_id in below} - below:
        below |= more
    return below


def supporters_of(initiatives: Iterable[Initiative]) -> Mapping[int, int]:
    """How many have joined, by the key of the initiative; those without are absent."""
    joined = Supporter.objects.filter(wish__initiative__in=[one.pk for one in initiatives])
    return dict(joined.values_list("wish__initiative").annotate(Count("id")))


def drafts_of(person: Person) -> QuerySet[Wish]:
    return (
        Wish.objects.filter(wished_by=person, initiative__stage=Stage.DRAFT)
        .select_related("initiative")
        .order_by("-initiative__changed_at")
    )


def wishes_by_stage() -> dict[Stage, int]:
    """How many there are at each stage, drafts left out; stages without any are absent."""
    counted = sent().order_by().values_list("stage").annotate(Count("id"))
    return {Stage(stage): number for stage, number in counted}


@dataclass(frozen=True, slots=True)
class Waiting:
    number: int
    overdue: int


def wishes_waiting_for_answer(today: date) -> Waiting:
    """Sent wishes that nobody has taken up, and how many of them are past the promised date."""
    waiting = Wish.objects.filter(initiative__stage=Stage.SUBMITTED)
    counted = waiting.aggregate(number=Count("id"), overdue=Count("id", filter=Q(answer_due_date__lt=today)))
    return Waiting(**counted)
