"""May the criteria of a body be changed, and if not, why? No queries, no clock."""

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.clarifying.scoring.models import CriteriaVersion
from takt.governance.clarifying.scoring.owners import Owner
from takt.governance.clarifying.scoring.terms import CriteriaTerms

MOST_CRITERIA = 12
MOST_WEIGHT = 100
MOST_FULL_POINTS = 10_000
MOST_DKK_PER_POINT = 100_000_000


def may_keep(owner: Owner | None, by: Person) -> bool:
    return by.is_active and owner is not None and (owner.is_kept_by(by) or by.holds(Role.COORDINATOR))


def why_not_keep_criteria(owner: Owner | None, by: Person) -> Refusal | None:
    """Everyone may read criteria; those who keep the body, and the coordinators, may change them."""
    if owner is None:
        return Refusal(
            _("Forummet findes ikke i den styringsmodel, der gælder."),
            _("Vælg et forum på siden Kriterier, eller ret styringsmodellen først."),
        )
    if may_keep(owner, by):
        return None
    return not_yours(
        _("Kun formand og sekretær i %(body)s og digitaliseringskonsulenterne kan ændre kriterierne.")
        % {"body": owner.name},
        _("Spørg en af dem. Du kan læse alle kriterier og vægte her på siden."),
    )


def why_not_change_criteria(
    owner: Owner | None, draft: CriteriaVersion | None, edition: int, by: Person
) -> Refusal | None:
    """``edition``: of the draft as the person last saw it."""
    if refusal := why_not_keep_criteria(owner, by):
        return refusal
    if draft is None:
        return Refusal(
            _("Der er ingen kladde at ændre i. Den er vedtaget eller kasseret, siden du åbnede siden."),
            _("Begynd en ny kladde. De vedtagne kriterier ændres aldrig."),
        )
    if draft.edition != edition:
        return Refusal(
            _("Kladden er ændret af en anden, siden du åbnede siden. Dine ændringer er ikke gemt."),
            _("Se, hvad der står nu, ret det, du vil beholde, og gem igen."),
        )
    return None


def why_not_stand(terms: CriteriaTerms) -> Refusal | None:
    """What can never be a set of criteria, not even in a draft."""
    names = [one.name.casefold() for one in terms.criteria]
    if not 1 <= len(names) <= MOST_CRITERIA:
        return Refusal(
            _("Der skal være mindst ét og højst 12 kriterier."),
            _("Tre til seks er nok for de fleste. Flere bliver svære at bedømme hver for sig."),
        )
    if len(set(names)) < len(names):
        return Refusal(_("To kriterier har samme navn."), _("Giv dem hver sit navn, eller slå dem sammen."))
    for one in terms.criteria:
        if not (one.name and one.worst and one.best) or not 1 <= one.weight <= MOST_WEIGHT:
            return Refusal(
                _("Kriteriet “%(name)s” er ikke udfyldt.") % {"name": one.name or "–"},
                _("Skriv navn, hvad 1 og 5 betyder, og en vægt fra 1 til 100."),
            )
    if not (1 <= terms.full_points <= MOST_FULL_POINTS and 1 <= terms.dkk_per_point <= MOST_DKK_PER_POINT):
        return Refusal(
            _("Kursen mellem bedømmelse, kroner og point kan ikke bruges."),
            _("Skriv 1 til 10.000 point og mindst 1 krone pr. point."),
        )
    return None


def why_not_adopt_criteria(*, is_changed: bool, reason: str) -> Refusal | None:
    if not is_changed:
        return Refusal(
            _("Kladden er magen til de kriterier, der gælder."), _("Ret noget, eller kassér kladden.")
        )
    if not reason.strip():
        return Refusal(
            _("Der mangler en begrundelse for de nye kriterier."),
            _("Skriv, hvem der har besluttet ændringen og hvorfor."),
        )
    return None
