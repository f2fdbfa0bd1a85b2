"""Items, outcomes and minutes as one would say them."""

from django.utils.translation import gettext as _

from takt.calculation import wording
from takt.foundation.design.templatetags.takt import day, language
from takt.governance.deciding.meetings.models import ItemKind, Outcome


def field_in_words(name: str, value: object) -> str:
    """A field of an item, and what it says now."""
    labels = {
        "title": _("Titel"),
        "kind": _("Behandling"),
        "minutes": _("Minutter"),
        "is_closed": _("Lukket punkt"),
        "presentation": _("Fremstilling"),
    }
    said = str(value)
    if name == "kind":
        said = str(ItemKind(str(value)).label)
    elif name == "is_closed":
        said = _("ja") if value else _("nej")
    return f"{labels[name]}: “{said}”."


def outcome_in_words(outcome: Outcome) -> str:
    """“Anbefales med betingelser. Sparer tid. Betingelser: Driften betales … (Økonomi, senest 1. maj 2027).”"""
    said = [f"{outcome.get_kind_display()}.", outcome.reason]
    if outcome.until_date:
        said.append(_("Tages op igen %(day)s.") % {"day": day(outcome.until_date)})
    if outcome.questions:
        said.append(_("Spørgsmål: %(questions)s") % {"questions": outcome.questions})
    conditions = [
        _("%(text)s (%(owner)s, senest %(due)s)")
        % {"text": one.text, "owner": one.owner_name, "due": day(one.due_date)}
        for one in outcome.conditions.all()
    ]
    if conditions:
        said.append(
            _("Betingelser: %(conditions)s") % {"conditions": wording.join_list(conditions, language())}
        )
    return " ".join(part for part in said if part)
