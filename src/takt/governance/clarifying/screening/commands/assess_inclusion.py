"""Say how many citizens cannot use a solution themselves, and what they get instead."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from takt.calculation import wording
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.commands.working import changed, locked
from takt.governance.clarifying.merging import merge
from takt.governance.clarifying.rules import why_not_overwrite, why_not_work
from takt.governance.clarifying.screening.models import Inclusion
from takt.governance.clarifying.screening.queries import answers_as_they_stand, inclusion_as_it_stands
from takt.governance.clarifying.screening.rules import InclusionTold, why_not_include
from takt.governance.flow.models import Initiative


@transaction.atomic
def assess_inclusion(
    initiative: Initiative, wanted: InclusionTold, *, seen: InclusionTold | None, by: Person, at: datetime
) -> Inclusion:
    """``seen`` as in estimate_wish: what only one of two has changed is kept."""
    case = locked(initiative)
    refuse_if(why_not_work(case, by))
    merged = merge(asdict(wanted), seen=asdict(seen) if seen else {}, now=inclusion_as_it_stands(case))
    refuse_if(why_not_overwrite([_said(name, value) for name, value in merged.conflicts.items()]))
    told = InclusionTold(**merged.values)
    refuse_if(why_not_include(answers_as_they_stand(case), told, timezone.localdate(at)))
    inclusion, _ = Inclusion.objects.update_or_create(initiative=case, defaults=asdict(told))
    facts = {"citizens": told.citizens, "unable_percent": str(told.unable_percent)}
    changed("inclusion.assessed", case, by=by, at=at, facts=facts)
    return inclusion


def _said(name: str, value: object) -> str:
    """A field and what it says now, in words."""
    label = Inclusion._meta.get_field(name).verbose_name  # type: ignore[union-attr]  # noqa: SLF001
    shown = f"{value:%Y-%m-%d}" if isinstance(value, date) else value
    return f"{label} {wording.number(value) if isinstance(value, int) else shown}"
