"""One's own account. What allauth offers, with a plain answer where it has none."""

from allauth.account import views
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from takt.foundation.people.models import Person
from takt.foundation.refusals import Refusal, refuse_if


def why_not_change_password(by: Person) -> Refusal | None:
    if by.has_usable_password():
        return None
    return Refusal(
        _("Du logger ikke ind i Takt med adgangskode, så der er ingen at ændre."),
        _("Spørg systemadministratoren, hvis du skal have en."),
    )


def change_password(request: HttpRequest) -> HttpResponse:
    """allauth would send someone without a password to a page that Takt does not have."""
    if isinstance(request.user, Person):
        refuse_if(why_not_change_password(request.user))
    answer: HttpResponse = views.password_change(request)
    return answer
