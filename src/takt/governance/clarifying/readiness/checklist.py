"""What a body may require of the receiving units before a case is sent on."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import language
from takt.governance.clarifying.checklist import Item
from takt.governance.clarifying.readiness.queries import inquiries_of
from takt.governance.flow.models import Initiative

NAMES: Mapping[str, str | Promise] = {"readiness": gettext_lazy("De berørte ledere har svaret om parathed")}


def items_of(initiative: Initiative) -> list[Item]:
    inquiries = list(inquiries_of(initiative))
    if not inquiries:
        return [
            Item(
                "readiness",
                False,
                _("Lederne er ikke spurgt om parathed"),
                _("Den, der har sagen, kan spørge dem med en frist"),
            )
        ]
    silent = [inquiry.unit.name for inquiry in inquiries if inquiry.answer is None]
    if silent:
        who = wording.join_list(silent, language())
        return [Item("readiness", False, _("Nogle ledere har ikke svaret om parathed"), who)]
    return [
        Item(
            "readiness",
            True,
            _("De berørte ledere har svaret om parathed"),
            wording.join_list([inquiry.unit.name for inquiry in inquiries], language()),
        )
    ]
