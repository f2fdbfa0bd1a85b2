"""Take a workbook's wishes in: all of them or none."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from takt.calculation.cells import same
from takt.foundation.ledger.commands import record
from takt.foundation.people.models import Person
from takt.foundation.people.sorting import danish_sort_key
from takt.foundation.refusals import refuse_if
from takt.governance.asking.commands.submit_wish import ANSWER_WITHIN
from takt.governance.asking.indexing import index_wishes
from takt.governance.asking.models import Wish
from takt.governance.clarifying.models import Dependency
from takt.governance.flow.commands import next_number
from takt.governance.flow.models import Initiative, Obligation
from takt.governance.flow.stages import Stage
from takt.interfaces.exchange import rules
from takt.interfaces.exchange.estimates_in import bulk_create_estimates
from takt.interfaces.exchange.models import Upload
from takt.interfaces.exchange.wishes_in import Arrival, look_at
from takt.interfaces.exchange.workbook.reading import read_content


def take_in_wishes(upload: Upload, *, agreed: str, by: Person, at: datetime) -> list[Initiative]:
    """The new initiatives, in the order of the rows. ``agreed``: the fingerprint that the person saw.

    Raises Refused when this person may not, when the file is gone, or when something else would happen now;
    NotReadable and Mistakes as when it was sent. Then nothing is changed.
    """
    refuse_if(rules.why_not_take_in(upload, by, at))
    # outside the transaction: a heavy file must keep nobody waiting
    content = read_content(bytes(upload.data))
    with transaction.atomic():
        kept = Upload.objects.select_for_update(no_key=True).filter(pk=upload.pk).first()
        refuse_if(rules.why_not_take_in(kept, by, at))
        intake = look_at(content, today=timezone.localdate(at))
        refuse_if(rules.why_not_agreed(intake.fingerprint, agreed) or rules.why_not_empty(len(intake.new)))
        initiatives = create(intake.new, file_name=upload.file_name, at=at)
        tie(intake.arrivals, initiatives)
        for arrival, initiative in zip(intake.new, initiatives, strict=True):
            tell(initiative, arrival, by=by, at=at)
        record("wishes.taken_in", about="excel", by=by, at=at, sha256=upload.sha256, wishes=len(initiatives))
        upload.delete()
    return initiatives


def create(arrivals: Sequence[Arrival], *, file_name: str, at: datetime) -> list[Initiative]:
    """In bulk, since a row at a time would keep others from writing for long."""
    initiatives = Initiative.objects.bulk_create(
        Initiative(
            number=next_number(at=at),
            title=arrival.wish.title,
            sort_key=danish_sort_key(arrival.wish.title),
            stage=arrival.stage,
            obligation=arrival.wish.obligation or Obligation.COULD,
            unit=arrival.units[0],
            created_at=at,
            changed_at=at,
        )
        for arrival in arrivals
    )
    by_initiative = dict(zip(initiatives, arrivals, strict=True))
    wishes = [
        as_wish(one, arrival, source_of(arrival, file_name), at) for one, arrival in by_initiative.items()
    ]
    index_wishes(Wish.objects.bulk_create(wishes))
    bulk_create_estimates(
        {one: arrival.filled for one, arrival in by_initiative.items() if arrival.filled},
        sources={one: source_of(arrival, file_name) for one, arrival in by_initiative.items()},
        at=at,
    )
    return initiatives


def as_wish(initiative: Initiative, arrival: Arrival, source: str, at: datetime) -> Wish:
    """Nobody in the house typed it, so nobody stands as its writer."""
    return Wish(
        initiative=initiative,
        trouble=trouble_of(arrival),
        helps_other_units=len(arrival.units) > 1,
        submitted_at=at,
        answer_due_date=timezone.localdate(at) + ANSWER_WITHIN,
        source=source,
    )


def trouble_of(arrival: Arrival) -> str:
    """What the row says in words; at least its title."""
    wish = arrival.wish
    remark = f"Bemærkning: {wish.remark}" if wish.remark else ""
    return "\n\n".join(part for part in (wish.description or wish.title, remark) if part)


def source_of(arrival: Arrival, file_name: str) -> str:
    number = f", nr. {arrival.wish.nr}" if arrival.wish.nr else ""
    return f"Projektmappe {file_name}, række {arrival.wish.row}{number}"[:200]


def tie(arrivals: Sequence[Arrival], initiatives: Sequence[Initiative]) -> None:
    """Let new rows require those they name, new or already there."""
    new = dict(zip((one.wish.row for one in arrivals if one.is_new), initiatives, strict=True))
    named = {
        same(one.wish.nr): one.existing or new[one.wish.row] for one in arrivals if one.wish.nr is not None
    }
    links = {
        (new[one.wish.row], named[same(nr)]): None
        for one in arrivals
        if one.is_new
        for nr in one.wish.requires
        if named[same(nr)] != new[one.wish.row]
    }  # a dictionary: each once, in the order of the rows
    Dependency.objects.bulk_create(Dependency(initiative=one, requires=other) for one, other in links)


def tell(initiative: Initiative, arrival: Arrival, *, by: Person, at: datetime) -> None:
    """That it came, with which estimates, and that these took it further."""
    unit = arrival.units[0].name
    record("wish.imported", about=initiative, by=by, at=at, unit=unit, row=arrival.wish.row)
    if arrival.filled:
        record(
            "estimate.recorded",
            about=initiative,
            by=by,
            at=at,
            source="excel",
            gaps=list(arrival.filled.gaps),
        )
    if arrival.stage == Stage.CLARIFYING:
        record(
            "initiative.moved",
            about=initiative,
            by=by,
            at=at,
            was=Stage.SUBMITTED,
            now=Stage.CLARIFYING,
            reason="Regnearket har skøn.",
        )
