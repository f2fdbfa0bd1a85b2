"""What every page here may count on: middleware has seen to it that someone is signed in."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from takt.foundation.people.models import Person


class SignedInRequest(HttpRequest):
    user: Person
    htmx: HtmxDetails
