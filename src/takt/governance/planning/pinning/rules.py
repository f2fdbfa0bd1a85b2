"""May a start be pinned or let go, and if not, why? No queries, no clock."""

from django.utils.translation import gettext as _

from takt.calculation.planner.problem import Month
from takt.foundation.design.templatetags.takt import month as month_in_words
from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.asking.rules import Answers, why_not_keep
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import IN_THE_PLAN
from takt.governance.planning.limits.months import month_of
from takt.governance.planning.pinning.models import Pin
from takt.governance.planning.rules import MAY_COMPUTE

MOST_PINS = 50
LONGEST_REASON = 500


def why_not_wish(by: Person) -> Refusal | None:
    """Everyone may try a start; those who may compute a plan may ask it to keep one."""
    if by.is_active and by.holds(*MAY_COMPUTE):
        return None
    return not_yours(
        _("Kun digitaliseringskonsulenter, økonomer og direktører kan fastholde en start."),
        _(
            "Du kan prøve alle måneder her på siden. Spørg digitaliseringsafdelingen, hvis en start bør flyttes."
        ),
    )


def why_not_move(initiative: Initiative) -> Refusal | None:
    """About the initiative itself, whoever asks."""
    if initiative.stage not in IN_THE_PLAN or not hasattr(initiative, "estimate"):
        return Refusal(
            _("%(number)s kan ikke lægges i en plan endnu.") % {"number": initiative},
            _(
                "Det skal være under kvalificering eller længere og have et skøn over tid, penge og belastning."
            ),
        )
    if initiative.estimate.fixed_start_month is not None:
        return Refusal(
            _("%(number)s er allerede i gang, så starten ligger fast.") % {"number": initiative},
            _("Ret skønnet, hvis starten er forkert."),
        )
    return None


def why_not_say(reason: str) -> Refusal | None:
    if not reason.strip():
        return Refusal(
            _("Skriv, hvorfor starten skal fastholdes."),
            _("Andre skal kunne se grunden, for eksempel “Skolen har ferie og kan kun i foråret”."),
        )
    if why_not_keep(Answers(trouble=reason)) is None:
        return None
    return Refusal(
        _("Grunden ser ud til at indeholde et CPR-nummer. Det må ikke stå her."),
        _("Slet nummeret, og skriv uden oplysninger om personer."),
    )


def why_not_month(month: Month, first: Month, months: int) -> Refusal | None:
    """``first`` and ``months``: those of the next plan."""
    if 0 <= month.minus(first) < months:
        return None
    return Refusal(
        _("Næste plan går fra %(first)s til %(last)s, så den kan ikke holde en start i %(month)s.")
        % {
            "first": month_in_words(first),
            "last": month_in_words(first.plus(months - 1)),
            "month": month_in_words(month),
        },
        _("Vælg en måned inden for planen."),
    )


def why_not_pin(initiative: Initiative, standing: Pin | None, seen: int, others: int) -> Refusal | None:
    """``seen``: the edition of the pin that the person saw, 0 for none. ``others``: pins of other initiatives."""
    if refusal := why_not_move(initiative) or _why_not_unseen(standing, seen):
        return refusal
    if others < MOST_PINS:
        return None
    return Refusal(
        _("Der er allerede fastholdt %(most)s starter. Med flere planlægger I i hånden.")
        % {"most": MOST_PINS},
        _("Træk en af dem tilbage først."),
    )


def why_not_withdraw(pin: Pin, seen: int) -> Refusal | None:
    if pin.withdrawn_at is not None:
        return Refusal(_("Ønsket er allerede trukket tilbage."), _("Åbn siden Plan igen."))
    return _why_not_unseen(pin, seen)


def _why_not_unseen(standing: Pin | None, seen: int) -> Refusal | None:
    if (standing.edition if standing else 0) == seen:
        return None
    if standing is None:
        return Refusal(
            _("Ønsket om starten er trukket tilbage, siden du åbnede siden."),
            _("Prøv igen, hvis starten stadig skal fastholdes."),
        )
    return Refusal(
        _("%(person)s har imens fastholdt en start i %(month)s: “%(reason)s”.")
        % {
            "person": standing.pinned_by or _("En medarbejder"),
            "month": month_in_words(month_of(standing.month)),
            "reason": standing.reason,
        },
        _("Tal sammen, og prøv igen, hvis din måned stadig skal gælde."),
    )
