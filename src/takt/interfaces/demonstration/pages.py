"""The start page of the demonstration: become one of its people with one click. Not there otherwise."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from takt.foundation.mail.models import Letter
from takt.foundation.people.models import Person
from takt.interfaces.demonstration.presenting import introductions
from takt.interfaces.demonstration.reading import cast

LETTERS = 20


@login_not_required
@require_GET
@never_cache
def demonstration(request: HttpRequest) -> HttpResponse:
    _only_in_a_demonstration()
    return render(
        request,
        "demonstration/start.html",
        {"people": introductions(), "next": request.GET.get("next", "")},
    )


@login_not_required
@require_POST
def demonstration_sign_in(request: HttpRequest) -> HttpResponse:
    """Only the people on the start page, and only those who may sign in at all.

    Whoever reads the start page in English goes on in English, whatever the last visitor chose as the same person.
    """
    _only_in_a_demonstration()
    person = get_object_or_404(
        Person.objects.filter(email__in=cast(), is_active=True), email=request.POST.get("person", "")
    )
    person.language = get_language() or settings.LANGUAGE_CODE
    person.save(update_fields=["language"])
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    onward = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(onward if is_ours else settings.LOGIN_REDIRECT_URL)


@require_GET
def demonstration_mail(request: HttpRequest) -> HttpResponse:
    """What Takt has written to everyone: in a demonstration nobody has a mailbox of their own."""
    _only_in_a_demonstration()
    letters = Letter.objects.select_related("person")
    page = Paginator(letters, LETTERS).get_page(request.GET.get("side"))
    return render(request, "demonstration/mail.html", {"page": page, "folder": settings.EMAIL_FILE_PATH})


def _only_in_a_demonstration() -> None:
    if not settings.DEMO:
        raise Http404
