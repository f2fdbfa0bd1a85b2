"""Estimate what a wish costs, gives and takes of time: low, likely and high."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from takt.calculation import wording
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules
from takt.governance.clarifying.commands.working import changed, locked
from takt.governance.clarifying.findings import Guess, guess_as_it_stands, label_of
from takt.governance.clarifying.merging import merge
from takt.governance.clarifying.models import Estimate
from takt.governance.flow.models import Initiative

MONTHS = ("earliest_start_month", "latest_go_live_month")
"""The fields that may be empty; a merge leaves an empty one out."""


@transaction.atomic
def estimate_wish(
    initiative: Initiative, wanted: Guess, *, seen: Guess | None, by: Person, at: datetime
) -> Estimate:
    """``seen``: the estimate as it stood when the person began, None when there was none.

    What somebody else has changed meanwhile is kept; what both have changed is refused and named.
    """
    case = locked(initiative)
    refuse_if(rules.why_not_work(case, by))
    now = guess_as_it_stands(case)
    merged = merge(asdict(wanted), seen=asdict(seen) if seen else {}, now=now)
    refuse_if(rules.why_not_overwrite([_said(name, value) for name, value in merged.conflicts.items()]))
    guess = Guess(**{**dict.fromkeys(MONTHS), **merged.values})
    refuse_if(rules.why_not_estimate(guess))
    estimate, _ = Estimate.objects.update_or_create(
        initiative=case, defaults={**asdict(guess), "estimated_at": at}
    )
    fields = sorted(name for name, value in asdict(guess).items() if now.get(name) != value)
    facts = {"reason": guess.source, "fields": fields}
    changed("estimate.recorded", case, by=by, at=at, facts=facts)
    return estimate


def _said(name: str, value: object) -> str:
    """A field and what it says now, in words."""
    label = label_of(name)
    if isinstance(value, date):
        return f"{label} {value:%Y-%m}"
    if isinstance(value, int):
        return f"{label} {wording.number(value)}"
    return f"{label} “{value or '–'}”"
