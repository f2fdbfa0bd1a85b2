"""May this person be kept up to date, and if not, why not?"""

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, not_yours


def why_not_subscribe(by: Person) -> Refusal | None:
    """Everyone who may sign in."""
    if by.is_active:
        return None
    return not_yours(_("Din adgang er lukket."), _("Spørg din leder, hvis det er en fejl."))
