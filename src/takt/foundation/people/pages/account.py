"""One's own account. What allauth offers, with a plain answer where it has none."""

from allauth.account import views
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from takt.foundation.people.models import Person
from takt.foundation.people.personal_data import personal_data
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


@require_GET
def my_data(request: HttpRequest) -> HttpResponse:
    """Indsigt: everything Takt holds about the one who asks, as a file."""
    assert isinstance(request.user, Person)  # noqa: S101 - every view here is behind the door
    answer = JsonResponse(personal_data(request.user), json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = 'attachment; filename="mine-data-i-takt.json"'
    answer["Cache-Control"] = "no-store"
    return answer
