"""May this be done with the network, and if not, why not? No queries of their own, no clock."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from takt.foundation.design.templatetags.takt import day
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.clarifying.network.models import Membership
from takt.governance.clarifying.network.terms import Absence, Terms
from takt.governance.clarifying.rules import NETWORK, why_not_clarify, why_not_say
from takt.governance.flow.models import Initiative
from takt.governance.flow.stages import Stage

MOST_FIELDS = 12
LONGEST_FIELD = 40
CAN_BE_GIVEN = {Stage.SUBMITTED, Stage.CLARIFYING}


def may_lead(by: Person) -> bool:
    return by.is_active and by.holds(Role.COORDINATOR)


def why_not_lead(by: Person) -> Refusal | None:
    """Everyone may see the network; the coordinator says who is in it."""
    if may_lead(by):
        return None
    return not_yours(
        _("Kun digitaliseringskonsulenten bestemmer, hvem der er med i netværket, og hvem der får en sag."),
        _("Skriv til digitaliseringskonsulenten, hvis noget skal ændres."),
    )


def why_not_edit(membership: Membership, by: Person) -> Refusal | None:
    """A member says what they know themselves, and who stands in for them."""
    if may_lead(by) or (by.is_active and membership.person_id == by.pk):
        return None
    return not_yours(
        _("Det er medlemmet selv eller digitaliseringskonsulenten, der kan rette her."),
        _("Skriv til en af dem, hvis noget er forkert."),
    )


def why_not_reach(membership: Membership) -> Refusal | None:
    """What has been handed over is history."""
    if membership.handed_over_at is None:
        return None
    return Refusal(
        _("Medlemskabet sluttede, da sagerne blev overdraget."),
        _("Skal personen med igen, så føj vedkommende til netværket på ny."),
    )


def why_not_join(person: Person, others: Sequence[Membership], terms: Terms) -> Refusal | None:
    """``others``: the person's other memberships."""
    if not person.is_active:
        return Refusal(
            _("%(person)s kan ikke logge ind i Takt.") % {"person": person},
            _("Vælg en, der arbejder i kommunen, eller bed systemadministratoren åbne adgangen."),
        )
    if terms.to_date is not None and terms.to_date < terms.from_date:
        return Refusal(
            _("Den sidste dag ligger før den første."), _("Ret datoerne, eller lad den sidste dag stå tom.")
        )
    overlapping = [one for one in others if _overlap(one, terms)]
    if overlapping:
        return Refusal(
            _("%(person)s er allerede med i netværket for %(unit)s fra %(day)s.")
            % {"person": person, "unit": overlapping[0].unit, "day": day(overlapping[0].from_date)},
            _("Ret det medlemskab, der findes, eller vælg dage, hvor de to ikke overlapper."),
        )
    return None


def _overlap(membership: Membership, terms: Terms) -> bool:
    return membership.from_date <= (terms.to_date or date.max) and terms.from_date <= (
        membership.to_date or date.max
    )


def why_not_overwrite(membership: Membership, edition: int) -> Refusal | None:
    """``edition``: of the membership as the person last saw it."""
    if membership.edition == edition:
        return None
    until = (
        _("uden slutdato")
        if membership.to_date is None
        else _("til %(day)s") % {"day": day(membership.to_date)}
    )
    return Refusal(
        _("Medlemskabet er ændret af en anden, siden du åbnede siden. Nu står der: %(now)s.")
        % {
            "now": _("%(kind)s for %(unit)s fra %(day)s, %(until)s, stedfortræder: %(substitute)s")
            % {
                "kind": membership.get_kind_display(),
                "unit": membership.unit,
                "day": day(membership.from_date),
                "until": until,
                "substitute": membership.substitute or _("ingen"),
            }
        },
        _("Dine ændringer er ikke gemt. Hent siden igen, og ret det, der stadig skal ændres."),
    )


def why_not_know(names: Sequence[str]) -> Refusal | None:
    """``names``: tidy."""
    if len(names) > MOST_FIELDS:
        return Refusal(
            _("Et medlem kan højst have tolv vidensområder; ellers finder ingen den rette at spørge."),
            _("Behold dem, du helst vil spørges om."),
        )
    too_long = [name for name in names if len(name) > LONGEST_FIELD]
    if too_long:
        return Refusal(
            _("“%(name)s” er for langt til et vidensområde.") % {"name": too_long[0]},
            _("Skriv ét eller få ord, højst 40 tegn, og sæt komma imellem."),
        )
    return next((refusal for name in names if (refusal := _why_not_tag(name))), None)


