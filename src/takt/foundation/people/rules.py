"""May this be done with a person, and if not, why not? No queries, no clock."""

from django.utils.translation import gettext as _

from takt.foundation.people.models import Person, Role
from takt.foundation.refusals import Refusal, not_yours


def why_not_administer(by: Person) -> Refusal | None:
    """Who may sign in, and in which roles, is for the system administrator alone."""
    if by.is_active and by.holds(Role.ADMINISTRATOR):
        return None
    return not_yours(
        _("Kun systemadministratorer kan ændre personer og roller."),
        _("Skriv til en af dem, hvis en kollega mangler eller har en forkert rolle."),
    )


def why_not_add(name: str, email: str, *, is_taken: bool, by: Person) -> Refusal | None:
    if refusal := why_not_administer(by):
        return refusal
    if not name.strip() or "@" not in email.strip():
        return Refusal(
            _("Personen mangler navn eller e-mail."), _("Skriv begge dele. E-mailen bruges til at logge ind.")
        )
    if is_taken:
        return Refusal(
            _("Der er allerede en person med e-mailen %(email)s.") % {"email": email.strip()},
            _("Find personen på listen, og giv rollen dér."),
        )
    return None


def why_not_invite(person: Person, by: Person) -> Refusal | None:
    if refusal := why_not_administer(by):
        return refusal
    if not person.is_active:
        return Refusal(
            _("%(person)s kan ikke logge ind, for adgangen er lukket.") % {"person": person},
            _("Åbn adgangen først."),
        )
    return None


def why_not_take_away(person: Person, *, is_last_administrator: bool, by: Person) -> Refusal | None:
    """A role, the access or the person. Somebody must be left who can undo it."""
    if refusal := why_not_administer(by):
        return refusal
    if is_last_administrator:
        return Refusal(
            _("%(person)s er den eneste systemadministrator.") % {"person": person},
            _("Giv først rollen til en anden."),
        )
    return None


def why_not_forget(
    person: Person, confirmed: str, *, is_last_administrator: bool, by: Person
) -> Refusal | None:
    """``confirmed``: the e-mail, typed again, since it cannot be undone."""
    if refusal := why_not_take_away(person, is_last_administrator=is_last_administrator, by=by):
        return refusal
    if confirmed.strip().casefold() != person.email.casefold():
        return Refusal(
            _("E-mailen passer ikke med personens. Ingen er slettet."),
            _("Skriv personens e-mail for at bekræfte. Det kan ikke fortrydes."),
        )
    return None
