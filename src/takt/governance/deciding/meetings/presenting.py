"""The first draft of what an item says of its case. The secretary writes on from there."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import day
from takt.governance.asking.models import Supporter
from takt.governance.clarifying.models import Estimate
from takt.governance.deciding.meetings.models import Condition, Outcome
from takt.governance.deciding.meetings.models.outcome import RECOMMENDING
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage


def presentation_of(initiative: Initiative) -> str:
    """Where the wish came from, whom it touches, what it costs and gives, and what an earlier body recommends.

    In Danish, for it is kept.
    """
    with override(settings.LANGUAGE_CODE):
        facts = " ".join(
            part for part in (_origin(initiative), _touched(initiative), _money(initiative)) if part
        )
        return "\n".join(part for part in (facts, _recommended(initiative)) if part)


def _origin(initiative: Initiative) -> str:
    joined = Supporter.objects.filter(wish__initiative=initiative).count()
    if not joined:
        return _("Ønsket kom fra %(unit)s.") % {"unit": initiative.unit}
    return ngettext(
        "Ønsket kom fra %(unit)s, og én kollega er med.",
        "Ønsket kom fra %(unit)s, og %(joined)d kolleger er med.",
        joined,
    ) % {"unit": initiative.unit, "joined": joined}


def _touched(initiative: Initiative) -> str:
    people = list(initiative.impacts.values_list("people", flat=True))
    if not people:
        return ""
    return ngettext(
        "Én enhed og %(people)s medarbejdere skal ændre sig.",
        "%(units)s enheder og %(people)s medarbejdere skal ændre sig.",
        len(people),
    ) % {"units": wording.count(len(people)).capitalize(), "people": wording.number(sum(people))}


def _money(initiative: Initiative) -> str:
    estimate = Estimate.objects.filter(initiative=initiative).first()
    if estimate is None:
        return ""
    return _(
        "Anlæg er skønnet til %(investment)s, driften til %(running)s om året og gevinsten til %(benefit)s om året."
    ) % {
        "investment": wording.kroner(estimate.investment_dkk),
        "running": wording.kroner(estimate.running_dkk),
        "benefit": wording.kroner(estimate.benefit_dkk),
    }


def _recommended(initiative: Initiative) -> str:
    """What the one before says, and its conditions; of a closed item only what everybody may read."""
    if initiative.stage != Stage.RECOMMENDED:
        return ""
    newest = (
        Outcome.objects.filter(item__initiative=initiative, kind__in=RECOMMENDING, in_effect_at__isnull=False)
        .select_related("item__meeting__body")
        .order_by("-in_effect_at", "-id")
        .first()
    )
    if newest is None:
        return ""
    said = _("%(body)s anbefaler sagen: %(reason)s") % {
        "body": newest.item.meeting.body.name,
        "reason": newest.told,
    }
    conditions = [] if newest.item.is_closed else [_condition(one) for one in newest.conditions.all()]
    if not conditions:
        return said
    return _("%(said)s Betingelser: %(conditions)s.") % {"said": said, "conditions": "; ".join(conditions)}


def _condition(condition: Condition) -> str:
    """Without its owner: a presentation holds no personal data."""
    return _("%(text)s (senest %(due)s)") % {
        "text": condition.text.rstrip(". "),
        "due": day(condition.due_date),
    }
