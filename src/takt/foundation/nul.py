"""No text that a person writes holds the character NUL, and PostgreSQL cannot even be asked for one."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest

FORM = "application/x-www-form-urlencoded"


class RefuseNul:
    """Middleware: an address or a form with a NUL in it was not made by a person; files are judged elsewhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        in_address = "%00" in request.META.get("QUERY_STRING", "") or "\0" in request.path
        in_form = request.content_type == FORM and b"%00" in request.body
        if in_address or in_form:
            return HttpResponseBadRequest(
                "400. Adressen eller formularen indeholder et tegn, som ikke er tekst (NUL)."
            )
        return self.get_response(request)
