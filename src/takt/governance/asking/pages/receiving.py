"""Views that take files: the size is judged before anything of the request is read."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from takt.foundation.refusals import refuse_if
from takt.governance.asking.file_rules import why_not_receive

View = Callable[..., HttpResponse]


def takes_files(view: View) -> View:
    """Refuse what is too large unread; else the view, protected against forgery as every other."""
    protected: View = csrf_protect(view)

    @csrf_exempt  # reading the token would read the whole request; the inner view looks
    @wraps(view)
    def judged(request: HttpRequest, *args: object, **keywords: object) -> HttpResponse:
        refuse_if(why_not_receive(int(request.META.get("CONTENT_LENGTH") or 0)))
        return protected(request, *args, **keywords)

    return judged
