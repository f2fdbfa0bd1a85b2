from django.urls import path

from takt.governance.planning.forecasting import pages

urlpatterns = [
    path("sikkerhed/", pages.sureness, name="plan_sureness"),
    path("vaerdi/", pages.worth, name="plan_worth"),
    path("regn/<slug:kind>/", pages.reckon, name="reckon_plan"),
]
