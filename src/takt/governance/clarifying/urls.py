from django.urls import path

from takt.governance.clarifying import pages
from takt.governance.clarifying.pages.merging_wishes import merge

urlpatterns = [
    path("<slug:number>/tag-op/", pages.take, name="take_up"),
    path("<slug:number>/spoerg/", pages.ask, name="ask_back"),
    path("<slug:number>/svar/<int:pk>/", pages.answer, name="answer_question"),
    path("<slug:number>/gevinst/ja/", pages.accept, name="accept_benefit"),
    path("<slug:number>/gevinst/nej/", pages.refuse, name="decline_benefit"),
    path("<slug:number>/sig-nej/", pages.decline, name="decline_wish"),
    path("<slug:number>/udskyd/", pages.park, name="park_wish"),
    path("<slug:number>/genoptag/", pages.reopen, name="reopen_wish"),
    path("<slug:number>/saml/", merge, name="merge_wish"),
]
