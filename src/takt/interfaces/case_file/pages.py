from django.http import HttpRequest, HttpResponse


def case_file(request: HttpRequest, number: str) -> HttpResponse:
    raise NotImplementedError
