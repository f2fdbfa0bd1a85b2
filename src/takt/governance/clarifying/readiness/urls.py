from django.urls import path

from takt.governance.clarifying.readiness import pages

urlpatterns = [
    path("", pages.readiness, name="readiness"),
    path("enhed/<int:pk>/", pages.unit_readiness, name="unit_readiness"),
    path("enhed/<int:pk>/svar/", pages.answer, name="answer_readiness"),
    path("sag/<slug:number>/spoerg/", pages.ask, name="ask_readiness"),
]
