"""What the checklist says of law and citizens."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from takt.governance.clarifying.checklist_item import Item
from takt.governance.clarifying.screening.catalogue import DUTY, QUESTIONS, RESPONSIBLE
from takt.governance.clarifying.screening.concluding import meets_citizens, open_questions
from takt.governance.clarifying.screening.models import Assessment, Inclusion
from takt.governance.clarifying.screening.queries import answers_as_they_stand, inclusion_of
from takt.governance.flow.models import Initiative

NAMES = {
    "screening": gettext_lazy("Lovkrav er screenet"),
    "assessments": gettext_lazy("Krævede vurderinger er på plads"),
    "inclusion": gettext_lazy("Digital inklusion er vurderet"),
}


def items_of(initiative: Initiative) -> list[Item]:
    answers = answers_as_they_stand(initiative)
    assessments = list(initiative.assessments.filter(is_required=True))
    return [
        _screening(answers, assessments),
        _assessments(answers, assessments),
        _inclusion(answers, inclusion_of(initiative)),
    ]


def _screening(answers: Mapping[str, str], assessments: Sequence[Assessment]) -> Item:
    unanswered = open_questions(answers)
    if len(unanswered) == len(QUESTIONS) or not answers:
        who = _("Den, der har sagen, svarer; databeskyttelsesrådgiveren kan hjælpe")
        return Item("screening", False, _("Lovkrav er ikke screenet"), who)
    if unanswered:
        title = ngettext(
            "Lovscreeningen mangler ét svar", "Lovscreeningen mangler %(count)d svar", len(unanswered)
        ) % {"count": len(unanswered)}
        return Item("screening", False, title, _("Juristen eller databeskyttelsesrådgiveren kan svare"))
    words = ngettext("%(count)d vurdering kræves", "%(count)d vurderinger kræves", len(assessments))
    return Item("screening", True, _("Lovkrav er screenet"), words % {"count": len(assessments)})


def _assessments(answers: Mapping[str, str], assessments: Sequence[Assessment]) -> Item:
    key = "assessments"
    if not answers:
        return Item(key, False, _("Krævede vurderinger kendes ikke"), _("De følger af lovscreeningen"))
    waiting = [one for one in assessments if not one.is_settled]
    if not waiting:
        return Item(key, True, _("Krævede vurderinger er på plads"), _("Se dem under Lov på sagen"))
    names = ", ".join(str(DUTY[one.key].name) for one in waiting[:3])
    who = ", ".join(dict.fromkeys(str(RESPONSIBLE[DUTY[one.key].responsible]) for one in waiting))
    title = ngettext("%(names)s er ikke godkendt", "%(count)d vurderinger er ikke godkendt", len(waiting)) % {
        "names": names,
        "count": len(waiting),
    }
    return Item(key, False, title, who)


def _inclusion(answers: Mapping[str, str], inclusion: Inclusion | None) -> Item:
    meets = meets_citizens(answers)
    done = _("Digital inklusion er vurderet")
    if meets is False:
        return Item("inclusion", True, done, _("Borgere berøres ikke direkte"))
    if meets is None:
        who = _("Svar på, om borgerne møder løsningen direkte")
        return Item("inclusion", False, _("Digital inklusion er ikke vurderet"), who)
    if inclusion is None:
        who = _("Borgerservice kender dem, der ikke kan selv")
        return Item("inclusion", False, _("Digital inklusion mangler tal"), who)
    words = _("%(people)d borgere kan ikke selv") % {"people": inclusion.unable}
    return Item("inclusion", True, done, words)
