from django.urls import path

from takt.governance.deciding.hearing import pages

urlpatterns = [
    path("sag/<slug:number>/hoering/", pages.ask, name="call_hearing"),
    path("hoeringer/", pages.hearing_list, name="hearings"),
    path("hoeringer/<int:pk>/", pages.hearing_page, name="hearing"),
    path("hoeringer/<int:pk>/svar/<int:party>/", pages.answer, name="answer_hearing"),
    path("hoeringer/<int:pk>/forlaeng/", pages.prolong, name="prolong_hearing"),
    path("hoeringer/<int:pk>/traek-tilbage/", pages.withdraw, name="withdraw_hearing"),
    path("hoeringer/<int:pk>/afslut/", pages.close, name="close_hearing"),
]
