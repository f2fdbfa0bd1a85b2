"""May an e-mail be made a wish, and if not, why not? No queries, no clock."""

from datetime import datetime, timedelta
from http import HTTPStatus

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours
from takt.governance.asking.mail_reading import Mail
from takt.governance.asking.models import ReceivedMail

NETWORK = (Role.NETWORK_MEMBER, Role.COORDINATOR)
KEPT_FOR = timedelta(days=1)


def why_not_bring_mail(by: Person) -> Refusal | None:
    if by.is_active and by.holds(*NETWORK):
        return None
    return not_yours(
        _("Kun de, der kvalificerer ønsker, laver ønsker af e-mails."),
        _("Send e-mailen videre til digitaliseringskonsulenten, eller skriv ønsket selv under Nyt ønske."),
    )


def why_not_read(mail: Mail | None) -> Refusal | None:
    """``mail`` None: the bytes could not be read as one."""
    if mail is not None:
        return None
    return Refusal(
        _("Filen kan ikke læses som en e-mail med en afsender og en tekst."),
        _("Gem e-mailen som .eml (i Outlook: Gem som, eller træk den ud på skrivebordet), og vælg den igen."),
        HTTPStatus.UNPROCESSABLE_ENTITY,
    )


def why_not_take_in(kept: ReceivedMail | None, by: Person, at: datetime) -> Refusal | None:
    """``kept`` None: it is not there, or it is somebody else's."""
    if refusal := why_not_bring_mail(by):
        return refusal
    if kept is None or kept.kept_by_id != by.pk or at - kept.kept_at > KEPT_FOR:
        return Refusal(
            _(
                "E-mailen ligger her ikke længere. Den er lavet til et ønske, fortrudt eller mere end et døgn gammel."
            ),
            _("Se efter på listen, om ønsket er der. Vælg ellers filen igen."),
            HTTPStatus.GONE,
        )
    return None
