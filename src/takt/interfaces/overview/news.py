"""What has happened lately, for the strip at the top."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import ngettext

from takt.calculation import wording
from takt.governance.asking.models import Wish
from takt.governance.asking.queries import start_of
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

SENTENCES: Mapping[Stage, Callable[[int], str]] = {
    Stage.RECOMMENDED: lambda n: ngettext("%(count)s ny indstilling", "%(count)s nye indstillinger", n),
    Stage.APPROVED: lambda n: ngettext("%(count)s sag besluttet", "%(count)s sager besluttet", n),
    Stage.IN_USE: lambda n: ngettext("%(count)s taget i drift", "%(count)s taget i drift", n),
    Stage.DECLINED: lambda n: ngettext("%(count)s ikke valgt", "%(count)s ikke valgt", n),
}


@dataclass(frozen=True, slots=True)
class News:
    """What has happened since a moment."""

    wishes: int
    moved: Mapping[Stage, int]
    """How many have come to these stages and are still there."""


def news_since(day: date) -> News:
    moment = start_of(day)
    moved = (
        Initiative.objects.filter(changed_at__gte=moment)  # few; by stage the database would read them all
        .order_by()
        .values_list("stage")
        .annotate(Count("id"))
    )
    wishes = Wish.objects.filter(submitted_at__gte=moment).count()
    return News(wishes, {Stage(stage): count for stage, count in moved if stage in SENTENCES})


def pieces_of(what: News, since: date, language: wording.Language) -> list[tuple[str, str]]:
    """Short pieces for the strip at the top, each with the address of exactly those."""
    sent = ngettext("%(count)s nyt ønske", "%(count)s nye ønsker", what.wishes)
    pieces = [(what.wishes, sent, f"sendt={since}")]
    pieces += [
        (what.moved.get(stage, 0), said(what.moved.get(stage, 0)), f"trin={stage}&aendret={since}")
        for stage, said in SENTENCES.items()
    ]
    return [
        (said % {"count": wording.number(count, 0, language)}, f"{reverse('wishes')}?{asked}")
        for count, said, asked in pieces
        if count
    ]
