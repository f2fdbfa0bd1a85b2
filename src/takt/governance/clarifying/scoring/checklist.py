"""What a body may require of the assessment before a case is sent on."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import language
from takt.governance.clarifying.checklist import Item
from takt.governance.clarifying.scoring.queries import newest_result
from takt.governance.clarifying.scoring.results import Result
from takt.governance.clarifying.scoring.rules import FEWEST
from takt.governance.flow.models import Initiative

NAMES: Mapping[str, str | Promise] = {
    "assessed": gettext_lazy("Bedømt af mindst to"),
    "settled": gettext_lazy("Uenighed er afklaret"),
}


def items_of(initiative: Initiative) -> list[Item]:
    """Disagreement concerns a case only when somebody disagrees."""
    result = newest_result(initiative, None)
    items = [_assessed(result)]
    if result and result.disagreements:
        items.append(_settled(result))
    return items


def _assessed(result: Result | None) -> Item:
    if result is None:
        return Item(
            "assessed",
            False,
            _("Sagen er ikke bedømt"),
            _("Den, der har sagen, kan bede mindst to om at bedømme"),
        )
    if not result.is_finished or result.answered < FEWEST:
        who = wording.join_list([str(one.person) for one in result.waiting if one.person], language())
        return Item(
            "assessed",
            False,
            _("Bedømmelsen er ikke færdig"),
            _("%(who)s mangler at svare") % {"who": who} if who else _("Begynd en ny runde"),
        )
    count = result.answered
    who = ngettext("%(count)d bedømmer", "%(count)d bedømmere", count) % {"count": count}
    return Item("assessed", True, _("Bedømt af mindst to"), who)


def _settled(result: Result) -> Item:
    if result.unsettled:
        names = wording.join_list([row.name for row in result.unsettled], language())
        return Item(
            "settled",
            False,
            _("Uenighed er ikke afklaret"),
            _("%(names)s; bedømmerne kan skrive, hvad de er nået frem til") % {"names": names},
        )
    names = wording.join_list([row.name for row in result.disagreements], language())
    return Item("settled", True, _("Uenighed er afklaret"), names)
