from django.http import HttpRequest, HttpResponse


def plan(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError
