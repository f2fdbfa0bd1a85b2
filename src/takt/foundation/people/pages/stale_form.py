"""A form that was opened before its reader signed in or out, most often by pressing "Log ind" twice."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from takt.foundation.refusals import Refusal, refused_page

WAYS_IN = {"account_login", "demonstration_sign_in"}


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django gives it
    """Django's ``CSRF_FAILURE_VIEW``. Nothing of the request has been done; ``reason`` is told in the log."""
    here = request.resolver_match.url_name if request.resolver_match else None
    if request.user.is_authenticated and here in WAYS_IN:
        return HttpResponseRedirect(settings.LOGIN_REDIRECT_URL)
    return refused_page(request, why_not_believed())


def why_not_believed() -> Refusal:
    return Refusal(
        _("Siden blev åbnet, før du loggede ind eller ud i et andet vindue. Derfor er intet gemt."),
        _("Gå tilbage i browseren, og kopiér det, du har skrevet. Genindlæs så siden, og prøv igen."),
    )
