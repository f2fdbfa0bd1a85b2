from django.urls import path

from takt.governance.planning import pages

urlpatterns = [path("", pages.plan, name="plan")]
