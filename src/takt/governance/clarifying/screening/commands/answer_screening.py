"""Answer the questions of the law screening; the answers say which assessments are required."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from takt.foundation.mail.commands import tell
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying.commands.working import changed, locked
from takt.governance.clarifying.merging import merge
from takt.governance.clarifying.rules import why_not_overwrite, why_not_work
from takt.governance.clarifying.screening.catalogue import BY_KEY, DPO, DUTY
from takt.governance.clarifying.screening.concluding import required
from takt.governance.clarifying.screening.models import Answer, AnswerValue, Assessment
from takt.governance.clarifying.screening.queries import answers_as_they_stand
from takt.governance.clarifying.screening.rules import why_not_answers
from takt.governance.flow.models import Initiative


@transaction.atomic
def answer_screening(
    initiative: Initiative, wanted: Mapping[str, str], *, seen: Mapping[str, str], by: Person, at: datetime
) -> list[str]:
    """By question; ``seen`` as in estimate_wish. Returns the keys of the assessments now required."""
    case = locked(initiative)
    refuse_if(why_not_work(case, by) or why_not_answers(wanted))
    now = answers_as_they_stand(case)
    merged = merge(wanted, seen=seen, now=now)
    refuse_if(why_not_overwrite([_said(key, value) for key, value in merged.conflicts.items()]))
    for key, value in merged.values.items():
        if now.get(key) != value:
            Answer.objects.update_or_create(
                initiative=case,
                question=key,
                defaults={"value": value, "answered_by": by, "answered_at": at},
            )
    case.screening_answers.exclude(question__in=merged.values).delete()
    duties = required(merged.values)
    brought_up = _require(case, duties)
    changed(
        "screening.answered", case, by=by, at=at, facts={"answers": dict(merged.values), "requires": duties}
    )
    if any(DUTY[key].responsible == DPO for key in brought_up):
        _tell_officers(case, at=at)
    return duties


def _require(case: Initiative, duties: Collection[str]) -> list[str]:
    """Bring the rows in step with the answers; returns what was not required before."""
    there = {one.key: one for one in case.assessments.select_for_update(of=("self",), no_key=True)}
    case.assessments.exclude(key__in=duties).update(is_required=False)
    case.assessments.filter(key__in=duties).update(is_required=True)
    Assessment.objects.bulk_create(Assessment(initiative=case, key=key) for key in duties if key not in there)
    return [key for key in duties if key not in there or not there[key].is_required]


def _tell_officers(case: Initiative, *, at: datetime) -> None:
    for officer in Person.objects.filter(role_holdings__role=Role.DPO, is_active=True).distinct():
        tell(
            officer,
            subject=_("Sag %(number)s kræver din vurdering"),
            text=_(
                "Lovscreeningen af “%(title)s” viser, at sagen kræver en vurdering, som du skal godkende."
            ),
            values={"number": case.number, "title": case.title},
            link=f"{case.get_absolute_url()}#lov",
            at=at,
        )


def _said(key: str, value: str | None) -> str:
    answer = str(AnswerValue(value).label) if value else "–"
    return f"{BY_KEY[key].text} {answer}" if key in BY_KEY else answer
