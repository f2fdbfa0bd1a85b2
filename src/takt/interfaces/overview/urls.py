from django.urls import path

from takt.interfaces.overview import pages

urlpatterns = [path("", pages.overview, name="overview")]
