"""What waits for the data protection officer: one row a case, which says what is asked."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import language
from takt.foundation.people.models import Person, Role
from takt.foundation.people.tasks import Task
from takt.governance.clarifying.screening.catalogue import DUTY
from takt.governance.clarifying.screening.models import Assessment, AssessmentStatus
from takt.governance.clarifying.screening.queries import waiting_for_the_officer

MOST = 50


def tasks_for(reader: Person, *, today: date) -> list[Task]:  # noqa: ARG001 - no assessment has a due date
    if not reader.holds(Role.DPO):
        return []
    by_case: dict[int, list[Assessment]] = {}
    for one in waiting_for_the_officer()[:MOST]:
        by_case.setdefault(one.initiative_id, []).append(one)
    return [_task(assessments) for assessments in by_case.values()]


def _task(assessments: list[Assessment]) -> Task:
    """Of one case; those with a draft to read come first."""
    case = assessments[0].initiative
    drafted = [one for one in assessments if one.status == AssessmentStatus.UNDER_WAY]
    missing = [one for one in assessments if one.status != AssessmentStatus.UNDER_WAY]
    asked = [f"{case.number}, {case.unit}."]
    if drafted:
        asked.append(_("Læs og godkend: %(duties)s.") % {"duties": _names(drafted)})
    if missing:
        asked.append(_("Der mangler et udkast: %(duties)s.") % {"duties": _names(missing)})
    kind, link = _("Vurderinger, du skal godkende"), f"{case.get_absolute_url()}#lov"
    return Task(kind, case.title, link, None, " ".join(asked))


def _names(assessments: Iterable[Assessment]) -> str:
    return wording.join_list([str(DUTY[one.key].name).lower() for one in assessments], language())
