"""What a hearing contributes to what must be there before a case is ready."""

from django.utils import timezone
from django.utils.translation import gettext as _

from takt.governance.clarifying.checklist import Item
from takt.governance.deciding.hearing.queries import hearing_of
from takt.governance.flow.models import Initiative


def items_of(initiative: Initiative) -> list[Item]:
    heard = hearing_of(initiative, today=timezone.localdate())
    if heard is None:
        who = _("Den, der har sagen, kan spørge dem")
        return [Item("hearing", False, _("De berørte enheder er ikke hørt"), who)]
    if heard.is_done:
        return [Item("hearing", True, _("De berørte enheder er hørt"), heard.finding)]
    return [Item("hearing", False, _("Høringen er ikke slut"), heard.finding)]
