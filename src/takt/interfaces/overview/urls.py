from django.urls import path

from takt.interfaces.overview import pages

urlpatterns = [
    path("", pages.overview, name="overview"),
    path("venter/", pages.waiting, name="waiting_cases"),
]
