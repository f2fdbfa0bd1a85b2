"""What may be asked of a case before it is sent on, and who can supply what is missing."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from takt.governance.asking.models import Wish
from takt.governance.clarifying.checklist_item import Item
from takt.governance.clarifying.models import BenefitOwner, Effort, Estimate, Impact, Question, StaffRole
from takt.governance.clarifying.weighing_checklist import benefit_owner, options, risks, strategy, systems
from takt.governance.flow.models import Initiative, Obligation

__all__ = ["NAMES", "Item", "checklist", "items_of", "missing"]

NAMES = {
    "need": gettext_lazy("Behovet er beskrevet"),
    "questions": gettext_lazy("Ingen spørgsmål venter"),
    "money": gettext_lazy("Økonomi og tid har tre tal og en kilde"),
    "value": gettext_lazy("Værdien har point"),
    "effort": gettext_lazy("Rollerne har fået dage"),
    "units": gettext_lazy("Berørte enheder er beskrevet"),
    "deadline": gettext_lazy("Fristen har en grund"),
    "benefit_owner": gettext_lazy("Gevinstejer har sagt ja"),
    "options": gettext_lazy("Muligheder er vejet, og én er valgt"),
    "systems": gettext_lazy("Berørte systemer er beskrevet"),
    "risks": gettext_lazy("Risici er beskrevet"),
    "strategy": gettext_lazy("Bidrager til en strategi"),
}
"""Every item that clarification can say something about, as it is named when it is done."""


def items_of(initiative: Initiative) -> list[Item]:
    """Everything clarification knows of the case, in the order in which the network works."""
    return [
        *checklist(
            initiative,
            wish=getattr(initiative, "wish", None),
            estimate=getattr(initiative, "estimate", None),
            efforts=list(initiative.efforts.all()),
            has_roles=StaffRole.objects.exists(),
            impacts=list(initiative.impacts.all()),
            questions=list(initiative.questions.all()),
        ),
        benefit_owner(BenefitOwner.objects.filter(initiative=initiative).select_related("person").first()),
        options(list(initiative.options.all())),
        systems(list(initiative.touched_systems.all())),
        risks(list(initiative.risks.all())),
        strategy(list(initiative.contributions.all())),
    ]


def checklist(
    initiative: Initiative,
    *,
    wish: Wish | None,
    estimate: Estimate | None,
    efforts: Sequence[Effort],
    impacts: Sequence[Impact],
    questions: Sequence[Question],
    has_roles: bool = True,
) -> list[Item]:
    """In the order in which the work is done. Every item concerns every case, but for the deadline and the roles.

    ``has_roles``: the municipality has entered the roles that are scarce; else nobody can give them days.
    """
    items = [
        _need(wish),
        _questions(questions),
        _money(estimate),
        _value(estimate),
        *([_effort(efforts)] if has_roles else []),
        _units(impacts),
    ]
    if initiative.obligation == Obligation.MUST:
        items.append(_deadline(estimate))
    return items


def missing(items: Sequence[Item]) -> list[str]:
    """What is missing, as the middle of a sentence."""
    return [item.title[:1].lower() + item.title[1:] for item in items if not item.is_done]


def _need(wish: Wish | None) -> Item:
    if wish is not None and wish.trouble.strip():
        return Item("need", True, _("Behovet er beskrevet"), _("Ønskeren har skrevet det"))
    return Item("need", False, _("Behovet er ikke beskrevet"), _("Lederen af enheden kan fortælle om det"))


def _questions(questions: Sequence[Question]) -> Item:
    waiting = sum(question.answered_at is None for question in questions)
    if waiting:
        title = ngettext("Ét spørgsmål er ikke besvaret", "%(count)d spørgsmål er ikke besvaret", waiting) % {
            "count": waiting
        }
        return Item("questions", False, title, _("Ønskeren kan svare på sagens side"))
    done = _("Ønskeren har svaret") if questions else _("I har ikke spurgt om noget")
    return Item("questions", True, _("Ingen spørgsmål venter"), done)


def _money(estimate: Estimate | None) -> Item:
    if estimate is None:
        return Item(
            "money",
            False,
            _("Økonomi og tid er ikke skønnet"),
            _("Den, der har sagen, skønner; økonomen kan hjælpe"),
        )
    return Item("money", True, _("Økonomi og tid har tre tal og en kilde"), estimate.source)


def _value(estimate: Estimate | None) -> Item:
    if estimate is None or estimate.points_per_year <= 0:
        return Item("value", False, _("Værdien mangler point"), _("Den, der har sagen, sætter point pr. år"))
    return Item("value", True, _("Værdien har point"), _("Sat i kvalificeringen"))


def _effort(efforts: Sequence[Effort]) -> Item:
    if not any(effort.days for effort in efforts):
        return Item(
            "effort",
            False,
            _("Ingen roller har fået dage"),
            _("Digitaliseringsafdelingen kender sine roller"),
        )
    days = sum(effort.days for effort in efforts)
    return Item(
        "effort",
        True,
        _("Rollerne har fået dage"),
        ngettext("%(count)d dag i alt", "%(count)d dage i alt", days) % {"count": days},
    )


def _units(impacts: Sequence[Impact]) -> Item:
    if not impacts:
        return Item(
            "units", False, _("Ingen enheder er beskrevet"), _("Superbrugerne ved, hvem der skal ændre sig")
        )
    return Item(
        "units",
        True,
        _("Berørte enheder er beskrevet"),
        ngettext("%(count)d enhed", "%(count)d enheder", len(impacts)) % {"count": len(impacts)},
    )


def _deadline(estimate: Estimate | None) -> Item:
    if estimate is None or estimate.latest_go_live_month is None:
        return Item(
            "deadline",
            False,
            _("Opgaven er et skal, men har ingen frist"),
            _("Juristen eller databeskyttelsesrådgiveren kender fristen"),
        )
    return Item("deadline", True, _("Fristen har en grund"), estimate.deadline_reason)
