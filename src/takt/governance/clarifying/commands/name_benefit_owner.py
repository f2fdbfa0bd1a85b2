"""Name who will answer for the benefit, and ask that person."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from takt.foundation.mail.commands import tell
from takt.foundation.people.models import Person
from takt.foundation.refusals import refuse_if
from takt.governance.clarifying import rules, weighing_rules
from takt.governance.clarifying.commands.working import changed, locked, owner_of
from takt.governance.clarifying.models import BenefitOwner, OwnerAnswer
from takt.governance.flow.models import Initiative

ANSWER_WITHIN = timedelta(weeks=2)


@transaction.atomic
def name_benefit_owner(
    initiative: Initiative, person: Person | None, *, edition: int, by: Person, at: datetime
) -> BenefitOwner:
    """Naming another, or the same after a no, asks anew.

    ``edition``: of the owner as the person last saw it, 0 when there was none.
    """
    case = locked(initiative)
    before = owner_of(case)
    refuse_if(
        rules.why_not_work(case, by)
        or weighing_rules.why_not_name(person, before)
        or weighing_rules.why_not_name_over(before, edition)
    )
    assert person is not None  # noqa: S101 - why_not_name has seen to it
    owner, _created = BenefitOwner.objects.update_or_create(
        initiative=case,
        defaults={
            "person": person,
            "named_by": by,
            "named_at": at,
            "due_date": timezone.localdate(at) + ANSWER_WITHIN,
            "answer": OwnerAnswer.WAITING,
            "reason": "",
            "answered_at": None,
            "edition": before.edition + 1 if before else 1,
        },
    )
    changed("benefit_owner.named", case, by=by, at=at, facts={})
    tell(
        person,
        subject=_("Vil du stå for gevinsten af sag %(number)s?"),
        text=_(
            "%(by)s har udpeget dig som gevinstejer for “%(title)s”. Gevinstejeren sørger for, at gevinsten "
            "bliver hentet, når løsningen er i brug. Læs sagen, og svar ja eller nej på den."
        ),
        values={"number": case.number, "title": case.title, "by": by},
        link=f"{case.get_absolute_url()}#gevinstejer",
        at=at,
    )
    return owner
