"""May the words of an event be read and removed, and if not, why not? No queries, no clock."""

from django.utils.translation import gettext as _

from takt.foundation.ledger.models import Event
from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours

SHORTEST_REASON = 10
GUARDS = (Role.DPO, Role.ADMINISTRATOR)


def why_not_guard(by: Person) -> Refusal | None:
    if by.is_active and by.holds(*GUARDS):
        return None
    return not_yours(
        _(
            "Kun databeskyttelsesrådgiveren og systemadministratoren kan fjerne en begrundelse af protokollen."
        ),
        _("Skriv til en af dem, hvis en begrundelse nævner dig eller en anden person."),
    )


def why_not_remove(event: Event, reason: str, *, is_there: bool, by: Person) -> Refusal | None:
    """``is_there``: whether the words are kept beside the event."""
    if refusal := why_not_guard(by) or _why_not_there(event, is_there=is_there):
        return refusal
    if len(reason.strip()) < SHORTEST_REASON:
        return Refusal(
            _("Det fremgår ikke, hvorfor begrundelsen skal fjernes."),
            _("Skriv en hel sætning, uden at gentage det, der skal væk. Den bliver stående i protokollen."),
        )
    return None


def _why_not_there(event: Event, *, is_there: bool) -> Refusal | None:
    if is_there:
        return None
    if event.is_reason_removed:
        return Refusal(_("Begrundelsen er allerede fjernet."), _("Der skal ikke gøres mere."))
    if event.reason:
        return Refusal(
            _(
                "Begrundelsen er forseglet sammen med hændelsen og kan ikke fjernes, uden at protokollen brydes."
            ),
            _(
                "Sådan blev hændelser skrevet i Takts første udgaver. Nye begrundelser ligger uden for seglet."
            ),
        )
    return Refusal(_("Hændelsen har ingen begrundelse."), _("Der er intet at fjerne."))
