"""The first draft of what an item says of its case. The secretary writes on from there."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from takt.calculation import wording
from takt.governance.asking.models import Supporter
from takt.governance.clarifying.models import Estimate
from takt.governance.flow.models import Initiative


def presentation_of(initiative: Initiative) -> str:
    """Where the wish came from, whom it touches, and what it costs and gives. In Danish, for it is kept."""
    with override(settings.LANGUAGE_CODE):
        return " ".join(
            part for part in (_origin(initiative), _touched(initiative), _money(initiative)) if part
        )


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
