"""Send a person a link to choose a password with, so that they can sign in for the first time or again."""

from datetime import datetime

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext_lazy as _

from takt.foundation.ledger.commands import record
from takt.foundation.mail.commands import tell
from takt.foundation.people.commands.working import locked
from takt.foundation.people.models import Person
from takt.foundation.people.rules import why_not_invite
from takt.foundation.refusals import refuse_if


@transaction.atomic
def invite_person(person: Person, *, by: Person, at: datetime) -> None:
    """The link works once, and for as long as ``PASSWORD_RESET_TIMEOUT`` says. Only the person gets to see it."""
    found = locked(person)
    refuse_if(why_not_invite(found, by))
    uid = urlsafe_base64_encode(force_bytes(found.pk))
    tell(
        found,
        subject=_("Vælg en adgangskode til Takt"),
        text=_(
            "Du kan nu bruge Takt. Vælg en adgangskode på siden her; så kan du logge ind med %(email)s.\n\n"
            "Linket virker én gang og i syv dage. Er det udløbet, så bed om et nyt."
        ),
        values={"email": found.email},
        link=reverse("choose_password", args=[uid, default_token_generator.make_token(found)]),
        at=at,
    )
    record("person.invited", about=found.pseudonym, by=by, at=at)
