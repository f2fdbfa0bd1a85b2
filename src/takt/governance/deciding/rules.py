"""May the governance model be changed, and if not, why? No queries, no clock."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from takt.calculation.governance_path import Level
from takt.foundation.design.templatetags.takt import day
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.deciding.models import Body, ModelVersion, SeatRole
from takt.governance.deciding.terms import BodyTerms

MAY_SHAPE = (Role.COORDINATOR, Role.ADMINISTRATOR)


def may_shape(by: Person) -> bool:
    return by.is_active and by.holds(*MAY_SHAPE)


def why_not_shape(by: Person) -> Refusal | None:
    """Everyone may read the model; changing it is the work of those who keep it for the municipality."""
    if may_shape(by):
        return None
    return not_yours(
        _("Kun digitaliseringskonsulenter og systemadministratorer kan ændre styringsmodellen."),
        _("Spørg en af dem. Du kan læse hele modellen på siden Styring."),
    )


def why_not_change(draft: ModelVersion | None, by: Person) -> Refusal | None:
    """An adopted version is never changed; there must be a draft to change in."""
    if refusal := why_not_shape(by):
        return refusal
    if draft is not None and draft.number is None:
        return None
    return Refusal(
        _("Der er ingen kladde at ændre i. Den er vedtaget eller kasseret, siden du åbnede siden."),
        _("Gå til Styring, og begynd en ny kladde."),
    )


def why_not_overwrite(body: Body | None, edition: int) -> Refusal | None:
    """``edition``: of the body as the person last saw it. ``body`` None: somebody removed it."""
    if body is None:
        return Refusal(
            _("Forummet er taget ud af kladden, siden du åbnede siden. Dine ændringer er ikke gemt."),
            _("Tilføj det igen, hvis det skal være med."),
        )
    if body.edition == edition:
        return None
    return Refusal(
        _("%(body)s er ændret af en anden, siden du åbnede siden. Dine ændringer er ikke gemt.")
        % {"body": body.name},
        _("Se, hvad der står nu, ret det, du vil beholde, og gem igen."),
    )


def why_not_keep(terms: BodyTerms, *, name_is_taken: bool) -> Refusal | None:
    """What can never stand in a model, not even in a draft."""
    if name_is_taken:
        return Refusal(
            _("Der er allerede et forum med navnet %(name)s.") % {"name": terms.name},
            _("Giv det et andet navn, eller ret det forum, der er."),
        )
    people = [seat.person for seat in terms.seats if seat.person is not None]
    if len(set(people)) < len(people):
        return Refusal(
            _("Den samme person står to gange i %(body)s.") % {"body": terms.name},
            _("Behold den ene plads, og ret rollen eller datoerne dér."),
        )
    return None


def why_not_adopt(
    draft: ModelVersion | None,
    by: Person,
    *,
    newest: ModelVersion | None,
    edition: int,
    is_changed: bool,
) -> Refusal | None:
    """Whether this very draft may become the next version. ``edition``: of the draft that was reviewed."""
    if refusal := why_not_change(draft, by):
        return refusal
    assert draft is not None  # noqa: S101 - why_not_change has seen to it
    if draft.based_on_id != (newest.pk if newest else None):
        return Refusal(
            _("En anden har vedtaget en ny version, siden kladden blev begyndt."),
            _("Kassér kladden, og begynd en ny fra den version, der gælder."),
        )
    if draft.edition != edition:
        return Refusal(
            _("Kladden er ændret, siden du så forskellen. Den er ikke vedtaget."),
            _("Læs forskellen igen, og vedtag den derefter."),
        )
    if not is_changed:
        return Refusal(
            _("Kladden er magen til den version, der gælder."), _("Ret et forum, eller kassér kladden.")
        )
    return None


def why_not_date(in_force_from: date, *, today: date, newest: ModelVersion | None) -> Refusal | None:
    """A model never reaches back: what past cases followed stays as it was."""
    earliest = max(today, newest.in_force_from) if newest and newest.in_force_from else today
    if in_force_from >= earliest:
        return None
    return Refusal(
        _("En ny version kan ikke gælde bagud. Så ville den ændre, hvad tidligere sager har fulgt."),
        _("Vælg %(day)s eller senere.") % {"day": day(earliest)},
    )


def why_not_reason(reason: str) -> Refusal | None:
    if reason.strip():
        return None
    return Refusal(
        _("Der mangler en begrundelse for den nye version."),
        _("Skriv, hvem der har besluttet ændringen og hvorfor."),
    )


def why_not_whole(model: Mapping[str, BodyTerms], *, on: date) -> Refusal | None:
    """A model that can work: somebody decides, one leads each body, and each body can be quorate."""
    if not any(one.level is Level.DECIDE for terms in model.values() for one in terms.mandates):
        return Refusal(
            _("Intet forum i kladden må beslutte noget, så ingen sag kan blive besluttet."),
            _("Giv mindst ét forum mandat til at beslutte."),
        )
    for terms in model.values():
        if refusal := _why_not_meet(terms, on):
            return refusal
    return None


def _why_not_meet(terms: BodyTerms, on: date) -> Refusal | None:
    """A body whose members are not in Takt at all is let through; its seats may be filled later."""
    if not terms.seats:
        return None
    chairs = sum(seat.role == SeatRole.CHAIR and seat.is_taken(on) for seat in terms.seats)
    if chairs != 1:
        return Refusal(
            _("%(body)s har ingen formand.") % {"body": terms.name}
            if not chairs
            else _("%(body)s har mere end én formand.") % {"body": terms.name},
            _("Giv netop ét medlem rollen som formand."),
        )
    if (voting := terms.voting(on)) < terms.quorum:
        return Refusal(
            ngettext(
                "%(body)s er beslutningsdygtigt ved %(quorum)d, men har kun én med stemme.",
                "%(body)s er beslutningsdygtigt ved %(quorum)d, men har kun %(voting)d med stemme.",
                voting,
            )
            % {"body": terms.name, "quorum": terms.quorum, "voting": voting},
            _("Tilføj medlemmer, eller sæt tallet ned."),
        )
    return None