def _why_not_tag(name: str) -> Refusal | None:
    if any(letter.isalpha() for letter in name):
        return None
    return Refusal(
        _("“%(name)s” er ikke et vidensområde.") % {"name": name},
        _("Skriv ord, som kolleger ville søge efter, for eksempel velfærdsteknologi."),
    )


def why_not_substitute(membership: Membership, substitute: Person | None, absence: Absence) -> Refusal | None:
    if (absence.first is None) != (absence.last is None) or (
        absence.first and absence.last and absence.last < absence.first
    ):
        return Refusal(
            _("Fraværet har ikke både en første og en sidste dag i den rækkefølge."),
            _("Skriv begge dage, eller lad begge stå tomme."),
        )
    if substitute is None:
        if absence.first is None:
            return None
        return Refusal(
            _("Der er ikke valgt en stedfortræder til fraværet."),
            _("Vælg den, der ser opgaverne imens, så ingen sag går i stå."),
        )
    if substitute.pk == membership.person_id:
        return Refusal(_("Ingen kan være sin egen stedfortræder."), _("Vælg en kollega i netværket."))
    return why_not_be_given(substitute)


def why_not_be_given(person: Person) -> Refusal | None:
    """Cases go to those who are in the network now."""
    if person.is_active and person.holds(*NETWORK):
        return None
    return Refusal(
        _("%(person)s er ikke med i digitaliseringsnetværket.") % {"person": person},
        _("Vælg et medlem, eller føj %(person)s til netværket først.") % {"person": person},
    )


def why_not_give_case(initiative: Initiative, by: Person) -> Refusal | None:
    """The coordinator gives a case to a member."""
    return why_not_lead(by) or _why_not_stage(initiative)


def why_not_take_over(
    initiative: Initiative, holder: Person | None, by: Person, *, stands_in: bool
) -> Refusal | None:
    """``stands_in``: ``by`` is the substitute of the one who has the case."""
    if refusal := why_not_clarify(by) or _why_not_stage(initiative):
        return refusal
    if holder is None or not holder.is_active:
        return Refusal(_("Ingen har sagen."), _("Brug Tag sagen i stedet."))
    if holder == by:
        return Refusal(
            _("Du har allerede sagen."), _("Kvalificér den, eller giv den videre gennem konsulenten.")
        )
    if not stands_in and not may_lead(by):
        return not_yours(
            _("%(person)s har sagen, og du er ikke stedfortræder.") % {"person": holder},
            _("Tal med %(person)s, eller bed digitaliseringskonsulenten give dig sagen.")
            % {"person": holder},
        )
    return None


def why_not_give_over(holder: Person | None, seen: int) -> Refusal | None:
    """``holder``: who has the case now. ``seen``: the key of the one who had it, 0 for nobody."""
    if (holder.pk if holder else 0) == seen:
        return None
    return Refusal(
        _("%(person)s har fået sagen, siden du åbnede siden.") % {"person": holder}
        if holder
        else _("Den, der havde sagen, har den ikke længere."),
        _("Hent siden igen, og gør det derfra, hvis en anden stadig skal have den."),
    )


def _why_not_stage(initiative: Initiative) -> Refusal | None:
    if initiative.stage in CAN_BE_GIVEN:
        return None
    return Refusal(
        _("Sagen er på trinnet “%(stage)s”.") % {"stage": initiative.get_stage_display()},
        _("Kun en sag, der er modtaget eller kvalificeres, kan gives til en anden."),
    )


def why_not_hand_over(membership: Membership, to: Person, today: date) -> Refusal | None:
    if not membership.is_in_force(today):
        return Refusal(
            _("Medlemskabet gælder ikke i dag, så der er intet at overdrage."),
            _("Se under medlemmet, hvornår det begyndte og sluttede."),
        )
    if membership.person_id == to.pk:
        return Refusal(_("Sagerne er der allerede."), _("Vælg et andet medlem at overdrage til."))
    return why_not_be_given(to)


def why_not_reason(reason: str) -> Refusal | None:
    """Read by the colleague who gets the work, or who had it."""
    if not reason.strip():
        return Refusal(
            _("Der mangler en begrundelse."),
            _("Skriv, hvorfor en anden nu har sagen. Kollegaen får det at læse."),
        )
    return why_not_say(reason)
