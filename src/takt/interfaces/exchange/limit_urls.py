from django.urls import path

from takt.interfaces.exchange import pages_limits

urlpatterns = [
    path("", pages_limits.limits_from_excel, name="limits_from_excel"),
    path("hent/", pages_limits.limits_to_excel, name="limits_to_excel"),
    path("gem/", pages_limits.take_in_limits, name="take_in_limits"),
]
