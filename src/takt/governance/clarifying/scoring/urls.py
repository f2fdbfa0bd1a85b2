from django.urls import path

from takt.governance.clarifying.scoring import pages

urlpatterns = [
    path("", pages.assessment, name="assessment"),
    path("spoerg/", pages.ask, name="ask_assessors"),
    path("ny-runde/", pages.reopen, name="reopen_round"),
    path("runde/<int:round_number>/svar/", pages.give, name="assess"),
    path("bedoemmer/", pages.add, name="add_assessor"),
    path("bedoemmer/<int:pk>/", pages.replace, name="replace_assessor"),
    path("luk/", pages.close, name="close_round"),
    path("afklar/<int:pk>/", pages.settle, name="settle_disagreement"),
    path("vaerdi/", pages.value, name="value_case"),
    path("vaerdi/haand/", pages.value_hand, name="value_by_hand"),
]
