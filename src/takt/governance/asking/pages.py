from django.http import HttpRequest, HttpResponse


def wishes(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def new_wish(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError
