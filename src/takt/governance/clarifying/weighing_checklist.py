"""What the checklist says of the benefit owner, the options, systems and risks. Pure."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.foundation.design.templatetags.takt import day
from takt.governance.clarifying.checklist_item import Item
from takt.governance.clarifying.models import (
    BenefitOwner,
    Contribution,
    Option,
    OptionKind,
    OptionOutcome,
    OwnerAnswer,
    Risk,
    TouchedSystem,
)


def benefit_owner(owner: BenefitOwner | None) -> Item:
    key = "benefit_owner"
    if owner is None or owner.person is None:
        who = _("Den, der har sagen, udpeger den leder, der kan hente gevinsten")
        return Item(key, False, _("Gevinstejer mangler"), who)
    name = {"person": owner.person.name, "when": day(owner.due_date)}
    if owner.answer == OwnerAnswer.ACCEPTED:
        return Item(key, True, _("Gevinstejer har sagt ja"), owner.person.name)
    if owner.answer == OwnerAnswer.DECLINED:
        return Item(
            key, False, _("Gevinstejer har sagt nej"), _("%(person)s sagde nej. Udpeg en anden") % name
        )
    who = _("%(person)s skal sige ja eller nej, senest %(when)s") % name
    return Item(key, False, _("Gevinstejer har ikke svaret"), who)


def options(weighed: Sequence[Option]) -> Item:
    key = "options"
    if not weighed:
        who = _("Den, der har sagen, og it-arkitekten kender alternativerne")
        return Item(key, False, _("Muligheder er ikke vejet"), who)
    chosen = [option for option in weighed if option.outcome == OptionOutcome.CHOSEN]
    if len(chosen) != 1:
        return Item(
            key, False, _("Ingen mulighed er valgt"), _("Den, der har sagen, vælger én og skriver hvorfor")
        )
    return Item(key, True, _("Muligheder er vejet, og én er valgt"), str(OptionKind(chosen[0].kind).label))


def risks(told: Sequence[Risk]) -> Item:
    if not told:
        who = _("Projektledere og superbrugere ved, hvad der plejer at gå galt")
        return Item("risks", False, _("Risici er ikke beskrevet"), who)
    words = ngettext("%(count)d risiko", "%(count)d risici", len(told)) % {"count": len(told)}
    return Item("risks", True, _("Risici er beskrevet"), words)


def strategy(contributions: Sequence[Contribution]) -> Item:
    if not contributions:
        return Item(
            "strategy", False, _("Ingen strategi er angivet"), _("Direktionens sekretariat kender målene")
        )
    words = ngettext("%(count)d mål", "%(count)d mål", len(contributions)) % {"count": len(contributions)}
    return Item("strategy", True, _("Bidrager til en strategi"), words)


def systems(touched: Sequence[TouchedSystem]) -> Item:
    if not touched:
        who = _("It-arkitekten og systemejerne ved, hvad sagen griber ind i")
        return Item("systems", False, _("Berørte systemer er ikke beskrevet"), who)
    count = sum(one.system_id is not None for one in touched)
    words = ngettext("%(count)d system", "%(count)d systemer", count) % {"count": count}
    return Item("systems", True, _("Berørte systemer er beskrevet"), words if count else _("Berører ingen"))
